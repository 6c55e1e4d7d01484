import { type Finding, finding } from '../../kernel/finding.ts'
import type { PlanEditOf, RideBy } from '../../plan/plan-edit.ts'
import { mayCarry, type Vehicle } from '../../resources/vehicle.ts'
import type { NeedCell } from '../plan-ground.ts'
import { type Carrier, rideByLines, seatsOf, windowFor } from '../rides/ride-run.ts'
import {
  daysOfRun,
  type Party,
  type RideMeans,
  type RideWork,
  rideWork,
  waitingOf,
  writeBusRun,
  writeRun,
} from '../rides/write-run.ts'
import { daysFit } from '../vehicle-days.ts'
import type { EditState } from './edit-state.ts'
import { addRides, countPeople } from './ride-seats.ts'
import { roomOf } from './staff-room.ts'

const at = { path: 'edits' }

type Asked = Extract<PlanEditOf<'change-mode'>['to'], { mode: 'ride' }>

const nameOf = (by: RideBy): string =>
  by.by === 'vehicle' ? by.vehicle : by.by === 'bus' ? by.lines.join(' + ') : by.by

/** Brings the people of a cell to a site by runs of their own, timed and spread as when the plan is made. */
export function bringBy(state: EditState, cell: NeedCell, asked: Asked): Finding | null {
  const { site, pickup, by, visits } = asked
  const wrong = carrierWrong(state, by)
  if (wrong !== null) return wrong
  const vehicle = by.by === 'vehicle' ? state.vehicles.get(by.vehicle)! : null
  const work = rideWork(state.base, meansOf(state, vehicle), state.rides.keys())
  const carrier = carrierOf(state, cell, asked)
  const asks = { stop: `${pickup} > ${site}`, want: visits }
  const noRun = finding('edit-no-run', at, { site, pickup, by: nameOf(by) })
  if (carrier === null || windowFor(cell, site, state.base.ground) === null) return noRun
  const party: Party = { site, visits, carrier, riders: [{ cell, pickup }] }
  const have = carrier.by === 'bus' ? byBus(work, party, carrier) : byRoad(work, party, vehicle)
  if (have === 'no-hours') return finding('edit-no-hours', at, { place: vehicle?.depot ?? '' })
  if (have === 0) return noRun
  if (have < visits) return finding('edit-no-room', at, { ...asks, have })
  addRides(
    state,
    work.rides.map((ride) => ({ ...ride, people: 0 })),
  )
  state.riding = [...state.riding, ...work.riding]
  countPeople(
    state,
    work.rides.map((r) => r.id),
  )
  return null
}

function carrierWrong(state: EditState, by: RideBy): Finding | null {
  const { county } = state.base.ground
  if (by.by === 'hired')
    return county.settings.prices.busPerKmFen > 0 ? null : finding('edit-nothing-to-hire', at)
  if (by.by === 'bus') {
    const unknown = by.lines.find((id) => !county.buses.some((b) => b.id === id))
    return unknown === undefined ? null : finding('edit-unknown-line', at, { line: unknown })
  }
  const vehicle = state.vehicles.get(by.vehicle)
  if (vehicle === undefined) return finding('plan-unknown-vehicle', at, { vehicle: by.vehicle })
  return mayCarry(vehicle) ? null : finding('edit-no-carrier', at, { vehicle: by.vehicle })
}

/** By what it goes, as the choice knows it; null where the bus lines don't bring people there and home. */
function carrierOf(state: EditState, cell: NeedCell, { by, site, pickup }: Asked): Carrier | null {
  const { base } = state
  if (by.by === 'hired') return by
  if (by.by === 'vehicle') {
    const fleet = base.classes.find((c) => c.vehicles.some((v) => v.id === by.vehicle))
    return fleet === undefined ? null : { by: 'vehicle', fleet }
  }
  const run = rideByLines(cell, { site, pickup, lines: by.lines }, base.ground)
  return run === null ? null : { by: 'bus', run }
}

/** Days on which a vehicle is neither out nor without a crew, and the hours that its depot has left. */
function meansOf(state: EditState, vehicle: Vehicle | null): RideMeans {
  if (vehicle === null) return { days: new Map(), hoursLeft: new Map() }
  const { ground } = state.base
  const room = roomOf(state)
  const out = new Set<string>([
    ...[...state.tours.values()].flatMap((t) =>
      t.vehicle === vehicle.id && !state.open.has(t.id) ? [t.date] : [],
    ),
    ...[...state.open.values()].flatMap((t) =>
      t.vehicle === vehicle && t.visits.length > 0 ? [t.date] : [],
    ),
    ...[...state.rides.values()].flatMap((r) => (r.vehicle === vehicle.id ? r.dates : [])),
  ])
  const days = daysFit(ground, vehicle).filter((day) => {
    const date = ground.workdays[day]!
    return !out.has(date) && room.crewLeft(vehicle, date) >= vehicle.crew
  })
  return {
    days: new Map([[vehicle.id, { days: Int32Array.from(days), cut: false }]]),
    hoursLeft: new Map([[vehicle.depot, room.hoursLeft(vehicle.depot)]]),
  }
}

/** Dates that were found; fewer than wanted are not written. */
function byBus(work: RideWork, party: Party, { run }: Extract<Carrier, { by: 'bus' }>): number {
  writeBusRun(work, party, run)
  return work.rides.reduce((sum, { dates }) => sum + dates.length, 0)
}

function byRoad(work: RideWork, party: Party, vehicle: Vehicle | null): number | 'no-hours' {
  for (const waiting of waitingOf(work, party, seatsOf(vehicle, work.ground))) {
    const able = daysOfRun(work, party, [waiting], vehicle).size
    if (able < party.visits) return able
    if (writeRun(work, party, [waiting], vehicle) !== 'written') return 'no-hours'
  }
  return party.visits
}
