import { type Finding, finding } from '../../kernel/finding.ts'
import type { RoutingInstance } from '../../plan/routing.ts'
import type { RouteOnDay } from './route-on-day.ts'

/** Where it stays the night: a lodging place other than where it usually ends. */
export const lodging = ({ end, usualEnd, rules }: RouteOnDay): number | undefined =>
  end !== null && end !== usualEnd && rules.nights?.at.includes(end) ? end : undefined

/** Nights away: where and when they may be, that the next day starts there, and how many follow each other. */
export function checkNights(instance: RoutingInstance, routes: readonly RouteOnDay[]): Finding[] {
  const byDay = new Map(routes.map((on) => [keyOf(on, on.route.day), on]))
  const id = (place: number) => instance.depots[place]?.id ?? place + 1
  return routes.flatMap((on) => {
    const before = byDay.get(keyOf(on, on.route.day - 1))
    const after = byDay.get(keyOf(on, on.route.day + 1))
    const startsAt = on.route.run?.startsAt ?? on.fleet.depot
    const endsAt = on.route.run?.endsAt
    const facts = { route: on.name }
    const findings: Finding[] = []
    if (startsAt !== on.fleet.depot && !(before && lodging(before) === startsAt))
      findings.push(finding('route-start-elsewhere', {}, { ...facts, place: id(startsAt) }))
    const night = lodging(on)
    if (night === undefined) {
      if (endsAt !== undefined && endsAt !== on.usualEnd) {
        const place = endsAt === null ? on.visited.at(-1)!.id : id(endsAt)
        findings.push(finding('route-end-elsewhere', {}, { ...facts, place }))
      }
      return findings
    }
    const { evenings = on.fleet.days, mostInRow } = on.rules.nights!
    if (!evenings.includes(on.route.day)) findings.push(finding('night-not-allowed', {}, facts))
    if (!after || after.start !== night)
      findings.push(finding('night-not-continued', {}, { ...facts, place: id(night) }))
    const nights = nightsInRow(byDay, on)
    if (nights > mostInRow)
      findings.push(finding('nights-too-many', {}, { ...facts, nights, limit: mostInRow }))
    return findings
  })
}

const keyOf = ({ route: { depot, vehicle } }: RouteOnDay, day: number): string =>
  `${day}/${depot}/${vehicle}`

/** Nights away up to and including that of this route. */
function nightsInRow(byDay: ReadonlyMap<string, RouteOnDay>, last: RouteOnDay): number {
  let nights = 0
  let on: RouteOnDay | undefined = last
  while (on && lodging(on) !== undefined) {
    nights += 1
    on = byDay.get(keyOf(on, on.route.day - 1))
  }
  return nights
}
