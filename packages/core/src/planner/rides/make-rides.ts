import { compareText } from '../../kernel/order.ts'
import type { Ride } from '../../plan/plan.ts'
import type { Vehicle } from '../../resources/vehicle.ts'
import { type CountyTravel, travelOn } from '../../travel/travel-table.ts'
import type { RidingCell } from '../draft.ts'
import type { ChoiceGround } from '../joint/build-choice.ts'
import type { Choice, Chosen } from '../joint/option.ts'
import type { NeedCell, PlanGround } from '../plan-ground.ts'
import type { VehicleDays } from '../vehicle-days.ts'
import { type BusRun, busRuns } from './bus-runs.ts'
import { poolRuns, type Waiting } from './pool-runs.ts'
import { type RideRoadsOf, rideRoads } from './ride-roads.ts'
import {
  type Carrier,
  costOfDate,
  doorSecondsOf,
  type RideRun,
  seatsOf,
  timedWithin,
  windowFor,
} from './ride-run.ts'
import { peopleOnDate } from './riders-of-cell.ts'
import { spreadDays } from './spread-days.ts'
import { type TimedRun, timesOf } from './time-run.ts'

/** Rides of a draft, the vehicle-days and staff hours they take, and the cells that ride. */
export interface MadeRides {
  rides: Ride[]
  riding: RidingCell[]
  /** Vehicle-days that are left for tours. */
  days: ReadonlyMap<string, VehicleDays>
  /** Staff hours of crews by depot. */
  hours: ReadonlyMap<string, number>
}

/** What rides may take: days of vehicles, and staff hours that are left at each depot. */
export interface RideMeans {
  days: ReadonlyMap<string, VehicleDays>
  hoursLeft: ReadonlyMap<string, number>
}

/** Cells that go to one site so many times by one kind of carrier. */
interface Party {
  site: string
  visits: number
  carrier: Carrier
  riders: { cell: NeedCell; pickup: string }[]
}

/** Carries out the rides of a choice: shared runs on dates, before the tours. */
export function makeRides(
  base: ChoiceGround,
  choice: Choice,
  chosen: Chosen,
  means: RideMeans,
): MadeRides {
  const work = rideWork(base, means)
  for (const party of partiesOf(base, choice, chosen)) {
    if (party.carrier.by === 'bus') byBus(work, party, party.carrier.run)
    else byRoad(work, party)
  }
  return {
    rides: work.rides,
    riding: work.riding,
    days: daysWithout(means.days, work.taken),
    hours: work.hours,
  }
}

interface Work {
  base: ChoiceGround
  ground: PlanGround
  roadsOf: RideRoadsOf
  means: RideMeans
  rides: Ride[]
  riding: RidingCell[]
  /** Positions of days taken, by vehicle. */
  taken: Map<string, Set<number>>
  hours: Map<string, number>
}

const rideWork = (base: ChoiceGround, means: RideMeans): Work => ({
  base,
  ground: base.ground,
  roadsOf: rideRoads(base.ground.county.vehicles),
  means,
  rides: [],
  riding: [],
  taken: new Map(),
  hours: new Map(),
})

const daysWithout = (
  days: RideMeans['days'],
  taken: ReadonlyMap<string, ReadonlySet<number>>,
): Map<string, VehicleDays> =>
  new Map(
    [...days].map(([id, own]) => {
      const gone = taken.get(id)
      return [id, gone ? { ...own, days: own.days.filter((day) => !gone.has(day)) } : own]
    }),
  )

function partiesOf(base: ChoiceGround, choice: Choice, { option }: Chosen): Party[] {
  const parties = new Map<string, Party>()
  choice.groups.forEach((group, g) => {
    const o = option[g]! >= 0 ? group.options[option[g]!]! : undefined
    if (o?.mode !== 'ride') return
    const run = base.rides.runOf(o.ride)
    for (const k of group.cells) {
      const cell = base.ground.cells[k]!
      const school = cell.scoped.service.domain === 'education'
      const key = `${run.site} ${partyOf(run)} ${o.visits} ${school}`
      const party = parties.get(key) ?? {
        site: run.site,
        visits: o.visits,
        carrier: run.carrier,
        riders: [],
      }
      party.riders.push({ cell, pickup: run.pickup })
      parties.set(key, party)
    }
  })
  return [...parties].sort(([a], [b]) => compareText(a, b)).map(([, party]) => party)
}

/** Bus runs are not pooled: the line goes as it goes. */
const partyOf = ({ carrier, key }: RideRun): string =>
  carrier.by === 'bus' ? key : carrier.by === 'vehicle' ? carrier.fleet.key : 'hired'

/** People of a party by where they are picked up; more than the seats go in several parts of equal share. */
function waitingOf({ base, ground }: Work, { riders, site }: Party, seats: number): Waiting[] {
  const places = new Map<string, { cell: NeedCell; walkSeconds: number }[]>()
  for (const { cell, pickup } of riders) {
    const walkSeconds = base.walks.get(cell.settlement.id)?.get(pickup) ?? 0
    places.set(pickup, [...(places.get(pickup) ?? []), { cell, walkSeconds }])
  }
  return [...places].flatMap(([pickup, own]) => {
    const people = own.reduce((sum, { cell }) => sum + peopleOnDate(cell, ground), 0)
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

function byRoad(work: Work, party: Party): void {
  const { site, carrier } = party
  const { ground, roadsOf } = work
  const fleet = carrier.by === 'vehicle' ? carrier.fleet.vehicles.filter((v) => v.seats > 0) : []
  const first = fleet[0] ?? null
  const mayHire = ground.county.settings.prices.busPerKmFen > 0
  const seats = seatsOf(first, ground)
  const { base: roads } = ground.travel
  const runs = poolRuns(waitingOf(work, party, seats), seats, (run) => {
    const timed = timedWithin(ground, roadsOf(first, roads), site, run, first)
    return timed === null ? null : costOfDate(ground, timed, first)
  })
  for (const run of runs) {
    const done = [...fleet]
      .map((vehicle) => ({
        vehicle,
        timed: timedWithin(ground, roadsOf(vehicle, roads), site, run, vehicle),
      }))
      .flatMap(({ vehicle, timed }) =>
        timed === null ? [] : [{ vehicle, cost: costOfDate(ground, timed, vehicle) }],
      )
      .sort((a, b) => a.cost - b.cost || compareText(a.vehicle.id, b.vehicle.id))
      .some(({ vehicle }) => writeRun(work, party, run, vehicle))
    if (!done && (fleet.length === 0 || mayHire)) writeRun(work, party, run, null)
  }
}

/** Days by state of the roads on which a run may go. */
function daysOfRun(
  work: Work,
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

/** Writes a run with its dates, one row for each state of the roads. False where the vehicle has not the days or hours. */
function writeRun(
  work: Work,
  party: Party,
  run: readonly Waiting[],
  vehicle: Vehicle | null,
): boolean {
  const { ground } = work
  const able = daysOfRun(work, party, run, vehicle)
  if (able.size === 0 || (vehicle !== null && able.size < party.visits)) return false
  const days = spreadDays(
    [...able.keys()].sort((a, b) => a - b),
    party.visits,
  )
  if (vehicle !== null) {
    const own = days.reduce((sum, day) => sum + able.get(day)!.timed.dutySeconds, 0)
    const hours = (own * vehicle.crew) / 3600
    const spent = work.hours.get(vehicle.depot) ?? 0
    const left = work.means.hoursLeft.get(vehicle.depot) ?? Number.POSITIVE_INFINITY
    if (spent + hours > left) return false
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
      people: peopleOf(run),
    })
    run.forEach((w, k) => {
      for (const { cell, walkSeconds, share } of w.riders) {
        const seconds = doorSecondsOf(timed, timed.pickups[k]!, walkSeconds, ground)
        work.riding.push({ cell, ride: id, share, seconds })
      }
    })
  }
  return true
}

/** By site and first pick-up: a settlement is planned in one territory only, so ids stay apart when plans are joined. */
function nextId({ rides }: Work, site: string, pickup: string): string {
  const start = `${site}/${pickup}-`
  return `${start}${rides.filter((r) => r.id.startsWith(start)).length + 1}`
}

const servicesOf = (run: readonly Waiting[]): string[] =>
  [...new Set(run.flatMap((w) => w.riders.map(({ cell }) => cell.scoped.service.id)))].sort()

const peopleOf = (run: readonly Waiting[]): number =>
  Math.round(run.reduce((sum, w) => sum + w.people, 0) * 1000) / 1000

/** Each settlement once, in order of id. */
const ridersOf = ({ riders }: Waiting) =>
  [...new Map(riders.map(({ cell, walkSeconds }) => [cell.settlement.id, walkSeconds]))]
    .sort(([a], [b]) => compareText(a, b))
    .map(([settlement, walkSeconds]) => ({ settlement, walkSeconds }))

/** A bus goes as its timetable says, on dates on which both lines run and the site is open. */
function byBus(work: Work, party: Party, run: BusRun): void {
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
    pickups: [
      { settlement: run.pickup, depart: run.depart, home: run.back, riders: ridersOf(waiting!) },
    ],
    services: servicesOf([waiting!]),
    depart: run.depart,
    arrive: run.arrive,
    leave: run.leave,
    finish: run.back,
    metres: 0,
    driveSeconds: 0,
    seats: null,
    people: peopleOf([waiting!]),
  })
  for (const { cell, walkSeconds, share } of waiting!.riders)
    work.riding.push({ cell, ride: id, share, seconds: walkSeconds + run.seconds })
}
