import type { Domain } from '../catalogue/service.ts'
import { type Memory, newMemory, recall, steady } from '../kernel/memory.ts'
import { oncePer } from '../kernel/once-per.ts'
import { callSeconds } from '../plan/costs.ts'
import { type DepartmentShare, isMade, type Tour, type Visit } from '../plan/plan.ts'
import { pricePerKm } from '../plan/price-per-km.ts'
import { dutySecondsOf, rideFenOf } from '../plan/ride-cost.ts'
import type { Draft } from './draft.ts'
import { profileOf } from './fleet-class.ts'
import type { ChoiceGround } from './joint/build-choice.ts'
import { type JointCost, splitCost } from './joint/cost-split.ts'
import { paidCalls } from './paid-calls.ts'
import type { NeedCell, PlanGround } from './plan-ground.ts'
import type { PlannedStop } from './planned-stops.ts'
import { baseRoads, type RoadsOf } from './route-cost.ts'
import { loadOf } from './stop-load.ts'

type Shared = { fen: number; of: ReadonlySet<Domain> }

/** A joint cost as it is gathered; fen of the horizon until it is split. */
interface Bill {
  own: Map<Domain, number>
  shared: Shared[]
}

const domainsOf = (cells: readonly NeedCell[]): Set<Domain> =>
  new Set(cells.map((c) => c.scoped.service.domain))

/**
 * What the departments of a plan's services bear of its visits, doorstep calls, rides and new sites, in fen a year to
 * compare by (docs/methods/joint-plan.md): the time at people's side to the department served; setting up and the way
 * round by a stop to those served there; the rest of the day out to all aboard; a new site to all it serves.
 */
export function costShares(
  base: ChoiceGround,
  draft: Draft,
  memory: Memory = newMemory(),
): DepartmentShare[] {
  const { ground } = base
  const bill: Bill = { own: new Map(), shared: [] }
  const stops = new Map(draft.stops.map((s) => [s.stop.id, s]))
  const asServed = servedStops(draft.stops, memory)
  const roads = roadsIn(ground)
  for (const tour of draft.tours) {
    const visited = tour.visits.map(({ stop }) => asServed.get(stop))
    const own = recall(memory, `bill of ${tour.id}`, [tour, ...visited], () =>
      tourBill(ground, tour, stops, roads),
    )
    for (const { domain, fen } of own.own) addOwn(bill, domain, fen)
    bill.shared.push(...own.shared)
  }
  const hourFen = ground.county.settings.prices.staffHourFen
  for (const call of draft.doorstep) {
    const kind = ground.facilities.get(call.facility)!.kind
    addOwn(bill, domainOf(call.cell), (callSeconds(paidCalls(call, kind)) / 3600) * hourFen)
  }
  addRides(bill, ground, draft)
  const perYear = 365 / ground.horizonDays
  const yearly: JointCost = {
    own: new Map([...bill.own].map(([d, fen]) => [d, fen * perYear])),
    shared: [
      ...bill.shared.map((s) => ({ ...s, fen: s.fen * perYear })),
      ...siteCosts(base, draft),
    ],
  }
  return splitCost(yearly)
}

/** What the bill of a tour hangs on of its stops: the same object while it is the same. */
function servedStops(stops: readonly PlannedStop[], memory: Memory): Map<string, object> {
  const served = stops.map(({ stop, settlement, fleet, visits, cells }) => ({
    key: stop.id,
    row: { id: stop.id, settlement, fleet, visits, cells },
  }))
  return new Map(steady(memory, 'stops served', served).map((row) => [row.id, row]))
}

const domainOf = (cell: NeedCell): Domain => cell.scoped.service.domain

const addOwn = (bill: Bill, domain: Domain, fen: number): void => {
  bill.own.set(domain, (bill.own.get(domain) ?? 0) + fen)
}

const roadsIn = oncePer(baseRoads)
const vehiclesIn = oncePer(
  ({ county }: PlanGround) => new Map(county.vehicles.map((v) => [v.id, v])),
)

/** What one tour adds to the bill. */
interface TourBill {
  own: { domain: Domain; fen: number }[]
  shared: Shared[]
}

function tourBill(
  ground: PlanGround,
  tour: Tour,
  stops: ReadonlyMap<string, PlannedStop>,
  roads: RoadsOf,
): TourBill {
  const bill: TourBill = { own: [], shared: [] }
  const vehicle = vehiclesIn(ground).get(tour.vehicle)!
  const secondFen = (vehicle.crew * ground.county.settings.prices.staffHourFen) / 3600
  const metreFen = pricePerKm(vehicle, ground.county) / 1000
  const road = roads(profileOf(vehicle))
  const leg = (from: string, to: string) =>
    Math.max(0, road.seconds(from, to)) * secondFen + Math.max(0, road.metres(from, to)) * metreFen
  const visited = tour.visits.map((v) => servedAt(v, stops.get(v.stop)!))
  const places = [vehicle.depot, ...visited.map((s) => s.settlement), vehicle.depot]
  let rest =
    tour.metres * metreFen + vehicle.costPerDayFen + (tour.finish - tour.depart) * secondFen
  const detours = visited.map((stop, k) => {
    rest -= stop.serviceSeconds * secondFen
    bill.shared.push({ fen: setUp(stop) * secondFen, of: domainsOf(stop.cells) })
    addService(bill, ground, stop, secondFen)
    const [from, at, to] = [places[k]!, places[k + 1]!, places[k + 2]!]
    return Math.max(0, leg(from, at) + leg(at, to) - leg(from, to))
  })
  const all = detours.reduce((a, b) => a + b, 0)
  const part = all > 0 ? Math.min(1, Math.max(0, rest) / all) : 0
  visited.forEach((stop, k) => {
    bill.shared.push({ fen: detours[k]! * part, of: domainsOf(stop.cells) })
  })
  bill.shared.push({ fen: rest - all * part, of: domainsOf(visited.flatMap((s) => s.cells)) })
  return bill
}

/** The stop as one visit serves it: the services carried, the time they take. */
const servedAt = ({ services, arrive, leave }: Visit, stop: PlannedStop): PlannedStop => ({
  ...stop,
  cells: stop.cells.filter((c) => services.includes(c.scoped.service.id)),
  serviceSeconds: leave - arrive,
})

const setUp = ({ fleet, serviceSeconds }: PlannedStop): number =>
  Math.min(fleet.setupSeconds, serviceSeconds)

/** The time at people's side, by how long each department's people take. */
function addService(
  bill: TourBill,
  ground: PlanGround,
  stop: PlannedStop,
  secondFen: number,
): void {
  const seconds = stop.cells.map(
    (cell) => loadOf(ground, { fleet: stop.fleet, cells: [cell] }, stop.visits).personSeconds,
  )
  const sum = seconds.reduce((a, b) => a + b, 0)
  const fen = (stop.serviceSeconds - setUp(stop)) * secondFen
  if (sum === 0) bill.shared.push({ fen, of: domainsOf(stop.cells) })
  else
    stop.cells.forEach((cell, k) => {
      bill.own.push({ domain: domainOf(cell), fen: (fen * seconds[k]!) / sum })
    })
}

function addRides(bill: Bill, ground: PlanGround, { rides }: Draft): void {
  const { county, catalogue } = ground
  const services = new Map(catalogue.services.map((s) => [s.id, s]))
  for (const ride of rides) {
    const vehicle = vehiclesIn(ground).get(ride.vehicle ?? '') ?? null
    const hours = ((vehicle?.crew ?? 0) * dutySecondsOf(ride, county)) / 3600
    const once =
      rideFenOf({ ...ride, vehicle }, county) + hours * county.settings.prices.staffHourFen
    const of = new Set(ride.services.flatMap((id) => services.get(id)?.domain ?? []))
    bill.shared.push({ fen: once * ride.dates.length, of })
  }
}

/** Converted and built sites, each shared by the departments whose services it gives. */
function siteCosts({ ground, candidates }: ChoiceGround, { sites }: Draft): Shared[] {
  const domains = new Map(ground.catalogue.services.map((s) => [s.id, s.domain]))
  return sites.flatMap((site): Shared[] => {
    if (!isMade(site)) return []
    const chosen = candidates.find(
      ({ facility, kind, decision }) =>
        facility.id === site.facility && kind === site.toKind && decision.action === site.action,
    )
    const given = [...(chosen?.gives.size ? chosen.gives : site.services)]
    return [{ fen: chosen?.value ?? 0, of: new Set(given.flatMap((id) => domains.get(id) ?? [])) }]
  })
}
