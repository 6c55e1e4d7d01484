import type { Service } from '../catalogue/service.ts'
import { dayNumber } from '../kernel/calendar.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import type { Assignment } from '../plan/plan.ts'
import { type CheckGround, givesOnSite, type ReadTravel, travelReader } from './check-ground.ts'
import type { MissedFloor } from './check-input.ts'
import { longestGap } from './opportunities.ts'
import { doorSeconds } from './ride-opportunities.ts'

/** Every line that says how people are reached must be true; everybody entitled and not named as missed has a line. */
export function checkAssignments(ground: CheckGround, missed: readonly MissedFloor[]): Finding[] {
  const travel = travelReader(ground.travel.base.resident)
  const days = stopDays(ground)
  const found = ground.plan.assignments.flatMap((a, index) => {
    const at = { path: `assignments.${index}` }
    const settlement = ground.settlements.get(a.settlement)
    const service = ground.services.get(a.service)
    if (settlement === undefined)
      return [finding('plan-unknown-settlement', at, { settlement: a.settlement })]
    if (service === undefined) return [finding('plan-unknown-service', at, { service: a.service })]
    const entitled = ground.people(settlement, service)
    const facts = { settlement: a.settlement, service: a.service, place: a.place }
    const people =
      a.people > entitled + 0.5
        ? [
            finding('assignment-people-wrong', at, {
              ...facts,
              have: a.people,
              want: Math.round(entitled * 10) / 10,
            }),
          ]
        : []
    const truth =
      a.mode === 'vehicle'
        ? vehicleLine(ground, a, days)
        : a.mode === 'ride'
          ? rideLine(ground, a, service)
          : siteLine(ground, a, service, travel)
    return [...people, ...differences(a, truth, index)]
  })
  return [...found, ...unassigned(ground, missed)]
}

/** What a line should say; null where the place does not give the service there at all. `undefined` is not judged. */
interface Truth {
  seconds?: number | null
  opportunities?: number | null
  longestGapDays?: number | null
}

function siteLine(
  ground: CheckGround,
  a: Assignment,
  service: Service,
  travel: ReadTravel,
): Truth | null {
  const site = ground.sites.get(a.place)
  if (site === undefined) return null
  const ofMode = service.channels.filter((c) => c.mode === a.mode)
  if (a.mode === 'fixed') {
    if (!givesOnSite(site, service)) return null
    const seconds = travel(a.settlement, a.place)?.seconds ?? null
    return { seconds, opportunities: null, longestGapDays: null }
  }
  const gives =
    ofMode.some((c) => c.kind === site.kind) &&
    (site.services.length === 0 || site.services.includes(service.id) || a.mode === 'doorstep')
  if (!gives) return null
  return { seconds: travel(a.settlement, a.place)?.seconds ?? null }
}

/** Days of visits by stop and service. */
function stopDays(ground: CheckGround): Map<string, number[]> {
  const days = new Map<string, Set<number>>()
  for (const { visit, tour } of ground.visits)
    for (const service of visit.services) {
      const key = `${visit.stop} ${service}`
      days.set(key, (days.get(key) ?? new Set<number>()).add(dayNumber(tour.date)))
    }
  return new Map([...days].map(([key, set]) => [key, [...set].sort((x, y) => x - y)]))
}

function vehicleLine(
  ground: CheckGround,
  a: Assignment,
  days: ReadonlyMap<string, number[]>,
): Truth | null {
  const served = ground.stops.get(a.place)?.serves.find((s) => s.settlement === a.settlement)
  const dates = days.get(`${a.place} ${a.service}`)
  if (served === undefined || dates === undefined) return null
  return {
    seconds: served.walkSeconds,
    opportunities: dates.length,
    longestGapDays: longestGap(dates, ground.horizonDays),
  }
}

function rideLine(ground: CheckGround, a: Assignment, service: Service): Truth | null {
  const ride = ground.plan.rides.find((r) => r.id === a.place)
  const site = ride === undefined ? undefined : ground.sites.get(ride.site)
  if (ride === undefined || site === undefined || !givesOnSite(site, service)) return null
  if (!ride.services.includes(service.id)) return null
  const from = ride.pickups.flatMap((pickup) =>
    pickup.riders
      .filter((r) => r.settlement === a.settlement)
      .map((r) => doorSeconds(ground, ride, pickup, r.walkSeconds)),
  )
  if (from.length === 0) return null
  const days = [...new Set(ride.dates.map(dayNumber))].sort((x, y) => x - y)
  return {
    seconds: Math.min(...from),
    opportunities: days.length,
    longestGapDays: longestGap(days, ground.horizonDays),
  }
}

function differences(a: Assignment, truth: Truth | null, index: number): Finding[] {
  const facts = { settlement: a.settlement, service: a.service, place: a.place }
  const path = `assignments.${index}`
  if (truth === null) return [finding('assignment-place-wrong', { path }, facts)]
  const codes = {
    seconds: 'assignment-seconds-wrong',
    opportunities: 'assignment-opportunities-wrong',
    longestGapDays: 'assignment-gap-wrong',
  } as const
  return (Object.keys(codes) as (keyof typeof codes)[]).flatMap((column) => {
    const want = truth[column]
    if (want === undefined || want === a[column]) return []
    return [
      finding(
        codes[column],
        { path: `${path}.${column}` },
        { ...facts, have: a[column] ?? 'open', want: want ?? 'none' },
      ),
    ]
  })
}

/** People whose floors are met by the plan and who are in no line: nobody would tell them where to go. */
function unassigned(ground: CheckGround, missed: readonly MissedFloor[]): Finding[] {
  const named = new Set([
    ...missed.map((m) => `${m.settlement} ${m.service}`),
    ...ground.plan.assignments.map((a) => `${a.settlement} ${a.service}`),
  ])
  const scope = [...new Set(ground.floors.map((f) => f.service))].sort()
  const wanted = ground.county.settings.services
  return scope.flatMap((id) => {
    const service = ground.services.get(id)
    if (service === undefined || (wanted.length > 0 && !wanted.includes(id))) return []
    if (service.channels.every((c) => c.mode === 'remote' || c.mode === 'agent')) return []
    return [...ground.settlements.values()]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .filter((s) => !named.has(`${s.id} ${id}`) && ground.people(s, service) > 0)
      .map((s) =>
        finding(
          'people-unassigned',
          { path: `assignments.${s.id}.${id}` },
          { settlement: s.id, service: id, people: Math.round(ground.people(s, service)) },
        ),
      )
  })
}
