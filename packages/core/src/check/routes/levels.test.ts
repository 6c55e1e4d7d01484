import { expect, test } from 'vitest'
import type { RoutingInstance, RoutingRoute } from '../../plan/routing.ts'
import { checkRoutes } from '../check-routes.ts'
import { lineTours, timed, tour } from './line-tours.fixture.ts'

const levels = (instance: RoutingInstance, ...routes: RoutingRoute[]) =>
  checkRoutes(instance, { routes, unserved: [] }).levels

test('who must be served first, then prizes by class, the lowest number first', () => {
  const instance = lineTours({
    customers: {
      1: { optional: false, rules: { priority: 9 } },
      2: { prize: 3, rules: { priority: 5 } },
      3: { prize: 4, rules: { priority: 5 } },
      4: { prize: 6 },
    },
  })
  expect(levels(instance)).toEqual([1, 6, 7, 0, 0, 0, 0])
  expect(levels(instance, tour([1, 3]))).toEqual([0, 6, 3, 40, 50, 0, 0])
  expect(checkRoutes(instance, { routes: [tour([4])], unserved: [] }).feasible).toBe(false)
})

test('cost: day out, length and time out, each route rounded up; the longest day', () => {
  const costs = { perDay: 100, perLength: 2, perTime: 0.5 }
  const instance = lineTours({ rules: { costs } })
  const one = timed([1], 0, [[10, 10, 15]], 25)
  const two = { ...timed([2], 0, [[20, 20, 25]], 45.2), vehicle: 2 }
  expect(levels(instance, one, two)).toEqual([0, 20, 100 + 40 + 13 + 100 + 80 + 23, 46, 0, 0])
  expect(levels(lineTours({}), one, two)).toEqual([0, 20, 60, 46, 0, 0])
})

test('without a run the shortest time out counts', () => {
  const instance = lineTours({ customers: { 1: { open: 50 } } })
  expect(levels(instance, tour([1]))).toEqual([0, 30, 20, 25, 0, 0])
})

test('changes: published visits not kept, and visits not published', () => {
  const published = [{ day: 1 }, { day: 3, vehicle: { depot: 0, number: 2 } }]
  const spacing = { visits: 2, minGap: 1, maxGap: 9 }
  const instance = lineTours({ customers: { 1: { rules: { published, spacing } } } })
  const changes = (...routes: RoutingRoute[]) => levels(instance, ...routes).at(-2)
  expect(changes(tour([1]), tour([1], { day: 3, vehicle: 2 }))).toBe(0)
  expect(changes(tour([1], { vehicle: 2 }), tour([1], { day: 3, vehicle: 1 }))).toBe(2)
  expect(changes(tour([1]), tour([1], { day: 4, vehicle: 2 }))).toBe(2)
  expect(changes()).toBe(2)
  expect(levels(lineTours({}), tour([1])).at(-2)).toBe(0)
})

test('wishes: avoided days, and days that aren’t sought where some are', () => {
  const wishes = (day: number, rules: object) =>
    levels(lineTours({ customers: { 1: { rules } } }), tour([1], { day })).at(-1)
  expect(wishes(1, { avoidDays: [1] })).toBe(1)
  expect(wishes(2, { avoidDays: [1] })).toBe(0)
  expect(wishes(1, { seekDays: [1] })).toBe(0)
  expect(wishes(2, { seekDays: [1] })).toBe(1)
  expect(wishes(2, { seekDays: [1], avoidDays: [2] })).toBe(2)
  expect(wishes(2, { seekDays: [] })).toBe(0)
})
