import { type Finding, finding } from '../../kernel/finding.ts'
import { compareText } from '../../kernel/order.ts'
import type { Ride } from '../../plan/plan.ts'
import type { RideBy, RideSeat } from '../../plan/plan-edit.ts'
import { doorToDoor } from '../../plan/ride-times.ts'
import type { Vehicle } from '../../resources/vehicle.ts'
import { travelOn } from '../../travel/travel-table.ts'
import type { RidingCell } from '../draft.ts'
import type { NeedCell } from '../plan-ground.ts'
import { busTimes, pickupOf } from '../rides/bus-runs.ts'
import type { Waiting } from '../rides/pool-runs.ts'
import { ridePeople } from '../rides/ride-people.ts'
import { costOfDate, rideByLines, seatsOf, timedWithin } from '../rides/ride-run.ts'
import { doorLimit } from '../rides/riders-of-cell.ts'
import { timesOf } from '../rides/time-run.ts'
import { ridersOf, servicesOf } from '../rides/write-run.ts'
import type { EditState } from './edit-state.ts'

const at = { path: 'edits' }

/** A ride before its times: to where, by what, on which dates. */
type Going = Pick<Ride, 'id' | 'site' | 'by' | 'vehicle' | 'lines' | 'dates'>

const vehicleOf = (state: EditState, { vehicle }: Pick<Going, 'vehicle'>): Vehicle | null =>
  vehicle === null ? null : (state.vehicles.get(vehicle) ?? null)

/** Who rides, by pick-up in the order of the run; people of a settlement with two pick-ups by the time that they have. */
function aboardOf(state: EditState, ride: Ride): Waiting[] {
  const { settings } = state.base.ground.county
  const own = state.riding.filter((r) => r.ride === ride.id)
  const taken = new Set<RidingCell>()
  const at = (k: number, exact: boolean) => {
    const pickup = ride.pickups[k]!
    return own.flatMap((r) => {
      const rider = pickup.riders.find((p) => p.settlement === r.cell.settlement.id)
      if (rider === undefined || taken.has(r)) return []
      const { walkSeconds } = rider
      if (exact && doorToDoor(ride, pickup, walkSeconds, settings) !== r.seconds) return []
      taken.add(r)
      return [{ cell: r.cell, walkSeconds, share: r.share }]
    })
  }
  const exact = ride.pickups.map((_, k) => at(k, true))
  return ride.pickups.map(({ settlement }, k) => ({
    pickup: settlement,
    riders: [...exact[k]!, ...at(k, false)],
    people: 0,
    farSeconds: 0,
  }))
}

/** The roads of a ride are those of its first date. */
const roadsFor = (state: EditState, going: Going, vehicle: Vehicle | null) =>
  state.rideRoads(vehicle, travelOn(state.base.ground.travel, going.dates[0]!))

type Times = Pick<
  Ride,
  'pickups' | 'depart' | 'arrive' | 'leave' | 'finish' | 'metres' | 'driveSeconds'
>

/** The times of a run by the same rules as when the plan is made; null where it may not go. */
function timesFor(state: EditState, going: Going, run: readonly Waiting[]): Times | null {
  const { ground } = state.base
  const withRiders = (k: number) => ({ riders: ridersOf(run[k]!) })
  if (going.by === 'bus') {
    const [waiting, ...others] = run
    if (others.length > 0) return null
    const { pickup, riders } = waiting!
    const found = rideByLines(riders[0]!.cell, { ...going, pickup }, ground)
    if (found === null) return null
    return { pickups: [{ ...pickupOf(found), ...withRiders(0) }], ...busTimes(found) }
  }
  const vehicle = vehicleOf(state, going)
  const timed = timedWithin(ground, roadsFor(state, going, vehicle), going.site, run, vehicle)
  if (timed === null) return null
  return { pickups: timed.pickups.map((p, k) => ({ ...p, ...withRiders(k) })), ...timesOf(timed) }
}

const noRun = ({ site, by, vehicle, lines }: Going, pickup: string): Finding =>
  finding('edit-no-run', at, { site, pickup, by: vehicle ?? (lines.join(' + ') || by) })

/** Writes a ride with who is aboard now; one whose places stay as they are keeps its times, one for nobody is dropped. */
function putAboard(
  state: EditState,
  going: Going & Partial<Ride>,
  aboard: readonly Waiting[],
): Finding | null {
  const { id } = going
  const run = aboard.filter((w) => w.riders.length > 0)
  const others = state.riding.filter((r) => r.ride !== id)
  if (run.length === 0) {
    state.rides.delete(id)
    state.riding = others
    return null
  }
  const before = state.rides.get(id)
  const same =
    before?.pickups.length === run.length &&
    before.pickups.every((p, k) => p.settlement === run[k]!.pickup)
  const kept = same
    ? { ...before, pickups: before.pickups.map((p, k) => ({ ...p, riders: ridersOf(run[k]!) })) }
    : null
  const times = kept ?? timesFor(state, going, run)
  if (times === null) return noRun(going, run.at(-1)!.pickup)
  const { ground } = state.base
  const { pickups, depart, arrive, leave, finish, metres, driveSeconds } = times
  const { site, by, vehicle, lines, dates } = going
  const row: Ride = {
    ...{ id, site, by, vehicle, lines, dates, pickups, services: servicesOf(run) },
    ...{ depart, arrive, leave, finish, metres, driveSeconds },
    seats: by === 'bus' ? null : seatsOf(vehicleOf(state, going), ground),
    people: before?.people ?? 0,
  }
  addRides(state, [row])
  const { settings } = ground.county
  state.riding = [
    ...others,
    ...run.flatMap(({ riders }, k) =>
      riders.map(({ cell, walkSeconds, share }): RidingCell => {
        const seconds = doorToDoor(row, pickups[k]!, walkSeconds, settings)
        return { cell, ride: id, share, seconds }
      }),
    ),
  ]
  return null
}

/** Rides put in at their places by id; one that is there already is written anew where it stands. */
export function addRides(state: EditState, rides: readonly Ride[]): void {
  for (const ride of rides) {
    if (state.rides.has(ride.id)) {
      state.rides.set(ride.id, ride)
      continue
    }
    const all = [...state.rides]
    const later = all.findIndex(([id]) => compareText(id, ride.id) > 0)
    state.rides = new Map(all.toSpliced(later < 0 ? all.length : later, 0, [ride.id, ride]))
  }
}

/** The people of rides by the dates that everybody aboard has now. */
export function countPeople(state: EditState, rides: Iterable<string>): void {
  const people = ridePeople(state.base.ground, [...state.rides.values()], state.riding)
  for (const id of new Set(rides)) {
    const ride = state.rides.get(id)
    if (ride !== undefined) state.rides.set(id, { ...ride, people: people.get(id) ?? 0 })
  }
}

const byOf = ({ by, vehicle, lines }: Ride): RideBy =>
  by === 'bus'
    ? { by, lines: [...lines] }
    : vehicle === null
      ? { by: 'hired' }
      : { by: 'vehicle', vehicle }

/** People of a cell get off all their rides. Gives the seats that bring them back, or why a ride can't go without them. */
export function leaveRides(
  state: EditState,
  cell: NeedCell,
): { seats: RideSeat[] } | { refused: Finding[] } {
  const seats: RideSeat[] = []
  for (const { ride: id, share } of state.riding.filter((r) => r.cell === cell)) {
    const ride = state.rides.get(id)
    if (ride === undefined) continue
    const aboard = aboardOf(state, ride)
    const place = aboard.findIndex((w) => w.riders.some((r) => r.cell === cell))
    const without = aboard.map((w) => ({ ...w, riders: w.riders.filter((r) => r.cell !== cell) }))
    const wrong = putAboard(state, ride, without)
    if (wrong !== null) return { refused: [wrong] }
    const gone = !state.rides.has(id)
    const { site, dates } = ride
    seats.push({
      ride: id,
      pickup: aboard[place]!.pickup,
      ...(gone || without[place]!.riders.length > 0 ? {} : { at: place }),
      ...(share === 1 ? {} : { share }),
      ...(gone ? { newRide: { site, by: byOf(ride), dates: [...dates] } } : {}),
    })
  }
  countPeople(
    state,
    seats.map((s) => s.ride),
  )
  return { seats }
}

const goingOf = (id: string, { site, by, dates }: NonNullable<RideSeat['newRide']>): Going => ({
  ...{ id, site, by: by.by, dates },
  vehicle: by.by === 'vehicle' ? by.vehicle : null,
  lines: by.by === 'bus' ? by.lines : [],
})

/** People of a cell get on a ride that is there, or is to be made. */
export function boardRide(
  state: EditState,
  cell: NeedCell,
  { ride: id, pickup, at: place, share = 1, newRide }: RideSeat,
): Finding | null {
  const ride = state.rides.get(id)
  const going = ride ?? (newRide && goingOf(id, newRide))
  if (going === undefined) return finding('edit-unknown-ride', at, { ride: id })
  const walkSeconds = state.base.walks.get(cell.settlement.id)?.get(pickup) ?? 0
  const rider = { cell, walkSeconds, share }
  const aboard = ride === undefined ? [] : aboardOf(state, ride)
  if (aboard.some((w) => w.riders.some((r) => r.cell === cell)))
    return finding('edit-nothing-to-do', at, { what: id })
  const there = aboard.findIndex((w) => w.pickup === pickup)
  if (there >= 0) {
    const riders = [...aboard[there]!.riders, rider]
    return putAboard(state, going, aboard.with(there, { ...aboard[there]!, riders }))
  }
  const own: Waiting = { pickup, riders: [rider], people: 0, farSeconds: 0 }
  const where = place ?? placeOf(state, going, aboard, own)
  return putAboard(state, going, aboard.toSpliced(Math.min(where, aboard.length), 0, own))
}

/** A ride on which people of a cell are longer from door to door than their limit. */
export function tooLong({ riding, rides }: EditState, cell: NeedCell): Finding | null {
  const long = riding.find((r) => r.cell === cell && r.seconds > doorLimit(cell))
  if (long === undefined) return null
  const ride = rides.get(long.ride)!
  const isRider = ({ settlement }: { settlement: string }) => settlement === cell.settlement.id
  const pickup = ride.pickups.find((p) => p.riders.some(isRider))
  return noRun(ride, pickup?.settlement ?? cell.settlement.id)
}

/** Where a run grows least by one more place. */
function placeOf(state: EditState, going: Going, aboard: readonly Waiting[], own: Waiting): number {
  if (aboard.length === 0 || going.by === 'bus') return 0
  const { ground } = state.base
  const vehicle = vehicleOf(state, going)
  const roads = roadsFor(state, going, vehicle)
  let best = { at: 0, fen: Number.POSITIVE_INFINITY }
  for (let k = 0; k <= aboard.length; k++) {
    const run = aboard.toSpliced(k, 0, own)
    const timed = timedWithin(ground, roads, going.site, run, vehicle)
    const fen = timed === null ? Number.POSITIVE_INFINITY : costOfDate(ground, timed, vehicle)
    if (fen < best.fen) best = { at: k, fen }
  }
  return best.at
}
