import { type Finding, finding } from '../../kernel/finding.ts'
import type { RouteRun } from '../../plan/routing.ts'
import type { RouteOnDay } from './route-on-day.ts'
import { exceeds } from './tolerance.ts'
import { type Leg, legsOf, type Stop, stopsOf, timesOf } from './way.ts'

/** Whether the times of a run are possible: ways and pauses fit between stops, setup and service within them. */
export function checkClock(on: RouteOnDay, run: RouteRun): Finding[] {
  const stops = stopsOf(on)
  return [
    ...legsOf(on)
      .filter((leg) => !leg.within)
      .flatMap((leg) => checkLeg(on, run, leg, stops)),
    ...stops.flatMap((stop) => checkStop(on, run, stop)),
  ]
}

function checkLeg(on: RouteOnDay, run: RouteRun, leg: Leg, stops: readonly Stop[]): Finding[] {
  const [leave, arrive] = timesOf(leg, run, stops)
  const findings: Finding[] = []
  let free = leave
  for (const { start, end } of leg.pauses) {
    if (exceeds(free, start))
      findings.push(finding('route-pauses-overlap', {}, { route: on.name, start }))
    free = Math.max(free, end)
  }
  const paused = leg.pauses.reduce((sum, { start, end }) => sum + end - start, 0)
  const earliest = Math.max(free, leave + on.travel.time(leg.from, leg.to) + paused)
  if (!exceeds(earliest, arrive)) return findings
  const facts = { route: on.name, earliest }
  if (leg.reload)
    findings.push(finding('route-pauses-overlap', {}, { route: on.name, start: arrive }))
  else if (leg.before < on.visited.length)
    findings.push(
      finding('route-arrival-too-soon', {}, { ...facts, id: on.visited[leg.before]!.id, arrive }),
    )
  else findings.push(finding('route-finish-too-soon', {}, { ...facts, finish: arrive }))
  return findings
}

/** Setup once, the longest; then each station serves its customers one after another, all stations at the same time. */
function checkStop(on: RouteOnDay, run: RouteRun, { first, last }: Stop): Finding[] {
  const findings: Finding[] = []
  const arrival = run.times[first]![0]
  const customers = on.visited.slice(first, last + 1)
  const ready = arrival + Math.max(...customers.map((c) => c.rules?.setup ?? 0))
  const free = new Map<string | undefined, number>()
  customers.forEach(({ id, rules }, k) => {
    const [arrive, start, leave] = run.times[first + k]!
    const facts = { route: on.name, id }
    if (exceeds(arrival, arrive))
      findings.push(finding('route-arrival-too-soon', {}, { ...facts, arrive, earliest: arrival }))
    const earliest = Math.max(arrive, ready, free.get(rules?.station) ?? ready)
    if (exceeds(earliest, start))
      findings.push(finding('route-service-too-soon', {}, { ...facts, start, earliest }))
    const done = start + on.service[first + k]!
    if (exceeds(done, leave))
      findings.push(finding('route-service-cut-short', {}, { ...facts, leave, earliest: done }))
    free.set(rules?.station, leave)
  })
  return findings
}
