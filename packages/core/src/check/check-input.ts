import type { Catalogue } from '../catalogue/catalogue.ts'
import type { PlainDate } from '../kernel/calendar.ts'
import type { Finding } from '../kernel/finding.ts'
import type { County } from '../plan/county.ts'
import type { Costs, FleetUse, Plan } from '../plan/plan.ts'
import type { YearTravel } from '../travel/travel-table.ts'

/** Raw input and the plan to be judged. Nothing computed by the planner is believed. */
export interface CheckInput {
  county: County
  catalogue: Catalogue
  travel: YearTravel
  plan: Plan
  /** The day whose floors hold; the county's as-of date where not given. */
  floorsOf?: PlainDate
}

/** A floor that the plan misses, as the checker finds it. `have` is null where there is nothing at all. */
export interface MissedFloor {
  settlement: string
  service: string
  metric: string
  want: number
  have: number | null
  people: number
  declared: boolean
}

/** The checker's own figures. */
export interface CheckFigures {
  costs: { today: Costs; plan: Costs }
  floorsTested: number
  floorsMissed: readonly MissedFloor[]
  /** People entitled in the settlements × services tested, each pair once: those due. */
  peopleDue: number
  /** People of settlements × services with a floor missed, each pair once. */
  peopleMissed: number
  fleet: readonly FleetUse[]
  tours: number
  visits: number
}

/** `broken`: an error was found, and the plan must not be carried out as it stands. */
export interface CheckResult {
  verdict: 'valid' | 'broken'
  findings: Finding[]
  figures: CheckFigures
}
