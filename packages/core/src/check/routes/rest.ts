import { type Finding, finding } from '../../kernel/finding.ts'
import type { RouteRun, RoutingInstance } from '../../plan/routing.ts'
import type { DriverRest } from '../../plan/routing-rules.ts'
import type { RouteOnDay } from './route-on-day.ts'
import { exceeds } from './tolerance.ts'
import { type Leg, lastLeaving, legsOf, stopsOf, timesOf } from './way.ts'

/** No more than `after` at the wheel without a rest, which is `duration` in one piece without driving. */
export function checkRest(instance: RoutingInstance, on: RouteOnDay, run: RouteRun): Finding[] {
  const { rest } = on.rules
  const byRoad = run.pauses?.some((p) => p.kind === 'rest') && !rest?.onRoad
  const findings = byRoad ? [finding('route-rest-by-road', {}, { route: on.name })] : []
  if (!rest) return findings
  const stops = stopsOf(on)
  const places = [...instance.depots, ...instance.customers]
  const rests = (start: number, end: number) => !exceeds(rest.duration, end - start)
  let wheel = 0
  for (const leg of legsOf(on)) {
    if (leg.within) continue
    const [leave, arrive] = timesOf(leg, run, stops)
    wheel = wheelAfter(leg, on.travel.time(leg.from, leg.to), wheel, { leave, arrive }, rest)
    if (exceeds(wheel, rest.after)) {
      const facts = { route: on.name, to: places[leg.to]!.id, driving: wheel, limit: rest.after }
      return [...findings, finding('route-rest-missing', {}, facts)]
    }
    const stop = stops.find((s) => s.first === leg.before)
    if (leg.reload) wheel = rests(leg.reload.start, leg.reload.end) ? 0 : wheel
    else if (stop) wheel = rests(arrive, lastLeaving(run, stop)) ? 0 : wheel
  }
  return findings
}

/**
 * Wheel time at the end of a leg. Where on the way a pause falls isn't written down, so the driver may have gone as far as
 * time and rule allow before each: no other split leaves less for later.
 */
function wheelAfter(
  { pauses }: Leg,
  driving: number,
  before: number,
  { leave, arrive }: { leave: number; arrive: number },
  { after, duration }: DriverRest,
): number {
  let wheel = before
  let left = driving
  let free = leave
  for (const { start, end } of pauses) {
    const driven = Math.max(0, Math.min(left, start - free, after - wheel))
    wheel += driven
    left -= driven
    free = end
    if (!exceeds(duration, end - start)) wheel = 0
  }
  // What doesn't fit after the last pause was driven before it, beyond what the rule allows.
  return exceeds(left, arrive - free) ? after + left : wheel + left
}
