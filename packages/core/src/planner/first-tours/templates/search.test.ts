import fc from 'fast-check'
import { expect, test } from 'vitest'
import { random } from '../../../kernel/random.ts'
import { seconds } from '../../../kernel/units.ts'
import { compileGrounds } from '../ground.ts'
import type { TourProblem } from '../problem.ts'
import { allDays, testStop, testVehicle, valleyTravel, workdays } from '../valleys.fixture.ts'
import { templateSearch } from './search.ts'

type Cost = readonly [days: number, fen: number]

const less = (a: Cost, b: Cost): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1])

function* partitions(items: readonly number[]): Generator<number[][]> {
  const [first, ...rest] = items
  if (first === undefined) yield []
  else
    for (const parts of partitions(rest)) {
      yield [[first], ...parts]
      for (let k = 0; k < parts.length; k++) yield parts.with(k, [first, ...parts[k]!])
    }
}

function* orders(items: readonly number[]): Generator<number[]> {
  if (items.length === 0) yield []
  for (const item of items)
    for (const rest of orders(items.filter((other) => other !== item))) yield [item, ...rest]
}

/** Least cost of one template of these stops, by every order, depot and choice of days in a cycle. */
function templateCost(problem: TourProblem, part: readonly number[]): Cost | null {
  const { stops, vehicles, places, states } = problem
  const most = Math.max(...part.map((s) => stops[s]!.visits))
  if (part.some((s) => most % stops[s]!.visits !== 0)) return null
  const { seconds: time, metres } = states[0]!.byProfile[0]!
  const n = places.length
  let best: Cost | null = null
  const trip = (vehicle: (typeof vehicles)[number], order: readonly number[]): number => {
    const at = [vehicle.depot, ...order.map((s) => stops[s]!.place), vehicle.depot]
    let drive = 0
    let length = 0
    for (let k = 1; k < at.length; k++) {
      drive += time[at[k - 1]! * n + at[k]!]!
      length += metres[at[k - 1]! * n + at[k]!]!
    }
    const work = order.reduce((sum, s) => sum + stops[s]!.serviceSeconds, 0)
    const ok = drive <= vehicle.driveLimitSeconds && drive + work <= vehicle.shiftSeconds
    return ok ? length : Number.NaN
  }
  for (const vehicle of vehicles)
    for (const order of orders(part))
      for (const phases of phaseChoices(order.map((s) => most / stops[s]!.visits))) {
        let length = 0
        for (let k = 0; k < most; k++)
          length += trip(
            vehicle,
            order.filter((s, i) => k % (most / stops[s]!.visits) === phases[i]!),
          )
        if (Number.isNaN(length)) continue
        const cost: Cost = [
          most,
          Math.round(most * vehicle.costPerDayFen + (length / 1000) * vehicle.costPerKmFen),
        ]
        if (!best || less(cost, best)) best = cost
      }
  return best
}

function* phaseChoices(strides: readonly number[]): Generator<number[]> {
  const [first, ...rest] = strides
  if (first === undefined) yield []
  else
    for (let phase = 0; phase < first; phase++)
      for (const others of phaseChoices(rest)) yield [phase, ...others]
}

function bruteForce(problem: TourProblem): Cost {
  const known = new Map<string, Cost | null>()
  let best: Cost = [Number.POSITIVE_INFINITY, 0]
  for (const parts of partitions([...problem.stops.keys()])) {
    let sum: Cost | null = [0, 0]
    for (const part of parts) {
      const key = [...part].sort().join()
      if (!known.has(key)) known.set(key, templateCost(problem, part))
      const cost: Cost | null | undefined = known.get(key)
      sum = cost && sum ? [sum[0] + cost[0], sum[1] + cost[1]] : null
    }
    if (sum && less(sum, best)) best = sum
  }
  return best
}

const place = fc.record({
  valley: fc.integer({ min: 0, max: 2 }),
  km: fc.integer({ min: 2, max: 30 }),
})
const wish = fc.record({
  place,
  visits: fc.integer({ min: 1, max: 3 }),
  minutes: fc.integer({ min: 30, max: 200 }),
})

function small(
  wishes: readonly { place: { valley: number; km: number }; visits: number; minutes: number }[],
): TourProblem {
  const days = workdays(5).slice(0, 3)
  const at = [{ valley: 0, km: 0 }, { valley: 1, km: 15 }, ...wishes.map((w) => w.place)]
  return {
    days,
    horizonDays: 3,
    places: at.map((_, k) => `p${k}`),
    vehicles: Array.from({ length: 12 }, (_, k) =>
      testVehicle({ id: `v${k}`, depot: k % 2, days: allDays(days) }),
    ),
    stops: wishes.map(({ visits, minutes }, k) =>
      testStop({ id: `s${k}`, place: 2 + k, visits, serviceSeconds: seconds(minutes * 60) }),
    ),
    states: [{ byProfile: [valleyTravel(at, 30)] }],
    stateOfDay: new Int32Array(3),
  }
}

test('finds the best templates of every random case of up to five stops (brute force)', () => {
  fc.assert(
    fc.property(fc.array(wish, { minLength: 1, maxLength: 5 }), (wishes) => {
      const problem = small(wishes)
      const search = templateSearch(compileGrounds(problem)[0]!, random(1))
      for (let k = 0; k < 150; k++) search.step()
      const [days, fen] = bruteForce(problem)
      expect(search.levels().slice(1, 3)).toEqual([days * 1000, expect.closeTo(fen, -1)])
    }),
    { numRuns: 40 },
  )
})

test('the first templates are valid before any step, and steps never make them worse', () => {
  const problem = small(
    Array.from({ length: 5 }, (_, k) => ({
      place: { valley: k % 3, km: 5 + k },
      visits: 3,
      minutes: 90,
    })),
  )
  const search = templateSearch(compileGrounds(problem)[0]!, random(1))
  const stops = () =>
    search
      .best()
      .flatMap((template) => template.stops)
      .sort()
  expect(stops()).toEqual([0, 1, 2, 3, 4])
  const before = search.levels()
  for (let k = 0; k < 20; k++) search.step()
  expect(stops()).toEqual([0, 1, 2, 3, 4])
  expect(search.levels()[1]!).toBeLessThanOrEqual(before[1]!)
})
