import { type Finding, finding } from '../../kernel/finding.ts'
import type { RouteOnDay } from './route-on-day.ts'
import { exceeds } from './tolerance.ts'
import { drivingOf } from './way.ts'

/** The longest time at the wheel a day. */
export function checkDriving(on: RouteOnDay): Finding[] {
  const limit = on.rules.maxDriving ?? Infinity
  const driving = drivingOf(on)
  if (!exceeds(driving, limit)) return []
  return [finding('route-driving-too-long', {}, { route: on.name, driving, limit })]
}
