import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../kernel/calendar.ts'
import type { FindingCode } from '../kernel/finding.ts'
import type { Ride } from '../plan/plan.ts'
import { Vehicle } from '../resources/vehicle.ts'
import { checkPlan } from './check-plan.ts'
import { type SmallCase, smallCase } from './small-county.fixture.ts'

const dates = ['2026-03-05', '2026-03-19'] as PlainDate[]

/** B, with C on foot, is brought to the health centre H1 every other Thursday for MED-02, beside the van for MED-01. */
function withRide(over: Partial<Ride> = {}): SmallCase {
  const c = smallCase()
  const { resident } = c.travel.base
  const to = resident.to.indexOf('H1')
  resident.roadMetres[resident.from.indexOf('B') * resident.to.length + to] = 39_200
  for (const tour of c.plan.tours)
    for (const visit of tour.visits) {
      visit.services = ['MED-01']
      visit.personTimes = 9.6
    }
  c.plan.assignments = c.plan.assignments.map((a) =>
    a.mode === 'vehicle' && a.service === 'MED-02'
      ? {
          ...a,
          mode: 'ride',
          place: 'R1',
          seconds: a.settlement === 'B' ? 4300 : 4900,
          opportunities: 2,
          longestGapDays: 14,
        }
      : a,
  )
  c.plan.rides = [{ ...hired, ...over }]
  return resum(c)
}

const hired: Ride = {
  id: 'R1',
  site: 'H1',
  by: 'hired',
  vehicle: null,
  lines: [],
  dates,
  pickups: [
    {
      settlement: 'B',
      depart: 28_400,
      home: 43_600,
      riders: [
        { settlement: 'B', walkSeconds: 0 },
        { settlement: 'C', walkSeconds: 600 },
      ],
    },
  ],
  services: ['MED-02'],
  depart: 28_400,
  arrive: 32_400,
  leave: 39_600,
  finish: 43_600,
  metres: 78_400,
  driveSeconds: 8_000,
  seats: 19,
  people: 4.3,
}

/** A bus of the county that stands at H1 and goes by the van's roads. */
const bus = (c: SmallCase, kind = 'bus') =>
  c.county.vehicles.push(
    Vehicle.parse({
      ...c.county.vehicles[0]!,
      id: 'B1',
      kind,
      seats: 12,
      crew: 1,
      earliest: 21_600,
    }),
  )
const byBus: Partial<Ride> = {
  by: 'vehicle',
  vehicle: 'B1',
  depart: 24_800,
  finish: 47_100,
  metres: 78_400 + 39_000 + 39_500,
  driveSeconds: 8_000 + 3_600 + 3_500,
  seats: 12,
}
const withBus = (over: Partial<Ride> = {}, kind?: string): SmallCase => {
  const c = withRide({ ...byBus, ...over })
  bus(c, kind)
  return resum(c)
}

/** A bus line from B past the clinic's door; one run out in the morning, one home at noon. */
const line: Partial<Ride> = {
  by: 'bus',
  lines: ['L-out', 'L-home'],
  metres: 0,
  driveSeconds: 0,
  seats: null,
}
const withLine = (over: Partial<Ride> = {}): SmallCase => {
  const c = withRide({ ...line, ...over })
  for (const a of c.plan.assignments) if (a.mode === 'ride') a.seconds -= 300
  const at = (place: string, seconds: number) => ({ place, minute: seconds / 60 })
  c.county.buses = [
    { id: 'L-out', stops: [at('B', 28_400), at('H1', 32_400)], days: [1, 2, 3, 4, 5], fareFen: 5 },
    { id: 'L-home', stops: [at('H1', 39_600), at('B', 43_600)], days: [4], fareFen: 5 },
  ]
  return resum(c)
}

function resum(c: SmallCase): SmallCase {
  const { figures } = checkPlan(c)
  c.plan.costs = structuredClone(figures.costs)
  c.plan.fleet = structuredClone([...figures.fleet])
  c.plan.levels = []
  return c
}

const codesOf = (c: SmallCase): FindingCode[] =>
  [...new Set(checkPlan(c).findings.map((f) => f.code))].sort()
const pickup = (over: object) => [{ ...hired.pickups[0]!, ...over }]

describe('a ride in which all is right (A56)', () => {
  test.each([
    ['hired', withRide()],
    ['by a bus of the county', withBus()],
    ['by a bus line', withLine()],
  ])('is valid and meets a floor of services: %s', (_, c) => {
    expect(checkPlan(c).findings).toEqual([])
  })

  test('costs kilometres where hired, kilometres, days and hours where it is the county’s own, nothing by a bus line', () => {
    const yearly = (fen: number) => Math.round((fen * 365) / 28)
    const road = (c: SmallCase) => checkPlan(c).figures.costs.plan
    const none = road(withLine())
    expect(road(withRide()).cashFen - none.cashFen).toBeCloseTo(yearly(2 * 23_520), -1)
    expect(road(withRide()).staffHours).toBe(none.staffHours)
    const own = road(withBus())
    expect(own.cashFen - none.cashFen).toBeCloseTo(yearly(2 * (15_690 + 5_000)) + 3_000_000, -1)
    expect(own.staffHours - none.staffHours).toBeCloseTo((2 * 22_300 * 365) / 28 / 3600, 1)
  })

  test('does not meet the floor when it stays away', () => {
    const c = withRide()
    c.plan.rides = []
    c.plan.assignments = c.plan.assignments.filter((a) => a.mode !== 'ride')
    expect(codesOf(resum(c))).toContain('floor-missed-undeclared')
  })

  test('does not meet the floor when door to door is over the limit', () => {
    const c = withRide()
    c.county.settings.assumptions.rideMaxMin = 75
    const missed = checkPlan(c).figures.floorsMissed.filter((m) => m.service === 'MED-02')
    expect(missed.map((m) => m.settlement)).toEqual(['C'])
  })
})

describe('what is wrong with a ride has its own finding', () => {
  const wrong: [FindingCode, SmallCase][] = [
    ['ride-site-cannot-give', withRide({ services: ['MED-02', 'ELD-01'] })],
    ['ride-pickup-not-allowed', withRide({ pickups: pickup({ settlement: 'D' }) })],
    [
      'ride-walk-wrong',
      withRide({ pickups: pickup({ riders: [{ settlement: 'B', walkSeconds: 60 }] }) }),
    ],
    ['ride-on-wrong-day', withRide({ dates: ['2026-03-05', '2026-03-20'] as PlainDate[] })],
    ['ride-on-wrong-day', withRide({ dates: ['2026-03-05', '2026-03-05'] as PlainDate[] })],
    ['ride-vehicle-wrong', withRide({ vehicle: 'V1' })],
    ['ride-vehicle-wrong', withBus({}, 'clinicVehicle')],
    ['ride-without-road', withRide({ pickups: pickup({ settlement: 'Z' }) })],
    ['ride-times-wrong', withRide({ arrive: 32_399 })],
    ['ride-times-wrong', withRide({ depart: 28_000 })],
    ['ride-stay-too-short', withRide({ leave: 39_599, arrive: 32_400 })],
    ['ride-stay-too-short', withRide({ leave: 32_400 + 7_200 + 30_000, arrive: 56_000 })],
    ['ride-seats-short', withRide({ seats: 20 })],
    ['ride-seats-short', withBus({ people: 12.5 })],
    ['ride-duty-too-long', withBus({ depart: 21_599 })],
    ['ride-duty-too-long', withBus({ finish: 24_800 + 28_801 })],
    ['ride-figures-wrong', withRide({ metres: 78_401 })],
    ['ride-bus-wrong', withLine({ lines: ['L-out', 'L-out'] })],
    ['ride-bus-wrong', withLine({ dates: ['2026-03-04', '2026-03-19'] as PlainDate[] })],
    ['ride-people-differ', withRide({ people: 9 })],
    ['vehicle-out-twice', twice()],
  ]
  test.each(wrong)('%s', (code, c) => {
    expect(codesOf(c)).toContain(code)
  })

  test('sums that leave the ride out are wrong', () => {
    const c = withBus()
    const before = withRide({ services: ['MED-02'], vehicle: null })
    c.plan.costs = before.plan.costs
    c.plan.fleet = before.plan.fleet
    expect(codesOf(c)).toEqual(['cost-cash-wrong', 'cost-hours-wrong', 'fleet-figures-wrong'])
  })
})

function twice(): SmallCase {
  const c = withBus()
  c.plan.rides.push({ ...c.plan.rides[0]!, id: 'R2' })
  return resum(c)
}
