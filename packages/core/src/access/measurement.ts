import type { Group } from '../catalogue/group.ts'
import type { Floor, Metric } from '../catalogue/standard.ts'
import type { PlainDate } from '../kernel/calendar.ts'
import type { Finding } from '../kernel/finding.ts'
import type { ReachMode } from '../plan/plan.ts'

/** By what a settlement is reached for a service. */
export interface Reach {
  mode: ReachMode
  place: string
  /** One way, median, by the means the channel supposes. */
  seconds: number
  /** Opportunities in the rolling year; null: open all year. */
  opportunities: number | null
  longestGapDays: number | null
}

/** A metric that is not met: what is wanted, what there is; null when there is nothing at all. */
export interface Missing {
  metric: Metric
  want: number
  have: number | null
}

/** One settlement × one service: the finest grain of every figure. */
export interface Cell {
  settlement: string
  service: string
  /** People entitled, in all and by age group. Expected numbers: estimates are not whole. */
  people: number
  byGroup: Readonly<Record<Group, number>>
  /** True when `people` rests on assumed rates, not on a count. */
  estimated: boolean
  /** Best first. */
  reach: readonly Reach[]
  met: boolean
  missing: readonly Missing[]
  /** `unlocated` and `no-road` are named, never dropped. */
  state: 'ok' | 'unlocated' | 'no-road'
}

export interface Measurement {
  asOf: PlainDate
  season: string
  floors: readonly Floor[]
  cells: readonly Cell[]
  findings: readonly Finding[]
}
