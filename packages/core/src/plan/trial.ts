import { z } from 'zod'
import { DateRange } from '../kernel/calendar.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import { Experiment, Recorded } from './experiment.ts'

/**
 * A trial as an office enters it: the scenario is its sandbox, in which plans are made while the county’s data stay as
 * they are; the plan made under it is the forecast.
 */
export const TrialEntry = Experiment.omit({ id: true, comparedWith: true })
  .extend({
    plan: z.uuid(),
    range: DateRange.strict(),
    recorded: z.array(Recorded.strict()).default([]),
  })
  .strict()
export type TrialEntry = z.infer<typeof TrialEntry>

/** A trial at the version it stands at. */
export interface Trial extends TrialEntry {
  id: string
  version: number
}

/** What may not be changed of a trial once it has begun: what was tried where, and by what it was forecast. */
export function lintTrialChange(before: TrialEntry, after: TrialEntry): Finding[] {
  const fixed = ['services', 'where', 'scenario', 'plan'] as const
  const changed = fixed.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  return [
    ...changed.map((key) => finding('trial-forecast-changed', { path: key }, { key })),
    ...(before.range.from === after.range.from
      ? []
      : [finding('trial-forecast-changed', { path: 'range.from' }, { key: 'range.from' })]),
  ]
}

/** A trial runs forwards, and what it decides it says why. */
export function lintTrial({ range, decision, resultZh, resultEn }: TrialEntry): Finding[] {
  return [
    ...(range.from > range.to ? [finding('trial-ends-before-it-begins', { path: 'range' })] : []),
    ...(decision !== undefined && !resultZh && !resultEn
      ? [finding('trial-decided-without-result', { path: 'decision' })]
      : []),
  ]
}
