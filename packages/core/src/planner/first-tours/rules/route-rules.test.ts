import { expect, test } from 'vitest'
import { measureRoute } from '../measure-route.ts'
import { allDays, testVehicle, valleyTravel } from '../valleys.fixture.ts'
import { routeRules } from './route-rules.ts'
import type { RouteTotals } from './rule.ts'

const vehicle = testVehicle({ id: 'v', days: allDays([]) })
const fine: RouteTotals = {
  reachable: true,
  driveSeconds: 21_600,
  metres: 1,
  serviceSeconds: 7_200,
  longestDriveSeconds: 14_400,
}
const broken = (totals: Partial<RouteTotals>): string[] =>
  routeRules.filter((rule) => rule.broken({ ...fine, ...totals }, vehicle)).map(({ id }) => id)

test('limits are inclusive', () => {
  expect(broken({})).toEqual([])
})

test.each([
  [{ reachable: false }, 'arcs'],
  [{ serviceSeconds: 7_201 }, 'shift'],
  [{ driveSeconds: 21_601, serviceSeconds: 0 }, 'driving-limit'],
  [{ longestDriveSeconds: 14_401 }, 'driving-rest'],
])('%o breaks %s and nothing else', (totals, rule) => {
  expect(broken(totals)).toEqual([rule])
})

test('a stop of twenty minutes rests the driver, a shorter one does not', () => {
  // 60 km/h: one hour per 60 km, so out and back is 5 h with the stop half way.
  const places = [
    { valley: 0, km: 0 },
    { valley: 0, km: 150 },
  ]
  const travel = valleyTravel(places, 60)
  const route = (service: number): RouteTotals =>
    measureRoute(
      { places: 2, place: Int32Array.of(1), service: Int32Array.of(service) },
      travel,
      0,
      [0],
    )
  expect(route(1200).longestDriveSeconds).toBe(9_000)
  expect(route(1199).longestDriveSeconds).toBe(18_000)
  expect(route(1199)).toMatchObject({ driveSeconds: 18_000, metres: 300_000, reachable: true })
})

test('one closed arc makes a route unreachable', () => {
  const travel = valleyTravel(
    [
      { valley: 0, km: 0 },
      { valley: 0, km: 5 },
    ],
    30,
  )
  travel.seconds[2] = -1
  const ground = { places: 2, place: Int32Array.of(1), service: Int32Array.of(60) }
  expect(measureRoute(ground, travel, 0, [0]).reachable).toBe(false)
})
