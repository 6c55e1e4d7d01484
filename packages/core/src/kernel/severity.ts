/**
 * What follows from a finding:
 * `error` – the row, file or plan cannot be used and an import changes nothing;
 * `warning` – it is used, something is missing or assumed, and every report says so;
 * `note` – something was merged, converted or repaired, listed so that nothing is silent.
 */
export type Severity = 'error' | 'warning' | 'note'

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 }

/** Orders by severity: errors first, notes last. */
export const bySeverity = (a: { severity: Severity }, b: { severity: Severity }): number =>
  rank[a.severity] - rank[b.severity]

/** Codes of one topic. Its words stand in `words/messages/<topic>.ts`, complete by type. */
export type CodeTable = Record<string, Severity>
