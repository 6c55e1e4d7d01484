import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LineFacility, type LinePlace, standard } from '../access/line-county.fixture.ts'
import { checkPlan } from '../check/check-plan.ts'
import { random } from '../kernel/random.ts'
import type { Plan } from '../plan/plan.ts'
import { workdaysOf } from '../plan/workdays.ts'
import { type LinePlan, linePlan, oneStopTours } from './line-plan.fixture.ts'
import { makePlan } from './make-plan.ts'

const plan = async (made: LinePlan): Promise<Plan> => {
  const done = await makePlan(
    { ...made, dataHash: 'hash' },
    {
      mode: 'least-cost',
      seed: 1,
      iterations: 200,
      workers: 1,
      stop: (k) => k >= 200,
      milp: solveMilpHere,
      solveTours: oneStopTours,
    },
  )
  return done.plan
}

const cost = (p: Plan): number => p.levels.find((l) => l.level === 'cost')!.value
const missed = (p: Plan): number =>
  p.levels.find((l) => l.level === 'floorsMissed')!.value +
  p.levels.find((l) => l.level === 'unreachable')!.value
const modes = (p: Plan): string[] => [...new Set(p.assignments.map((a) => a.mode))].sort()
const faults = (made: LinePlan, found: Plan) =>
  checkPlan({ ...made, plan: found }).findings.filter((f) => f.code !== 'staff-unknown')

/** 24 a year are 4 dates in the 56 days of the horizon. */
const visits24 = standard('MED-01', 'minVisitsPerVillageYear', 24)
const dates = 4
const perYear = 365 / 56
const centre: LineFacility = { id: 'F-centre', x: 0, kind: 'townshipHealthCentre' }
const school = (x: number, yearCostFen: number): LineFacility => ({
  id: 'F-school',
  x,
  kind: 'primarySchool',
  state: 'vacant',
  conversions: [
    { toKind: 'villageClinic', capitalFen: 4_000_000, yearCostFen, staffHoursYear: 100 },
  ],
})
const van = { id: 'van', depot: 'F-centre', costPerDayFen: 30_000, costPerKmFen: 200 }
const bus = { id: 'bus', kind: 'bus', depot: 'F-centre', seats: 19, crew: 1, costPerKmFen: 100 }
const hire = (busPerKmFen: number) => ({
  prices: { fuelPerKmFen: 150, staffHourFen: 3000, residentHourFen: 0, busPerKmFen },
})
const at = (...x: number[]): LinePlace[] => x.map((km, k) => ({ id: `S${k}`, x: km, people: 100 }))

describe('a village beyond the limit of every site (A56, A12)', () => {
  const county = (busPerKmFen: number, more: object = {}) =>
    linePlan(at(31), [centre, school(33, 2_000_000)], {
      standards: [visits24],
      vehicles: [van],
      settings: hire(busPerKmFen),
      ...more,
    })

  it('is brought to the site where that costs less than a van and than a new site', async () => {
    const made = county(300)
    const found = await plan(made)
    expect(modes(found)).toEqual(['ride'])
    expect(missed(found)).toBe(0)
    expect(faults(made, found)).toEqual([])
    const [ride] = found.rides
    expect(ride).toMatchObject({ by: 'hired', site: 'F-centre', metres: 62_000, seats: 19 })
    expect(ride!.dates).toHaveLength(dates)
    expect(cost(found)).toBe(Math.round(dates * 62 * 300 * perYear))
  })

  it('gets the van where the van is cheaper, and the site where both are dear', async () => {
    const byVan = county(2000)
    expect(modes(await plan(byVan))).toEqual(['vehicle'])
    const both = county(2000, { vehicles: [{ ...van, costPerDayFen: 300_000 }] })
    const found = await plan(both)
    expect(modes(found)).toEqual(['fixed'])
    expect(faults(both, found)).toEqual([])
  })

  it('is brought by the bus of the county where that is cheapest, its crew paid by the hour', async () => {
    const made = county(2000, { vehicles: [van, bus] })
    const found = await plan(made)
    expect(found.rides[0]).toMatchObject({ by: 'vehicle', vehicle: 'bus' })
    const hours = (4 * 31 * 120 + 7200) / 3600
    expect(faults(made, found)).toEqual([])
    expect(cost(found)).toBeLessThan(cost(await plan(county(2000))))
    expect(found.costs.plan.staffHours).toBeCloseTo(hours * dates * perYear, 0)
  })

  it('goes by an existing bus line, which costs nothing more, if it brings people home the same day', async () => {
    const line = (id: string, from: string, to: string, minute: number) => ({
      id,
      stops: [
        { place: from, minute },
        { place: to, minute: minute + 70 },
      ],
    })
    const withLines = (home: number) => {
      const made = county(300)
      made.county.buses = [
        { ...line('L1', 'S0', 'F-centre', 420), days: [2, 4], fareFen: 300 },
        { ...line('L2', 'F-centre', 'S0', home), days: [1, 2, 3, 4, 5], fareFen: 300 },
      ]
      return made
    }
    const made = withLines(720)
    const found = await plan(made)
    expect(found.rides[0]).toMatchObject({ by: 'bus', lines: ['L1', 'L2'], metres: 0 })
    expect(cost(found)).toBe(0)
    expect(faults(made, found)).toEqual([])
    const early = await plan(withLines(560))
    expect(early.rides[0]).toMatchObject({ by: 'hired' })
  })

  it('goes to school on every working day and stays there for the day', async () => {
    const made = linePlan([{ id: 'S0', x: 31, people: 15 }], [centre], {
      standards: [visits24],
      vehicles: [],
      settings: hire(300),
    })
    made.catalogue.services[0]!.domain = 'education'
    const found = await plan(made)
    const [ride] = found.rides
    expect(ride!.dates).toEqual(workdaysOf(made.county.settings))
    expect(ride!.leave - ride!.arrive).toBe(7 * 3600)
    expect(faults(made, found)).toEqual([])
  })

  it('is not brought farther than the limit from door to door', async () => {
    const far = linePlan(at(43), [centre], {
      standards: [visits24],
      vehicles: [],
      settings: hire(300),
    })
    const found = await plan(far)
    expect(found.rides).toEqual([])
    expect(missed(found)).toBe(100)
    const longer = { ...hire(300), assumptions: { rideMaxMin: 91 } }
    const near = linePlan(at(43), [centre], {
      standards: [visits24],
      vehicles: [],
      settings: longer,
    })
    expect(missed(await plan(near))).toBe(0)
  })

  it('does not meet a floor on the way by a ride that takes longer than the floor allows', async () => {
    const made = linePlan(at(31), [centre], {
      standards: [standard('MED-01', 'maxTravelMin', 60)],
      vehicles: [],
      settings: hire(300),
    })
    const found = await plan(made)
    expect(found.rides).toEqual([])
    expect(missed(found)).toBe(100)
  })
})

it('near, outlying and far villages get site, ride and van with equal outcomes (A106)', async () => {
  const made = linePlan(at(10, 31, 35, 50), [centre], {
    standards: [visits24],
    vehicles: [van],
    settings: hire(300),
  })
  const found = await plan(made)
  expect(missed(found)).toBe(0)
  expect(faults(made, found)).toEqual([])
  const mode = new Map(found.assignments.map((a) => [a.settlement, a.mode]))
  expect([...mode].sort()).toEqual([
    ['S0', 'fixed'],
    ['S1', 'ride'],
    ['S2', 'ride'],
    ['S3', 'vehicle'],
  ])
  // Twelve people a time from each: two runs of nineteen seats.
  expect(found.rides).toHaveLength(2)
})

describe('a station of a remote channel (A56)', () => {
  const county = (floors: unknown[]) => {
    const made = linePlan(at(31), [{ ...centre, kind: 'countyHospital' }, school(33, 0)], {
      standards: floors,
      vehicles: [],
      settings: hire(0),
    })
    made.catalogue.services[0]!.channels = [
      { mode: 'fixed', kind: 'countyHospital' },
      { mode: 'remote', kind: 'villageClinic' },
    ]
    return made
  }

  it('is opened where the way to it is the floor, and never for a floor that asks for hands', async () => {
    const way = county([standard('MED-01', 'maxTravelMin', 30)])
    const found = await plan(way)
    expect(missed(found)).toBe(0)
    expect(found.assignments).toMatchObject([{ mode: 'remote', place: 'F-school', seconds: 240 }])
    expect(faults(way, found)).toEqual([])
    const hands = county([standard('MED-01', 'maxTravelMin', 30), visits24])
    const none = await plan(hands)
    expect(missed(none)).toBe(100)
    expect(none.sites.some((s) => s.action === 'convert')).toBe(false)
    expect(faults(hands, none)).toEqual([])
  })
})

it('people who go in several parts are reckoned with the dates of all of them, as the checker does (A56)', async () => {
  // 24 services a year are 4 dates of 92 people: five buses of nineteen, each on days of its own.
  const made = linePlan(at(31), [centre], {
    standards: [standard('MED-01', 'minServicesPerPersonYear', 24)],
    vehicles: [bus],
    settings: hire(0),
  })
  const found = await plan(made)
  expect(found.rides).toHaveLength(5)
  expect(new Set(found.rides.flatMap((r) => r.dates)).size).toBe(20)
  for (const ride of found.rides)
    expect(ride.people).toBeCloseTo((100 / 5) * (24 / (20 * perYear)), 2)
  expect(faults(made, found)).toEqual([])
})

/** Places in a row beyond the limit; the bus or the van brings or serves each at least cost. */
interface Mini {
  xs: readonly number[]
  people: readonly number[]
  perKm: number
  perDay: number
  siteFen: number
}

function mini(seed: number): { made: LinePlan; small: Mini } {
  const source = random(seed)
  const xs = [31 + source.below(3)]
  while (xs.length < 3) xs.push(xs.at(-1)! + 3 + source.below(2))
  const small: Mini = {
    xs,
    people: xs.map(() => 40 + 10 * source.below(7)),
    perKm: 250 + 50 * source.below(20),
    perDay: 10_000 * (1 + source.below(6)),
    siteFen: 100_000 * source.below(40),
  }
  const made = linePlan(
    xs.map((x, k) => ({ id: `S${k}`, x, people: small.people[k]! })),
    [centre, school(36, small.siteFen)],
    {
      standards: [visits24],
      vehicles: [{ ...van, costPerDayFen: small.perDay }],
      settings: hire(small.perKm),
    },
  )
  return { made, small }
}

/** Every way to share out places between a new site, the van (one place a day) and hired runs of up to 19 people. */
function bruteForce({ xs, people, perKm, perDay, siteFen }: Mini): number {
  const site = siteFen + 4_000_000 / 20 + 100 * 3000
  const stay = (k: number) => Math.ceil(1200 + people[k]! * 0.12 * 600)
  const byVan = (k: number) =>
    2 * xs[k]! * 200 + perDay + ((2 * xs[k]! * 120 + stay(k)) * 2 * 3000) / 3600
  const runs = (left: readonly number[]): number => {
    const [first, ...rest] = left
    if (first === undefined) return 0
    let best = byVan(first) + runs(rest)
    for (let mask = 0; mask < 1 << rest.length; mask++) {
      const run = [first, ...rest.filter((_, k) => mask & (1 << k))]
      if (run.reduce((sum, k) => sum + people[k]! * 0.12, 0) > 19) continue
      const far = Math.max(...run.map((k) => xs[k]!))
      const others = rest.filter((_, k) => !(mask & (1 << k)))
      best = Math.min(best, 2 * far * perKm + runs(others))
    }
    return best
  }
  return Math.min(site, dates * perYear * runs(xs.map((_, k) => k)))
}

describe('small counties with rides (A56)', () => {
  it.each([1, 2, 3, 4, 5, 6])('equal brute force: county %i', async (seed) => {
    const { made, small } = mini(seed)
    const found = await plan(made)
    expect(missed(found)).toBe(0)
    expect(faults(made, found)).toEqual([])
    expect(Math.abs(cost(found) - bruteForce(small))).toBeLessThan(100)
  })
})

describe('what more means of bringing people do', () => {
  const any = fc.record({
    xs: fc.uniqueArray(fc.integer({ min: 20, max: 48 }), { minLength: 1, maxLength: 4 }),
    price: fc.integer({ min: 100, max: 1500 }),
    van: fc.boolean(),
  })
  const county = (xs: readonly number[], price: number, vehicles: readonly object[]) =>
    linePlan(at(...xs), [centre], {
      standards: [visits24],
      vehicles: vehicles as Record<string, unknown>[],
      settings: hire(price),
    })

  it('a bus or a hired vehicle more never leaves more floors missed', async () => {
    await fc.assert(
      fc.asyncProperty(any, async ({ xs, price, van: has }) => {
        const own = has ? [van] : []
        const none = missed(await plan(county(xs, 0, own)))
        const hired = missed(await plan(county(xs, price, own)))
        const both = missed(await plan(county(xs, price, [...own, bus])))
        expect(hired).toBeLessThanOrEqual(none)
        expect(both).toBeLessThanOrEqual(hired)
      }),
      { numRuns: 5 },
    )
  })

  it('the order of rows changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(any, async ({ xs, price, van: has }) => {
        const make = () => county(xs, price, has ? [van, bus] : [bus])
        const turned = make()
        for (const rows of [turned.county.settlements, turned.county.facilities]) rows.reverse()
        turned.county.vehicles.reverse()
        expect(await plan(turned)).toEqual(await plan(make()))
      }),
      { numRuns: 4 },
    )
  })
})
