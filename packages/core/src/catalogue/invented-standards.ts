import type { PlainDate } from '../kernel/calendar.ts'
import type { AdoptedStandard, Metric } from './standard.ts'

/** Floors a county without documents of its own is tried with: service, metric, value, unit. */
const trial: readonly (readonly [service: string, metric: Metric, value: number, unit: string])[] =
  [
    ['ADM-01', 'minVisitsPerVillageYear', 12, 'visits/village/year'],
    ['EDU-01', 'maxTravelMin', 40, 'min'],
    ['MED-01', 'minVisitsPerVillageYear', 24, 'visits/village/year'],
    ['MED-01', 'maxTravelMin', 30, 'min'],
    ['MED-04', 'minServicesPerPersonYear', 1, 'check/year'],
    ['SUP-01', 'minVisitsPerVillageYear', 26, 'visits/village/year'],
  ]

/** Invented county standards, marked as such, so that a county out of raw files has floors to plan for. */
export const inventedStandards = (from: PlainDate): AdoptedStandard[] =>
  trial.map(([service, metric, value, unit], k) => ({
    service,
    metric,
    value,
    unit,
    level: 'county',
    document: '虚构的试算标准 (invented for trial, adopted by nobody)',
    clause: String(k + 1),
    from,
    invented: true,
  }))
