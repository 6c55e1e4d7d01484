import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../../kernel/calendar.ts'
import { Facility } from '../../resources/facility.ts'
import type { BusLine } from '../../travel/bus-line.ts'
import { vehicleProfile } from '../../travel/travel-table.ts'
import { linePlan } from '../line-plan.fixture.ts'
import { busRunsIn } from './bus-runs.ts'
import { poolRuns, type Waiting } from './pool-runs.ts'
import { rideRoads } from './ride-roads.ts'
import { runLegs } from './run-legs.ts'
import { siteWindow } from './site-window.ts'
import { spreadDays } from './spread-days.ts'
import { type RunPlan, timeRun } from './time-run.ts'

const provenance = { method: 'entered' } as const
const bus = { id: 'bus', kind: 'bus', depot: 'F', seats: 19, earliest: 6 * 3600 }
const made = linePlan(
  [
    { id: 'A', x: 10, people: 10 },
    { id: 'B', x: 20, people: 10 },
    { id: 'C', x: 22, people: 10 },
  ],
  [{ id: 'F', x: 0, kind: 'townshipHealthCentre' }],
  { standards: [], vehicles: [bus] },
)
const roads = rideRoads(made.county.vehicles)
const window = { opens: 8 * 3600, closes: 17 * 3600, isOpen: () => true }
const run = (over: Partial<RunPlan>): RunPlan => ({
  site: 'F',
  pickups: ['B', 'A'],
  vehicle: null,
  window,
  staySeconds: 7200,
  longStaySeconds: 10_800,
  ...over,
})
const time = (over: Partial<RunPlan>) =>
  timeRun(run(over), roads(over.vehicle ?? null, made.travel.base))

describe('legs read once', () => {
  const orders = [[0], [1, 0], [0, 1, 2], [2, 0, 1]] as const
  const places = ['A', 'B', 'C']

  it.each([
    ['hired', null],
    ['by a vehicle', made.county.vehicles[0]!],
  ] as const)('are driven as a run is timed: %s', (_, vehicle) => {
    const driving = runLegs(places, 'F', vehicle?.depot ?? null, roads(vehicle, made.travel.base))
    for (const order of orders) {
      const timed = time({ vehicle, pickups: order.map((k) => places[k]!) })!
      expect(driving(order)).toEqual({ seconds: timed.driveSeconds, metres: timed.metres })
    }
  })

  it('are endless where a leg is missing', () => {
    const driving = runLegs(['A', 'nowhere'], 'F', null, roads(null, made.travel.base))
    expect(driving([0, 1]).seconds).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('a run', () => {
  it('hired is timed from its first pick-up so that people are there when the site opens', () => {
    expect(time({})).toEqual({
      depart: 8 * 3600 - 2400,
      arrive: 8 * 3600,
      leave: 10 * 3600,
      finish: 10 * 3600 + 2400,
      pickups: [
        { settlement: 'B', depart: 8 * 3600 - 2400, home: 10 * 3600 + 2400 },
        { settlement: 'A', depart: 8 * 3600 - 1200, home: 10 * 3600 + 1200 },
      ],
      metres: 40_000,
      driveSeconds: 4800,
      dutySeconds: 12_000,
    })
  })

  it('by a vehicle begins and ends at its depot, no earlier than its crew', () => {
    const vehicle = made.county.vehicles[0]!
    const timed = time({ vehicle })!
    expect(timed).toMatchObject({ metres: 80_000, driveSeconds: 9600, depart: 8 * 3600 - 4800 })
    const late = time({ vehicle: { ...vehicle, earliest: 7 * 3600 } })!
    expect(late).toMatchObject({ depart: 7 * 3600, arrive: 7 * 3600 + 4800 })
  })

  it('goes from a depot at the site by the roads of its vehicle', () => {
    const vehicle = made.county.vehicles[0]!
    const { base } = made.travel
    const profile = vehicleProfile(vehicle)
    const table = base.vehicle[profile]!
    const slow = { ...table, p50: table.p50.map((s) => 2 * s) }
    const travel = { ...base, vehicle: { [profile]: slow } }
    const timed = timeRun(run({ vehicle, pickups: ['B'] }), roads(vehicle, travel))!
    // There 2 × 2,400 s by the vehicle's roads, to the site 2,400 s by its own table; the same home.
    expect(timed).toMatchObject({ driveSeconds: 2 * (4800 + 2400), depart: 8 * 3600 - 7200 })
  })

  it('may not take longer than the shift, the driving or the hours of the site allow', () => {
    const vehicle = made.county.vehicles[0]!
    const duty = 9600 + 7200
    expect(time({ vehicle: { ...vehicle, shiftSeconds: duty } })).not.toBeNull()
    expect(time({ vehicle: { ...vehicle, shiftSeconds: duty - 1 } })).toBeNull()
    expect(time({ vehicle: { ...vehicle, driveLimitSeconds: 9599 } })).toBeNull()
    expect(time({ window: { ...window, closes: 10 * 3600 } })).not.toBeNull()
    expect(time({ window: { ...window, closes: 10 * 3600 - 1 } })).toBeNull()
  })

  it('is off duty during a long stay, as at a school', () => {
    const vehicle = { ...made.county.vehicles[0]!, shiftSeconds: 9600 }
    expect(time({ vehicle, staySeconds: 25_200 })).toMatchObject({ dutySeconds: 9600 })
  })

  it('needs a road to every pick-up', () => {
    expect(time({ pickups: ['nowhere', 'A'] })).toBeNull()
  })
})

describe('hours of a site', () => {
  const facility = (opening: { weekday: number; from: string; to: string }[]) =>
    Facility.parse({
      id: 'F',
      name: 'F',
      kind: 'villageClinic',
      state: 'open',
      division: '',
      at: null,
      opening,
      provenance,
    })
  const day = (date: string) => date as PlainDate

  it('are eight to five where it states none, and its own otherwise, on its days', () => {
    expect(siteWindow(facility([]), 7200)).toMatchObject({ opens: 28_800, closes: 61_200 })
    const own = siteWindow(
      facility([
        { weekday: 2, from: '09:00', to: '12:00' },
        { weekday: 2, from: '14:00', to: '15:00' },
        { weekday: 4, from: '08:30', to: '11:30' },
      ]),
      7200,
    )!
    expect(own).toMatchObject({ opens: 9 * 3600, closes: 11.5 * 3600 })
    expect(own.isOpen(day('2026-03-03'))).toBe(true)
    expect(own.isOpen(day('2026-03-04'))).toBe(false)
  })

  it('hold no stay that is longer than they are', () => {
    expect(siteWindow(facility([{ weekday: 2, from: '09:00', to: '10:00' }]), 7200)).toBeNull()
  })
})

describe('shared runs', () => {
  const waiting = (pickup: string, people: number, farSeconds: number): Waiting => ({
    pickup,
    people,
    farSeconds,
    riders: [],
  })
  const x: Record<string, number> = { A: 10, B: 20, C: 22 }
  /** Cost of going along the places, then to 0. */
  const cost = (members: readonly Waiting[]) => {
    const at = [...members.map((m) => x[m.pickup]!), 0]
    return at.slice(1).reduce((sum, to, k) => sum + Math.abs(to - at[k]!), 0)
  }
  const all = [waiting('A', 6, 1200), waiting('B', 6, 2400), waiting('C', 8, 2640)]

  it('take everybody on the way while there are seats, the farthest first', () => {
    const runs = poolRuns(all, 20, cost)
    expect(runs.map((r) => r.map((w) => w.pickup))).toEqual([['C', 'B', 'A']])
  })

  it('are more than one where seats are short, nobody left out', () => {
    const runs = poolRuns(all, 14, cost)
    expect(runs.map((r) => r.map((w) => w.pickup))).toEqual([['C', 'B'], ['A']])
  })

  it('are not shared where that costs more than two', () => {
    expect(poolRuns(all, 20, (m) => cost(m) + 1000 * (m.length - 1))).toHaveLength(3)
  })
})

describe('bus lines (A10)', () => {
  const line = (id: string, stops: [string, number][]): BusLine => ({
    id,
    stops: stops.map(([place, minute]) => ({ place, minute })),
    days: [1, 2, 3, 4, 5],
    fareFen: 0,
  })
  const out = line('out', [
    ['B', 420],
    ['F', 470],
  ])
  const ask = (home: BusLine, staySeconds = 7200) =>
    busRunsIn([out, home], made.travel.base)({ near: [['B', 600]], site: 'F', window, staySeconds })

  it('bring people there and home the same day with time at the site', () => {
    const home = line('home', [
      ['F', 600],
      ['B', 655],
    ])
    expect(ask(home)).toMatchObject({
      pickup: 'B',
      depart: 420 * 60,
      arrive: 470 * 60,
      leave: 600 * 60,
      back: 655 * 60,
      seconds: 55 * 60,
    })
    // Two hours from eight o'clock, not from ten to eight.
    expect(ask(home, 7201)).toBeNull()
  })

  it('don’t count without a way home', () => {
    expect(
      ask(
        line('home', [
          ['F', 600],
          ['A', 640],
        ]),
      ),
    ).toBeNull()
    const nextDay = line('home', [
      ['F', 1400],
      ['B', 1450],
    ])
    expect(ask(nextDay)).toBeNull()
  })
})

describe('dates', () => {
  it('are spread evenly, and all where there are no more', () => {
    expect(spreadDays([0, 1, 2, 3, 4, 5, 6, 7], 2)).toEqual([2, 6])
    expect(spreadDays([3, 9], 5)).toEqual([3, 9])
  })
})
