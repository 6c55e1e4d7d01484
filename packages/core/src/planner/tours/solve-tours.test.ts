import { describe, expect, test } from 'vitest'
import { random } from '../../kernel/random.ts'
import { faultsOf } from '../first-tours/check-solution.fixture.ts'
import type { TourProblem, TourSolution } from '../first-tours/problem.ts'
import { solveTours as firstTours } from '../first-tours/solve-tours.ts'
import { valleys } from '../first-tours/valleys.fixture.ts'
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
