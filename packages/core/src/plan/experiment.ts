import { z } from 'zod'
import { DateRange, PlainDate } from '../kernel/calendar.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import { suggestion } from '../territory/import/nearest.ts'
import type { Scenario } from './change.ts'
import type { CountyInput } from './county.ts'
import { issueFindings } from './import/settings.ts'

/** What was recorded at one place for one service while a trial ran. */
export const Recorded = z.object({
  settlement: z.string(),
  service: z.string(),
  visits: z.number().min(0),
  personTimes: z.number().min(0),
})
export type Recorded = z.infer<typeof Recorded>

/** A new way of supplying services, tried somewhere: what, where, from when, against what, and what came of it. */
export const Experiment = z.object({
  id: z.string().min(1),
  nameZh: z.string().min(1),
  nameEn: z.string().min(1),
  /** The new way, in words. */
  wayZh: z.string().min(1),
  wayEn: z.string().min(1),
  services: z.array(z.string()).min(1),
  /** Settlements where it is tried. */
  where: z.array(z.string()).min(1),
  range: DateRange,
  /** The scenario that it is, and the one it is compared with (`county`: as things are). */
  scenario: z.string(),
  comparedWith: z.string().default('county'),
  recorded: z.array(Recorded).default([]),
  resultZh: z.string().optional(),
  resultEn: z.string().optional(),
  decision: z.enum(['keep', 'extend', 'change', 'stop']).optional(),
  decidedOn: PlainDate.optional(),
})
export type Experiment = z.infer<typeof Experiment>

/** The register from `experiments.yaml` as parsed: a list, or nothing. */
export function importExperiments(
  document: unknown,
  file = 'experiments.yaml',
): { experiments: Experiment[]; findings: Finding[] } {
  if (document === null || document === undefined) return { experiments: [], findings: [] }
  const parsed = Experiment.array().safeParse(document)
  return parsed.success
    ? { experiments: parsed.data, findings: [] }
    : {
        experiments: [],
        findings: issueFindings('experiment-malformed', file, parsed.error.issues),
      }
}

/** What the register names and is not there, and ids that stand twice. */
export function checkExperiments(
  { county, catalogue }: CountyInput,
  scenarios: readonly Scenario[],
  experiments: readonly Experiment[],
): Finding[] {
  const known = {
    settlement: { zh: '居民点', ids: new Set(county.settlements.map((s) => s.id)) },
    service: { zh: '服务', ids: new Set<string>(catalogue.services.map((s) => s.id)) },
    scenario: { zh: '情景', ids: new Set([...scenarios.map((s) => s.id), 'county']) },
  }
  const ids = experiments.map((e) => e.id)
  const doubled = ids
    .filter((id, k) => ids.indexOf(id) !== k)
    .map((id) => finding('experiment-id-doubled', { path: id }, { id }))
  const unknown = experiments.flatMap((e) => {
    const named: [keyof typeof known, string][] = [
      ...e.where.map((x) => ['settlement', x] as [keyof typeof known, string]),
      ...e.recorded.map((r) => ['settlement', r.settlement] as [keyof typeof known, string]),
      ...e.services.map((x) => ['service', x] as [keyof typeof known, string]),
      ...e.recorded.map((r) => ['service', r.service] as [keyof typeof known, string]),
      ['scenario', e.scenario],
      ['scenario', e.comparedWith],
    ]
    const lost = named.filter(([what, value]) => !known[what].ids.has(value))
    return lost.map(([what, value]) =>
      finding(
        'experiment-names-nothing',
        { path: e.id },
        {
          id: e.id,
          what,
          whatZh: known[what].zh,
          value,
          suggestion: suggestion(value, known[what].ids),
        },
      ),
    )
  })
  return [...doubled, ...unknown]
}
