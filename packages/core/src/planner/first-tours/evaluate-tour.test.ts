import { expect, test } from 'vitest'
import { seconds } from '../../kernel/units.ts'
import { evaluateTour } from './evaluate-tour.ts'
import type { TourProblem } from './problem.ts'
import { testStop, testVehicle, valleyTravel, workdays } from './valleys.fixture.ts'

const places = [
  { valley: 0, km: 0 },
  { valley: 0, km: 10 },
  { valley: 0, km: 20 },
]
const problem: TourProblem = {
  days: workdays(7),
  horizonDays: 7,
  places: ['depot', 'a', 'b'],
  vehicles: [testVehicle({ id: 'v', days: Int32Array.of(0, 1, 3) })],
  stops: [
    testStop({ id: 'a', place: 1, closedDays: new Set([3]) }),
    testStop({ id: 'b', place: 2, serviceSeconds: seconds(1800) }),
  ],
  // 30 km/h in summer, 10 km/h in winter.
  states: [{ byProfile: [valleyTravel(places, 30)] }, { byProfile: [valleyTravel(places, 10)] }],
  stateOfDay: Int32Array.of(0, 1, 0, 0, 0),
}
const vehicle = problem.vehicles[0]!

test('times a tour from the depot and back', () => {
  expect(evaluateTour(problem, vehicle, 0, problem.stops)).toEqual({
    ok: true,
    depart: 28_800,
    finish: 28_800 + 4_800 + 5_400,
    driveSeconds: 4_800,
    metres: 40_000,
    visits: [
      { arrive: 30_000, leave: 33_600 },
      { arrive: 34_800, leave: 36_600 },
    ],
  })
})

test('uses the road state of the day', () => {
  expect(evaluateTour(problem, vehicle, 1, [problem.stops[0]!])).toMatchObject({
    ok: true,
    driveSeconds: 7_200,
    visits: [{ arrive: 32_400, leave: 36_000 }],
  })
})

test('names what stands in the way', () => {
  expect(evaluateTour(problem, vehicle, 2, [])).toEqual({ ok: false, broken: 'vehicle-day' })
  expect(evaluateTour(problem, vehicle, 3, problem.stops)).toEqual({
    ok: false,
    broken: 'open-days',
  })
  const short = { ...vehicle, shiftSeconds: seconds(10_199) }
  expect(evaluateTour(problem, short, 0, problem.stops)).toEqual({ ok: false, broken: 'shift' })
})
