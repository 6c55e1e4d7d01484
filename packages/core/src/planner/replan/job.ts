import type { Stop } from '../../plan/plan.ts'

/** Where a visit stands in the published plan. */
export interface Home {
  tour: string
  vehicle: number
  /** Position in the working days. */
  day: number
  arrive: number
}

/** One visit that is to be made, wherever it ends up. */
export interface Job {
  /** Its position among all jobs. */
  key: number
  id: string
  stop: Stop
  services: readonly string[]
  personTimes: number
  staySeconds: number
  /** Null where the published plan has no such visit. */
  home: Home | null
  /** Stays where and when it was published. */
  locked: boolean
  /** The day around which a place is looked for. */
  around: number
  /** Days on which it may be made, both ends included. */
  from: number
  to: number
  /** People it serves and whether with a basic service: who goes first where there is not room for all. */
  people: number
  basic: boolean
}

/** The more urgent first: basic services, then more people, then order of id. */
export const byUrgency = (a: Job, b: Job): number =>
  Number(b.basic) - Number(a.basic) || b.people - a.people || a.key - b.key
