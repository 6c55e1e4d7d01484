import { expect, test } from 'vitest'
import type { RouteRun, RoutingRoute } from '../../plan/routing.ts'
import type { Nights } from '../../plan/routing-rules.ts'
import { checkRoutes } from '../check-routes.ts'
import { faults, lineTours, tour } from './line-tours.fixture.ts'

/** Depot 2, at 30, has beds. */
const beds: Nights = { at: [1], cost: 7, mostInRow: 2 }
const instance = (change: Partial<Nights> = {}, days = 5) =>
  lineTours({ rules: { nights: { ...beds, ...change } }, instance: { days } })

const leg = (day: number, stop: number, run: RouteRun, vehicle = 1): RoutingRoute =>
  tour([stop], { day, vehicle, run })
/** From home to customer 2 at 20 and on to the beds; from there to customer 4 next door, or to customer 3 at 20 and home. */
const out = (day: number, stop = 2) =>
  leg(day, stop, { depart: 0, times: [[20, 20, 25]], finish: 35, endsAt: 1 })
const stay = (day: number) =>
  leg(day, 4, { depart: 0, times: [[0, 0, 5]], finish: 5, startsAt: 1, endsAt: 1 })
const back = (day: number, stop = 3) =>
  leg(day, stop, { depart: 0, times: [[10, 10, 15]], finish: 35, startsAt: 1 })

test('a night away, and on from there on the next day', () => {
  expect(faults(instance(), out(1), back(2))).toEqual([])
  const checked = checkRoutes(instance(), { routes: [out(1), back(2)], unserved: [] })
  expect(checked.cost).toBe(60 + 7)
})

test('the next day must start there', () => {
  expect(faults(instance(), out(1))).toEqual(['night-not-continued'])
  const fromHome = leg(2, 3, { depart: 0, times: [[20, 20, 25]], finish: 45 })
  expect(faults(instance(), out(1), fromHome)).toEqual(['night-not-continued'])
  const other = { ...back(2), vehicle: 2 }
  expect(faults(instance(), out(1), other)).toEqual([
    'night-not-continued',
    'route-start-elsewhere',
  ])
})

test('the next day of the instance, so none on the last', () => {
  expect(faults(instance(), out(1), back(3))).toEqual([
    'night-not-continued',
    'route-start-elsewhere',
  ])
  expect(faults(instance(), out(5))).toEqual(['night-not-continued'])
})

test('only after a night does a day start elsewhere', () => {
  expect(faults(instance(), back(2))).toEqual(['route-start-elsewhere'])
  const home = leg(1, 2, { depart: 0, times: [[20, 20, 25]], finish: 45 })
  expect(faults(instance(), home, back(2))).toEqual(['route-start-elsewhere'])
})

test('at lodging places only', () => {
  expect(faults(instance({ at: [] }), out(1), back(2))).toEqual([
    'route-end-elsewhere',
    'route-start-elsewhere',
  ])
})

test('most in a row', () => {
  const two = [out(1), stay(2), back(3)]
  expect(faults(instance({ mostInRow: 2 }), ...two)).toEqual([])
  expect(faults(instance({ mostInRow: 1 }), ...two)).toEqual(['nights-too-many'])
})

test('allowed evenings', () => {
  expect(faults(instance({ evenings: [1] }), out(1), back(2))).toEqual([])
  expect(faults(instance({ evenings: [1] }), out(2), back(3))).toEqual(['night-not-allowed'])
})
