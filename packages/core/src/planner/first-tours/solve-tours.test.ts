import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gapsBetweenDays } from '../../access/gaps.ts'
import { datesIn, type PlainDate, weekday } from '../../kernel/calendar.ts'
import { random } from '../../kernel/random.ts'
import { seconds } from '../../kernel/units.ts'
import { faultsOf, visitDays } from './check-solution.fixture.ts'
import type { TourProblem, TourSolution } from './problem.ts'
import { solveTours } from './solve-tours.ts'
import {
  allDays,
  testStop,
  testVehicle,
  valleys,
  valleyTravel,
  workdays,
} from './valleys.fixture.ts'

const solve = (problem: TourProblem, iterations: number, seed = 1): TourSolution =>
  solveTours(problem, { seed, stop: (done) => done >= iterations })

const longestGaps = (problem: TourProblem, solution: TourSolution): [string, number][] =>
  [...visitDays(solution)].map(([stop, days]) => [
    stop,
    Math.max(...gapsBetweenDays(days, problem.horizonDays)),
  ])

/** One place 10 km from the depot, service of five hours: one stop fills a day. */
function fullDays(options: {
  days: number
  stops: readonly { visits: number; priority?: number; people?: number }[]
  vehicles?: number
}): TourProblem {
  const days = workdays(90).slice(0, options.days)
  const at = [{ valley: 0, km: 0 }, ...options.stops.map(() => ({ valley: 0, km: 10 }))]
  return {
    days,
    horizonDays: 90,
    places: at.map((_, k) => `p${k}`),
    vehicles: Array.from({ length: options.vehicles ?? 1 }, (_, k) =>
      testVehicle({ id: `v${k}`, days: allDays(days) }),
    ),
    stops: options.stops.map((stop, k) =>
      testStop({ id: `s${k}`, place: k + 1, serviceSeconds: seconds(18_000), ...stop }),
    ),
    states: [{ byProfile: [valleyTravel(at, 30)] }],
    stateOfDay: new Int32Array(days.length),
  }
}

describe('a county: 73 stops, 24 visits a year, 4 vehicles', () => {
  const problem = valleys({
    seed: 3,
    stops: 73,
    vehicles: 4,
    visits: () => 24,
    serviceMinutes: (k) => 80 + ((k * 37) % 70),
  })
  const solution = solve(problem, 60)

  test('every visit has a date, and all rules hold', () => {
    expect(solution.unplaced).toEqual([])
    expect(solution.daysShort).toEqual({ clinic: 0 })
    expect(faultsOf(problem, solution)).toEqual([])
  })

  test('gaps stay within the tolerance, festivals included', () => {
    for (const [, gap] of longestGaps(problem, solution)) expect(gap).toBeLessThanOrEqual(22)
  })

  test('loads are balanced within one template, and stops keep their vehicle', () => {
    const days = problem.vehicles.map(
      ({ id }) => solution.tours.filter(({ vehicle }) => vehicle === id).length,
    )
    expect(Math.max(...days) - Math.min(...days)).toBeLessThanOrEqual(24)
    const own = problem.stops.map(({ id }) => {
      const by = solution.tours.filter(({ visits }) => visits.some(({ stop }) => stop === id))
      return Math.max(
        ...problem.vehicles.map((v) => by.filter(({ vehicle }) => vehicle === v.id).length),
      )
    })
    expect(own.reduce((a, b) => a + b, 0)).toBeGreaterThan(0.95 * 73 * 24)
  })

  test('tours come in order of date, then vehicle', () => {
    const keys = solution.tours.map(({ date, vehicle }) => `${date} ${vehicle}`)
    expect(keys).toEqual([...keys].sort())
  })

  test('a second run gives the same bytes, and so do shuffled stops and vehicles', () => {
    const source = random(9)
    const shuffled = {
      ...problem,
      stops: source.shuffle(problem.stops),
      vehicles: source.shuffle(problem.vehicles),
    }
    expect(JSON.stringify(solve(problem, 60))).toBe(JSON.stringify(solution))
    expect(JSON.stringify(solve(shuffled, 60))).toBe(JSON.stringify(solution))
  })
})

test('search finds fewer or shorter tours than the construction', () => {
  const problem = valleys({
    seed: 2,
    stops: 24,
    vehicles: 3,
    visits: () => 12,
    serviceMinutes: (k) => 50 + ((k * 37) % 70),
  })
  const cost = (s: TourSolution): number =>
    s.tours.length * 1e9 + s.tours.reduce((sum, { metres }) => sum + metres, 0)
  const none = solve(problem, 0)
  expect(faultsOf(problem, none)).toEqual([])
  expect(none.iterations).toBe(0)
  const long = solve(problem, 400)
  expect(cost(long)).toBeLessThan(cost(none))
})

test('6, 12, 24 and 48 visits a year are all placed, and rare stops ride along', () => {
  const problem = valleys({
    seed: 4,
    stops: 20,
    vehicles: 6,
    depots: 2,
    visits: (k) => [6, 12, 24, 48][k % 4]!,
    serviceMinutes: (k) => 30 + ((k * 37) % 70),
  })
  const solution = solve(problem, 20)
  expect(solution.unplaced).toEqual([])
  expect(faultsOf(problem, solution)).toEqual([])
  const mixed = solution.tours.filter(
    ({ visits }) =>
      new Set(visits.map(({ stop }) => problem.stops.find(({ id }) => id === stop)!.visits)).size >
      1,
  )
  expect(mixed.length).toBeGreaterThan(0)
})

test('random problems: nothing is lost, no rule is broken', () => {
  fc.assert(
    fc.property(
      fc.record({
        seed: fc.integer({ min: 1, max: 10_000 }),
        stops: fc.integer({ min: 1, max: 9 }),
        vehicles: fc.integer({ min: 1, max: 3 }),
        depots: fc.integer({ min: 1, max: 2 }),
        horizonDays: fc.integer({ min: 14, max: 60 }),
        most: fc.integer({ min: 1, max: 8 }),
        closed: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 10 }),
        winter: fc.boolean(),
      }),
      ({ most, closed, winter, ...options }) => {
        const plain = valleys({
          ...options,
          visits: (k) => 1 + ((k * 5) % most),
          serviceMinutes: (k) => 30 + ((k * 53) % 240),
        })
        const summer = plain.states[0]!.byProfile[0]!
        const slow = {
          metres: summer.metres,
          seconds: summer.seconds.map((time) => (time > 4_000 ? -1 : time * 2)),
        }
        const problem: TourProblem = {
          ...plain,
          stops: plain.stops.map((stop, k) =>
            k % 2 === 0 ? { ...stop, closedDays: new Set(closed) } : stop,
          ),
          states: [...plain.states, { byProfile: [slow] }],
          stateOfDay: plain.stateOfDay.map((_, day) => (winter && day % 20 > 12 ? 1 : 0)),
        }
        expect(faultsOf(problem, solve(problem, 5))).toEqual([])
      },
    ),
    { numRuns: 60 },
  )
})

test('gaps are within the limit whenever days suffice (property)', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom(4, 6, 12, 24),
      (seed, stops, visits) => {
        const problem = valleys({
          seed,
          stops,
          vehicles: 2,
          visits: () => visits,
          serviceMinutes: () => 90,
        })
        const solution = solve(problem, 3)
        expect(solution.unplaced).toEqual([])
        const limit = problem.stops[0]!.maxGapDays
        for (const [, gap] of longestGaps(problem, solution)) expect(gap).toBeLessThanOrEqual(limit)
      },
    ),
    { numRuns: 25 },
  )
})

describe('when the fleet does not suffice', () => {
  test('states the vehicle-days that are missing, exactly', () => {
    const stops = [{ visits: 12 }, { visits: 12 }, { visits: 12 }]
    const solution = solve(fullDays({ days: 30, stops }), 20)
    expect(solution.tours).toHaveLength(30)
    expect(solution.daysShort).toEqual({ clinic: 6 })
    expect(solution.unplaced).toEqual([{ stop: 's2', visits: 6, reason: 'fleet' }])
  })

  test('the first priority class is served first, then where most people live', () => {
    const stops = [
      { visits: 10, priority: 1, people: 900 },
      { visits: 10, priority: 0, people: 10 },
      { visits: 10, priority: 1, people: 901 },
    ]
    const problem = fullDays({ days: 15, stops })
    const solution = solve(problem, 20)
    expect(solution.unplaced).toEqual([
      { stop: 's0', visits: 10, reason: 'fleet' },
      { stop: 's2', visits: 5, reason: 'fleet' },
    ])
    expect(solution.daysShort).toEqual({ clinic: 15 })
    expect(faultsOf(problem, solution)).toEqual([])
  })

  test('a kind without any vehicle is short of a day a visit', () => {
    const problem = { ...fullDays({ days: 30, stops: [{ visits: 3 }] }), vehicles: [] }
    expect(solve(problem, 5)).toMatchObject({
      tours: [],
      unplaced: [{ stop: 's0', visits: 3, reason: 'fleet' }],
      daysShort: { clinic: 3 },
    })
  })

  test('exactly enough days are enough', () => {
    const solution = solve(fullDays({ days: 30, stops: [{ visits: 18 }, { visits: 12 }] }), 5)
    expect(solution.unplaced).toEqual([])
    expect(solution.tours).toHaveLength(30)
  })
})

describe('the calendar', () => {
  const one = fullDays({ days: 40, stops: [{ visits: 4 }] })
  const withStop = (over: Partial<TourProblem['stops'][number]>): TourProblem => ({
    ...one,
    stops: [{ ...one.stops[0]!, ...over }],
  })

  test('keeps closed days free, and says so when too few are left', () => {
    const closed = new Set(Array.from({ length: 40 }, (_, day) => day).filter((day) => day % 13))
    const solution = solve(withStop({ closedDays: closed, visits: 5 }), 5)
    expect(solution.tours.map(({ date }) => one.days.indexOf(date))).toEqual([0, 13, 26, 39])
    expect(solution.unplaced).toEqual([{ stop: 's0', visits: 1, reason: 'calendar' }])
    expect(solution.daysShort).toEqual({ clinic: 0 })
  })

  test('a season that cuts the stop off takes no visits; the others stay even', () => {
    const broken = one.states[0]!.byProfile[0]!.seconds.map((time) => (time > 0 ? -1 : time))
    const metres = one.states[0]!.byProfile[0]!.metres
    const problem: TourProblem = {
      ...one,
      states: [...one.states, { byProfile: [{ seconds: broken, metres }] }],
      stateOfDay: one.stateOfDay.map((_, day) => (day < 20 ? 1 : 0)),
    }
    const solution = solve(problem, 5)
    expect(solution.unplaced).toEqual([])
    expect(solution.tours.every(({ date }) => one.days.indexOf(date) >= 20)).toBe(true)
    expect(faultsOf(problem, solution)).toEqual([])
  })

  test('a season that makes a tour too long splits it', () => {
    const stops = [
      { visits: 8, serviceSeconds: seconds(9_000) },
      { visits: 8, serviceSeconds: seconds(9_000) },
    ]
    const base = fullDays({ days: 40, stops })
    const { seconds: fast, metres } = base.states[0]!.byProfile[0]!
    const winter = { metres, seconds: fast.map((time) => time * 5) }
    const problem: TourProblem = {
      ...base,
      states: [...base.states, { byProfile: [winter] }],
      stateOfDay: base.stateOfDay.map((_, day) => (day < 15 ? 1 : 0)),
    }
    const solution = solve(problem, 5)
    expect(solution.unplaced).toEqual([])
    expect(faultsOf(problem, solution)).toEqual([])
    const alone = solution.tours.filter(({ visits }) => visits.length === 1)
    expect(alone.length).toBeGreaterThan(0)
    expect(alone.every(({ date }) => base.days.indexOf(date) < 15)).toBe(true)
    expect(solution.tours.some(({ visits }) => visits.length === 2)).toBe(true)
  })

  test('market days are avoided while gaps allow it, and used when they do not', () => {
    const markets = new Set(Array.from({ length: 40 }, (_, day) => day).filter((day) => day % 2))
    const avoided = solve(withStop({ avoidDays: markets }), 5)
    expect(avoided.tours.every(({ date }) => !markets.has(one.days.indexOf(date)))).toBe(true)
    const all = solve(withStop({ avoidDays: new Set(one.days.keys()) }), 5)
    expect(all.tours).toHaveLength(4)
  })

  test('a weekly stop keeps its weekday', () => {
    const days = datesIn({
      from: '2027-03-01' as PlainDate,
      to: '2027-04-25' as PlainDate,
    }).filter((date) => weekday(date) < 6)
    const problem = { ...fullDays({ days: 40, stops: [{ visits: 8 }] }), days, horizonDays: 56 }
    const weekdays = solve(problem, 5).tours.map(({ date }) => weekday(date))
    expect(new Set(weekdays).size).toBe(1)
  })
})

test('says why a stop can never be reached', () => {
  const problem = fullDays({ days: 20, stops: [{ visits: 2 }, { visits: 2 }] })
  const travel = problem.states[0]!.byProfile[0]!
  for (const arc of [1, 4, 7]) travel.seconds[arc] = arc === 4 ? 0 : -1
  travel.seconds[2] = 20_000
  expect(solve(problem, 5).unplaced).toEqual([
    { stop: 's0', visits: 2, reason: 'unreachable' },
    { stop: 's1', visits: 2, reason: 'too-far' },
  ])
})

test('asks the clock before each iteration and reports progress', () => {
  const problem = valleys({
    seed: 1,
    stops: 6,
    vehicles: 1,
    visits: () => 6,
    serviceMinutes: () => 60,
  })
  const asked: number[] = []
  const seen: number[] = []
  const solution = solveTours(problem, {
    seed: 1,
    stop: (iterations) => {
      asked.push(iterations)
      return iterations >= 250
    },
    onProgress: ({ iterations }) => seen.push(iterations),
  })
  expect(asked).toEqual(Array.from({ length: 251 }, (_, k) => k))
  expect(seen).toEqual([100, 200, 250])
  expect(solution.iterations).toBe(250)
})
