import { describe, expect, test } from 'vitest'
import { random } from '../../kernel/random.ts'
import { seconds } from '../../kernel/units.ts'
import { faultsOf } from '../first-tours/check-solution.fixture.ts'
import type { TourProblem, TourSolution } from '../first-tours/problem.ts'
import { solveTours as firstTours } from '../first-tours/solve-tours.ts'
import {
  allDays,
  testStop,
  testVehicle,
  valleys,
  valleyTravel,
  workdays,
} from '../first-tours/valleys.fixture.ts'
import { solveTours } from './solve-tours.ts'

const costOf = (problem: TourProblem, { tours }: TourSolution): number =>
  tours.reduce((sum, tour) => {
    const vehicle = problem.vehicles.find(({ id }) => id === tour.vehicle)!
    return sum + vehicle.costPerDayFen + (tour.metres * vehicle.costPerKmFen) / 1000
  }, 0)

describe('a county of 14 stops with unlike frequencies and two depots', () => {
  const problem = valleys({
    seed: 11,
    stops: 14,
    vehicles: 3,
    depots: 2,
    horizonDays: 120,
    visits: (k) => [5, 7, 8, 11][k % 4]!,
    serviceMinutes: (k) => 40 + ((k * 37) % 70),
  })
  const within = (iterations: number) => ({ seed: 2, stop: (done: number) => done >= iterations })
  const solution = solveTours(problem, within(2400))

  test('every rule holds, every visit is dated', () => {
    expect(solution.unplaced).toEqual([])
    expect(faultsOf(problem, solution)).toEqual([])
  })

  test('the engine saves days and kilometres against the repeating first tours', () => {
    const first = firstTours(problem, within(2400))
    expect(costOf(problem, solution)).toBeLessThan(costOf(problem, first))
  })

  test('whatever the order of stops and vehicles, the same bytes', () => {
    const source = random(5)
    const shuffled = {
      ...problem,
      stops: source.shuffle(problem.stops),
      vehicles: source.shuffle(problem.vehicles),
    }
    expect(JSON.stringify(solveTours(shuffled, within(2400)))).toBe(JSON.stringify(solution))
  })
})

test('no tour rests its driver by staying longer than its stops last', () => {
  const days = workdays(120)
  const at = [0, 1, 2, 3, 4].map((valley) => ({ valley, km: valley === 0 ? 0 : 25 }))
  const problem: TourProblem = {
    days,
    horizonDays: 120,
    places: at.map((_, k) => `p${k}`),
    vehicles: ['a', 'b'].map((id) =>
      testVehicle({
        id,
        days: allDays(days),
        shiftSeconds: seconds(12 * 3600),
        driveLimitSeconds: seconds(9 * 3600),
      }),
    ),
    // Four stops of a quarter of an hour: with five minutes more at one of them a day would do for all.
    stops: [1, 2, 3, 4].map((place) =>
      testStop({ id: `s${place}`, place, visits: 6, serviceSeconds: seconds(900) }),
    ),
    states: [{ byProfile: [valleyTravel(at, 30)] }],
    stateOfDay: new Int32Array(days.length),
  }
  const solution = solveTours(problem, { seed: 1, stop: (done) => done >= 3000 })
  expect(solution.unplaced).toEqual([])
  expect(faultsOf(problem, solution)).toEqual([])
  for (const tour of solution.tours) expect(tour.driveSeconds).toBeLessThanOrEqual(4 * 3600)
})
