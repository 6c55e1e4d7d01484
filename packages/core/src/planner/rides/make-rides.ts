import { byText, compareText } from '../../kernel/order.ts'
import type { Ride } from '../../plan/plan.ts'
import type { RidingCell } from '../draft.ts'
import type { ChoiceGround } from '../joint/build-choice.ts'
import type { Choice, Chosen } from '../joint/option.ts'
import type { VehicleDays } from '../vehicle-days.ts'
import { poolRuns } from './pool-runs.ts'
import { ridePeople } from './ride-people.ts'
import { costOfDate, type RideRun, seatsOf, timedWithin } from './ride-run.ts'
import {
  type Party,
  type RideMeans,
  type RideWork,
  rideWork,
  waitingOf,
  writeBusRun,
  writeRun,
} from './write-run.ts'

/** Rides of a draft, the vehicle-days and staff hours they take, and the cells that ride. */
export interface MadeRides {
  rides: Ride[]
  riding: RidingCell[]
  /** Vehicle-days that are left for tours. */
  days: ReadonlyMap<string, VehicleDays>
  /** Staff hours of crews by depot. */
  hours: ReadonlyMap<string, number>
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
    if (party.carrier.by === 'bus') writeBusRun(work, party, party.carrier.run)
    else byRoad(work, party)
  }
  const people = ridePeople(work.ground, work.rides, work.riding)
  return {
    rides: work.rides
      .map((ride) => ({ ...ride, people: people.get(ride.id) ?? 0 }))
      .sort(byText((r) => r.id)),
    riding: work.riding,
    days: daysWithout(means.days, work.taken),
    hours: work.hours,
  }
}

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

function byRoad(work: RideWork, party: Party): void {
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
    const aboard = run.reduce((sum, w) => sum + w.people, 0)
    const done = fleet
      .filter((vehicle) => vehicle.seats >= aboard)
      .map((vehicle) => ({
        vehicle,
        timed: timedWithin(ground, roadsOf(vehicle, roads), site, run, vehicle),
      }))
      .flatMap(({ vehicle, timed }) =>
        timed === null ? [] : [{ vehicle, cost: costOfDate(ground, timed, vehicle) }],
      )
      .sort((a, b) => a.cost - b.cost || compareText(a.vehicle.id, b.vehicle.id))
      .some(({ vehicle }) => writeRun(work, party, run, vehicle) === 'written')
    if (!done && (fleet.length === 0 || mayHire)) writeRun(work, party, run, null)
  }
}
