import { type DateRange, daysBetween, isWithin, type PlainDate } from '../kernel/calendar.ts'
import type { Facility } from './facility.ts'
import type { StaffMember } from './staff.ts'
import type { Vehicle } from './vehicle.ts'

/** How the inspection stands on a day; `soon`: it runs out within 30 days. */
export type InspectionState = 'unknown' | 'good' | 'soon' | 'expired'

const soonDays = 30

/** Why a vehicle cannot be sent out on a day. */
export type DispatchBlock =
  | { why: 'inspection-expired'; until: PlainDate }
  | { why: 'down'; range: DateRange }
  | { why: 'depot-unknown' }
  | { why: 'depot-not-open' }
  | { why: 'crew-short'; needed: number; there: number }

/** What is asked of a post holder; years of birth are not needed. */
type Post = Omit<StaffMember, 'birthYear'>

export interface Readiness {
  inspection: InspectionState
  blocks: DispatchBlock[]
}

/** `inspectionUntil` is the last day on which it holds, as in planning. */
function inspectionOn({ inspectionUntil: until }: Vehicle, day: PlainDate): InspectionState {
  if (until === undefined) return 'unknown'
  if (until < day) return 'expired'
  return daysBetween(day, until) <= soonDays ? 'soon' : 'good'
}

/** Whether the post is filled on the day: not retired, not away. */
export const isPresent = ({ retiresOn, away = [] }: Post, day: PlainDate): boolean =>
  (retiresOn === undefined || day < retiresOn) && !away.some((range) => isWithin(day, range))

/**
 * Whether a vehicle could be sent out on a day, and all that stands against it. The crew is counted by the posts of the
 * depot alone: a depot without any listed has unknown staff, which blocks nothing.
 */
export function readinessOn(
  vehicle: Vehicle,
  { facilities, staff }: { facilities: readonly Facility[]; staff: readonly Post[] },
  day: PlainDate,
): Readiness {
  const inspection = inspectionOn(vehicle, day)
  const blocks: DispatchBlock[] = []
  if (inspection === 'expired')
    blocks.push({ why: 'inspection-expired', until: vehicle.inspectionUntil! })
  for (const range of vehicle.down ?? [])
    if (isWithin(day, range)) blocks.push({ why: 'down', range })
  const depot = facilities.find((facility) => facility.id === vehicle.depot)
  if (!depot) blocks.push({ why: 'depot-unknown' })
  else if (depot.state !== 'open') blocks.push({ why: 'depot-not-open' })
  const posts = staff.filter(({ employer }) => employer === vehicle.depot)
  const there = posts.filter((post) => isPresent(post, day)).length
  if (posts.length > 0 && there < vehicle.crew)
    blocks.push({ why: 'crew-short', needed: vehicle.crew, there })
  return { inspection, blocks }
}
