/**
 * What follows from a finding:
 * `error` – the row, file or plan cannot be used and an import changes nothing;
 * `warning` – it is used, something is missing or assumed, and every report says so;
 * `note` – something was merged, converted or repaired, listed so that nothing is silent.
 */
export type Severity = 'error' | 'warning' | 'note'

/** Codes of one topic. Its words stand in `words/messages/<topic>.ts`, complete by type. */
export type CodeTable = Record<string, Severity>
