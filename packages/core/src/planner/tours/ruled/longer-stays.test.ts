import { expect, test } from 'vitest'
import type { RoutingInstance } from '../../../plan/routing.ts'
import { valleyTravel } from '../../first-tours/valleys.fixture.ts'
import { compileProblem } from './compile.ts'
import { stepRuled } from './search.ts'
import { startRuledSearch } from './start-search.ts'
import { toSolution } from './write-solution.ts'

/** Four stops of a quarter of an hour in four valleys, 50 minutes up each: 400 minutes at the wheel for all. */
function fourValleys(): RoutingInstance {
  const places = [0, 1, 2, 3, 4].map((valley) => ({ valley, km: valley === 0 ? 0 : 25 }))
  const { seconds } = valleyTravel(places, 30)
  const times = places.map((_, a) => places.map((_, b) => seconds[a * places.length + b]!))
  const rules = { rest: { after: 4 * 3600, duration: 1200, onRoad: false } }
  return {
    name: 'four valleys',
    days: 1,
    objective: 'levels',
    convention: 'float',
    depots: [{ id: 0, x: 0, y: 0, open: 0, close: Infinity }],
    fleets: [
      {
        days: [1],
        depot: 0,
        vehicles: [1],
        capacity: Infinity,
        maxDuration: 12 * 3600,
        rules: { ...rules, travel: 0, costs: { perDay: 1000, perLength: 1, perTime: 0 } },
      },
    ],
    customers: [1, 2, 3, 4].map((id) => ({
      id,
      x: 0,
      y: 0,
      service: 900,
      demand: 0,
      open: 0,
      close: Infinity,
      patterns: [],
      prize: 1,
      optional: false,
      rules: { spacing: { visits: 1, minGap: 1, maxGap: 1 } },
    })),
    travel: [{ lengths: times, times }],
  }
}

const servedWith = (staysAsGiven: boolean): number => {
  const search = startRuledSearch(compileProblem(fourValleys(), { staysAsGiven }), 1, 0)
  for (let k = 0; k < 20; k++) stepRuled(search, 0)
  const { routes } = toSolution(search.problem, search.best)
  return routes.reduce((sum, route) => sum + route.stops.length, 0)
}

test('a stay made longer rests the driver, unless stays are as given', () => {
  expect(servedWith(false)).toBe(4)
  expect(servedWith(true)).toBe(2)
})
