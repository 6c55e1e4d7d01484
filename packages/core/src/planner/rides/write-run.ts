import { compareText } from '../../kernel/order.ts'
import type { Ride } from '../../plan/plan.ts'
import type { Vehicle } from '../../resources/vehicle.ts'
import { type CountyTravel, travelOn } from '../../travel/travel-table.ts'
import type { RidingCell } from '../draft.ts'
import type { ChoiceGround } from '../joint/build-choice.ts'
import type { NeedCell, PlanGround } from '../plan-ground.ts'
import type { VehicleDays } from '../vehicle-days.ts'
import { type BusRun, busRuns, busTimes, pickupOf } from './bus-runs.ts'
import type { Waiting } from './pool-runs.ts'
import { type RideRoadsOf, rideRoads } from './ride-roads.ts'
import { type Carrier, doorSecondsOf, seatsOf, timedWithin, windowFor } from './ride-run.ts'
import { peopleOnDate } from './riders-of-cell.ts'
import { spreadDays } from './spread-days.ts'
import { type TimedRun, timesOf } from './time-run.ts'

/** What rides may take: days of vehicles, and staff hours that are left at each depot. */
export interface RideMeans {
  days: ReadonlyMap<string, VehicleDays>
  hoursLeft: ReadonlyMap<string, number>
}

/** Cells that go to one site so many times by one kind of carrier. */
export interface Party {
  site: string
  visits: number
  carrier: Carrier
  riders: { cell: NeedCell; pickup: string }[]
}

/** Rides as they are written one after another. */
export interface RideWork {
  base: ChoiceGround
  ground: PlanGround
  roadsOf: RideRoadsOf
  means: RideMeans
  /** Without their people, who hang on the dates of all rides of a cell. */
  rides: Omit<Ride, 'people'>[]
  riding: RidingCell[]
  /** Ids of rides that are there. */
  ids: Set<string>
  /** Positions of days taken, by vehicle. */
  taken: Map<string, Set<number>>
  hours: Map<string, number>
}

export const rideWork = (
  base: ChoiceGround,
  means: RideMeans,
  ids: Iterable<string> = [],
): RideWork => ({
  base,
  ground: base.ground,
  roadsOf: rideRoads(base.ground.county.vehicles),
  means,
  rides: [],
  riding: [],
  ids: new Set(ids),
  taken: new Map(),
  hours: new Map(),
})

/** People of a party by where they are picked up; more than the seats go in several parts of equal share. */
export function waitingOf({ base, ground }: RideWork, party: Party, seats: number): Waiting[] {
  const { riders, site, visits } = party
  const places = new Map<string, { cell: NeedCell; walkSeconds: number }[]>()
  for (const { cell, pickup } of riders) {
    const walkSeconds = base.walks.get(cell.settlement.id)?.get(pickup) ?? 0
    places.set(pickup, [...(places.get(pickup) ?? []), { cell, walkSeconds }])
  }
  const dates = Math.min(visits, openDays(ground, riders[0]!.cell, site))
  return [...places].flatMap(([pickup, own]) => {
    const people = own.reduce((sum, { cell }) => sum + peopleOnDate(cell, ground, dates), 0)
    const parts = Math.max(1, Math.ceil(people / seats))
    return Array.from(
      { length: parts },
      (): Waiting => ({
        pickup,
        riders: own.map((r) => ({ ...r, share: 1 / parts })),
        people: people / parts,
        farSeconds: base.resident.seconds(pickup, site),
      }),
    )
  })
}

/** Working days on which a site is open for as long as a cell's people stay. */
function openDays(ground: PlanGround, cell: NeedCell, site: string): number {
  const window = windowFor(cell, site, ground)
  return ground.workdays.filter((date) => window?.isOpen(date)).length
}

/** Days by state of the roads on which a run may go. */
export function daysOfRun(
  work: RideWork,
  party: Party,
  run: readonly Waiting[],
  vehicle: Vehicle | null,
): Map<number, { timed: TimedRun; state: CountyTravel }> {
  const { ground, means, taken } = work
  const gone = vehicle === null ? undefined : taken.get(vehicle.id)
  const able =
    vehicle === null
      ? ground.workdays.map((_, k) => k)
      : [...(means.days.get(vehicle.id)?.days ?? [])].filter((day) => !gone?.has(day))
  const window = windowFor(run[0]!.riders[0]!.cell, party.site, ground)
  const byState = new Map<CountyTravel, TimedRun | null>()
  const days = new Map<number, { timed: TimedRun; state: CountyTravel }>()
  for (const day of able) {
    const date = ground.workdays[day]!
    if (window === null || !window.isOpen(date)) continue
    const state = travelOn(ground.travel, date)
    const known = byState.get(state)
    const timed =
      known === undefined
        ? timedWithin(ground, work.roadsOf(vehicle, state), party.site, run, vehicle)
        : known
    byState.set(state, timed)
    if (timed !== null) days.set(day, { timed, state })
  }
  return days
}

/** What became of a run: written, or it may go on no day, or the vehicle has not the days, or its depot not the hours. */
export type RunWritten = 'written' | 'no-run' | 'no-days' | 'no-hours'

/** Writes a run with its dates, one row for each state of the roads. A hired one takes the days there are. */
export function writeRun(
  work: RideWork,
  party: Party,
  run: readonly Waiting[],
  vehicle: Vehicle | null,
): RunWritten {
  const { ground } = work
  const able = daysOfRun(work, party, run, vehicle)
  if (able.size === 0) return 'no-run'
  if (vehicle !== null && able.size < party.visits) return 'no-days'
  const days = spreadDays(
    [...able.keys()].sort((a, b) => a - b),
    party.visits,
  )
  if (vehicle !== null) {
    const own = days.reduce((sum, day) => sum + able.get(day)!.timed.dutySeconds, 0)
    const hours = (own * vehicle.crew) / 3600
    const spent = work.hours.get(vehicle.depot) ?? 0
    const left = work.means.hoursLeft.get(vehicle.depot) ?? Number.POSITIVE_INFINITY
    if (spent + hours > left) return 'no-hours'
    work.hours.set(vehicle.depot, spent + hours)
    const taken = work.taken.get(vehicle.id) ?? new Set<number>()
    for (const day of days) taken.add(day)
    work.taken.set(vehicle.id, taken)
  }
  const states = [...new Set(days.map((day) => able.get(day)!.state))]
  for (const state of states) {
    const own = days.filter((day) => able.get(day)!.state === state)
    const { timed } = able.get(own[0]!)!
    const id = nextId(work, party.site, run[0]!.pickup)
    work.rides.push({
      id,
      site: party.site,
      by: vehicle === null ? 'hired' : 'vehicle',
      vehicle: vehicle?.id ?? null,
      lines: [],
      dates: own.map((day) => ground.workdays[day]!),
      pickups: timed.pickups.map((p, k) => ({ ...p, riders: ridersOf(run[k]!) })),
      services: servicesOf(run),
      ...timesOf(timed),
      seats: seatsOf(vehicle, ground),
    })
    run.forEach((w, k) => {
      for (const { cell, walkSeconds, share } of w.riders) {
        const seconds = doorSecondsOf(timed, timed.pickups[k]!, walkSeconds, ground)
        work.riding.push({ cell, ride: id, share, seconds })
      }
    })
  }
  return 'written'
}

/** By site and first pick-up: a settlement is planned in one territory only, so ids stay apart when plans are joined. */
function nextId({ ids }: RideWork, site: string, pickup: string): string {
  for (let n = 1; ; n++) {
    const id = `${site}/${pickup}-${n}`
    if (ids.has(id)) continue
    ids.add(id)
    return id
  }
}

export const servicesOf = (run: readonly Waiting[]): string[] =>
  [...new Set(run.flatMap((w) => w.riders.map(({ cell }) => cell.scoped.service.id)))].sort()

/** Each settlement once, in order of id. */
export const ridersOf = ({ riders }: Waiting) =>
  [...new Map(riders.map(({ cell, walkSeconds }) => [cell.settlement.id, walkSeconds]))]
    .sort(([a], [b]) => compareText(a, b))
    .map(([settlement, walkSeconds]) => ({ settlement, walkSeconds }))

/** A bus goes as its timetable says, on dates on which both lines run and the site is open. */
export function writeBusRun(work: RideWork, party: Party, run: BusRun): void {
  const { ground } = work
  const [waiting] = waitingOf(work, party, Number.POSITIVE_INFINITY)
  const window = windowFor(party.riders[0]!.cell, party.site, ground)!
  const able = ground.workdays.flatMap((date, k) =>
    busRuns(run, date) && window.isOpen(date) ? [k] : [],
  )
  const id = nextId(work, party.site, run.pickup)
  work.rides.push({
    id,
    site: party.site,
    by: 'bus',
    vehicle: null,
    lines: [run.out.id, run.home.id],
    dates: spreadDays(able, party.visits).map((day) => ground.workdays[day]!),
    pickups: [{ ...pickupOf(run), riders: ridersOf(waiting!) }],
    services: servicesOf([waiting!]),
    ...busTimes(run),
    seats: null,
  })
  for (const { cell, walkSeconds, share } of waiting!.riders)
    work.riding.push({ cell, ride: id, share, seconds: walkSeconds + run.seconds })
}
