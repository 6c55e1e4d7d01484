import type { PlainDate } from '../kernel/calendar.ts'
import { byText } from '../kernel/order.ts'
import { type Seconds, UNREACHABLE } from '../kernel/units.ts'
import { marketDaysBySettlement } from '../plan/market-days.ts'
import { pricePerKm } from '../plan/price-per-km.ts'
import { townshipOf } from '../territory/division.ts'
import { cellAt, placesIn } from '../travel/read-table.ts'
import { type CountyTravel, type TravelTable, travelOn } from '../travel/travel-table.ts'
import type { TourProblem, TourStop, TourTravel, TourVehicle } from './first-tours/problem.ts'
import { profileOf } from './fleet-class.ts'
import type { PlanGround } from './plan-ground.ts'
import type { PlannedStop } from './planned-stops.ts'
import type { VehicleDays } from './vehicle-days.ts'

/** The stops and the fleet as a problem of tours. Classes without a stop are left out. */
export function tourProblem(
  ground: PlanGround,
  stops: readonly PlannedStop[],
  days: ReadonlyMap<string, VehicleDays>,
): TourProblem {
  const classes = [...new Set(stops.map((s) => s.fleet))]
  const fleet = classes.flatMap((c) => c.vehicles.map((vehicle) => ({ vehicle, kind: c.key })))
  fleet.sort(byText((x) => x.vehicle.id))
  const places = [
    ...new Set([...fleet.map((f) => f.vehicle.depot), ...stops.map((s) => s.settlement)]),
  ].sort()
  const placeOf = new Map(places.map((id, k) => [id, k]))
  const profiles = [...new Set(fleet.map((f) => profileOf(f.vehicle)))].sort()
  const states = roadStates(ground)
  const vehicles = fleet.map(
    ({ vehicle, kind }): TourVehicle => ({
      id: vehicle.id,
      depot: placeOf.get(vehicle.depot)!,
      kind,
      profile: profiles.indexOf(profileOf(vehicle)),
      shiftSeconds: vehicle.shiftSeconds as Seconds,
      earliest: vehicle.earliest as Seconds,
      driveLimitSeconds: vehicle.driveLimitSeconds as Seconds,
      costPerKmFen: pricePerKm(vehicle, ground.county),
      costPerDayFen: vehicle.costPerDayFen,
      days: days.get(vehicle.id)?.days ?? new Int32Array(0),
    }),
  )
  const dense = states.all.map((travel) => ({
    byProfile: profiles.map((p) => denseTravel(travel.vehicle[p], places)),
  }))
  const avoid = avoidedDays(ground)
  return {
    days: ground.workdays,
    horizonDays: ground.horizonDays,
    places,
    vehicles,
    states: dense,
    stateOfDay: states.ofDay,
    stops: stops.map((s): TourStop => {
      const place = placeOf.get(s.settlement)!
      const own = vehicles.filter((v) => v.kind === s.fleet.key)
      const shut = dense.map(({ byProfile }) =>
        own.every((v) => {
          const { seconds } = byProfile[v.profile]!
          const n = places.length
          return (
            seconds[v.depot * n + place] === UNREACHABLE ||
            seconds[place * n + v.depot] === UNREACHABLE
          )
        }),
      )
      const taken = datesTaken(s.cells, ground)
      // Closed in every state is not a matter of days: the solver says "unreachable".
      const everywhere = shut.every(Boolean)
      const closed = ground.workdays.flatMap((_, d) =>
        (!everywhere && shut[states.ofDay[d]!]) || taken.has(ground.workdays[d]!) ? [d] : [],
      )
      return {
        id: s.stop.id,
        place,
        kind: s.fleet.key,
        visits: s.visits,
        maxGapDays: s.maxGapDays,
        serviceSeconds: s.serviceSeconds as Seconds,
        services: s.services,
        personTimes: s.personTimes,
        people: Math.round(s.weight),
        priority: s.priority,
        closedDays: new Set(closed),
        avoidDays: avoid(s.settlement),
      }
    }),
  }
}

/** Dates on which those served are visited anyway: another visit then would not count. None where too few are left. */
function datesTaken(cells: PlannedStop['cells'], ground: PlanGround): ReadonlySet<PlainDate> {
  const dates = new Set(cells.flatMap((c) => c.existing.visitDates))
  return 2 * dates.size > ground.workdays.length ? new Set() : dates
}

function roadStates(ground: PlanGround): { all: CountyTravel[]; ofDay: Int32Array } {
  const { travel, workdays } = ground
  const all = [...new Set([travel.base, ...travel.seasons.map((s) => s.travel)])]
  return { all, ofDay: Int32Array.from(workdays, (day) => all.indexOf(travelOn(travel, day))) }
}

/** A table laid out over the places of a problem. */
export function denseTravel(table: TravelTable | undefined, places: readonly string[]): TourTravel {
  const n = places.length
  const seconds = new Int32Array(n * n).fill(UNREACHABLE)
  const metres = new Int32Array(n * n).fill(UNREACHABLE)
  if (table === undefined) return { seconds, metres }
  const rows = placesIn(table.from)
  const columns = placesIn(table.to)
  places.forEach((from, i) => {
    const row = rows.get(from)
    if (row === undefined) return
    places.forEach((to, j) => {
      const column = columns.get(to)
      if (column === undefined) return
      const cell = cellAt(table, row, column)
      if (cell < 0) return
      seconds[i * n + j] = table.p50[cell]!
      metres[i * n + j] = table.p50[cell]! < 0 ? UNREACHABLE : Math.max(0, table.roadMetres[cell]!)
    })
  })
  return { seconds, metres }
}

/** On a market day of their township people of the villages around are at the market, so a visit is better on another day. */
function avoidedDays(ground: PlanGround): (settlement: string) => ReadonlySet<number> {
  const { settings } = ground.county
  const markets = marketDaysBySettlement(settings.markets, settings.horizon)
  const dayOf = new Map(ground.workdays.map((day, k) => [day, k]))
  const byTownship = new Map<string, Set<number>>()
  for (const [settlement, dates] of markets) {
    const township = townshipOf(ground.settlements.get(settlement)?.division ?? '')
    const days = byTownship.get(township) ?? new Set<number>()
    for (const date of dates) if (dayOf.has(date)) days.add(dayOf.get(date)!)
    if (township !== '') byTownship.set(township, days)
  }
  const none = new Set<number>()
  return (settlement) =>
    markets.has(settlement)
      ? none
      : (byTownship.get(townshipOf(ground.settlements.get(settlement)?.division ?? '')) ?? none)
}
