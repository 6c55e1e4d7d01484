import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../kernel/calendar.ts'
import type { RoutingRoute } from '../../plan/routing.ts'
import type { CustomerRules, Spacing } from '../../plan/routing-rules.ts'
import { faults, lineTours, tour } from './line-tours.fixture.ts'

const on = (day: number, stops: number[], vehicle = 1): RoutingRoute =>
  tour(stops, { day, vehicle })
const visits = (...days: number[]) => days.map((day) => on(day, [1]))
const customer1 = (rules: CustomerRules, instance = {}) =>
  lineTours({ customers: { 1: { rules } }, instance })
const spaced = (spacing: Partial<Spacing>, instance = {}) =>
  customer1({ spacing: { visits: 2, minGap: 2, maxGap: 3, ...spacing } }, instance)

/** Mon 5 January 2026, Wed 7, Fri 9, Mon 12, Wed 14. */
const dates = ['2026-01-05', '2026-01-07', '2026-01-09', '2026-01-12', '2026-01-14'] as PlainDate[]

describe('spacing', () => {
  test('both ends of the gap are allowed, a day beyond is not', () => {
    expect(faults(spaced({}), ...visits(1, 3))).toEqual([])
    expect(faults(spaced({}), ...visits(1, 4))).toEqual([])
    expect(faults(spaced({}), ...visits(1, 2))).toEqual(['customer-gap-wrong'])
    expect(faults(spaced({}), ...visits(1, 5))).toEqual(['customer-gap-wrong'])
  })

  test('gaps are calendar days where there are dates', () => {
    expect(faults(spaced({}, { dates }), ...visits(1, 2))).toEqual([])
    expect(faults(spaced({}, { dates }), ...visits(3, 4))).toEqual([])
    expect(faults(spaced({}, { dates }), ...visits(1, 3))).toEqual(['customer-gap-wrong'])
  })

  test('as many visits as asked for, or none where it may be left out', () => {
    expect(faults(spaced({ visits: 3, minGap: 1 }), ...visits(1, 2, 3))).toEqual([])
    expect(faults(spaced({ visits: 3, minGap: 1 }), ...visits(1, 2))).toEqual([
      'customer-visits-wrong',
    ])
    expect(faults(spaced({ visits: 3 }))).toEqual([])
  })

  test('the visit before the horizon counts', () => {
    expect(faults(spaced({ lastBefore: 2 }), ...visits(2, 4))).toEqual([])
    expect(faults(spaced({ lastBefore: 3 }), ...visits(2, 4))).toEqual(['customer-gap-wrong'])
    expect(faults(spaced({ lastBefore: 1 }), ...visits(1, 3))).toEqual(['customer-gap-wrong'])
  })

  test('the next period counts where it wraps; by default it begins the day after the last', () => {
    expect(faults(spaced({ wraps: true }), ...visits(1, 4))).toEqual([])
    expect(faults(spaced({ wraps: true }), ...visits(2, 4))).toEqual([])
    expect(faults(spaced({ wraps: true }, { periodDays: 7 }), ...visits(2, 4))).toEqual([
      'customer-gap-wrong',
    ])
    expect(faults(spaced({ wraps: true }, { dates, periodDays: 5 }), ...visits(1, 2))).toEqual([])
  })
})

test('patterns: one of the allowed sets of days, exactly', () => {
  const instance = lineTours({ customers: { 1: { patterns: [0b10100] } } })
  expect(faults(instance, ...visits(1, 3))).toEqual([])
  expect(faults(instance, ...visits(1, 4))).toEqual(['customer-days-wrong'])
})

test('unions: the days of all together, each once', () => {
  const union = { customers: [1, 2], minGap: 2, maxGap: 2 }
  const instance = lineTours({ instance: { unions: [union] } })
  expect(faults(instance, on(1, [1]), on(3, [2]))).toEqual([])
  expect(faults(instance, on(1, [1, 2]))).toEqual([])
  expect(faults(instance, on(1, [1]), on(4, [2]))).toEqual(['customers-gap-wrong'])
  const wrapping = lineTours({ instance: { periodDays: 4, unions: [{ ...union, wraps: true }] } })
  expect(faults(wrapping, on(1, [1]), on(3, [2]))).toEqual([])
  expect(faults(wrapping, on(1, [1, 2]))).toEqual(['customers-gap-wrong'])
})

test('same vehicle', () => {
  const instance = customer1({ sameVehicle: true, spacing: { visits: 2, minGap: 1, maxGap: 9 } })
  expect(faults(instance, on(1, [1], 2), on(2, [1], 2))).toEqual([])
  expect(faults(instance, on(1, [1], 1), on(2, [1], 2))).toEqual(['customer-vehicles-differ'])
})

test('same weekday: whole weeks between', () => {
  const rules = { sameWeekday: true, spacing: { visits: 2, minGap: 1, maxGap: 9 } }
  expect(faults(customer1(rules, { dates }), ...visits(2, 5))).toEqual([])
  expect(faults(customer1(rules, { dates }), ...visits(3, 5))).toEqual(['customer-weekdays-differ'])
})

test('locked visits: the day, and the vehicle where one is named', () => {
  const day3 = customer1({ locked: [{ day: 3 }] })
  expect(faults(day3, on(3, [1], 2))).toEqual([])
  expect(faults(day3, on(2, [1]))).toEqual(['customer-locked-missed'])
  expect(faults(day3)).toEqual(['customer-locked-missed'])
  const vehicle2 = customer1({ locked: [{ day: 3, vehicle: { depot: 0, number: 2 } }] })
  expect(faults(vehicle2, on(3, [1], 2))).toEqual([])
  expect(faults(vehicle2, on(3, [1], 1))).toEqual(['customer-locked-missed'])
  const [fleet] = vehicle2.fleets
  const both = { ...vehicle2, fleets: [fleet!, { ...fleet!, depot: 1 }] }
  expect(faults(both, { ...on(3, [1], 2), depot: 2 })).toEqual(['customer-locked-missed'])
})

test('most days out: each vehicle, over all fleets it stands in', () => {
  const instance = lineTours({ rules: { maxDaysOut: 2 } })
  expect(faults(instance, on(1, [1]), on(2, [2]), on(3, [3], 2))).toEqual([])
  expect(faults(instance, on(1, [1]), on(2, [2]), on(3, [3]))).toEqual(['vehicle-days-too-many'])
  const [fleet] = instance.fleets
  const early = { ...fleet!, days: [1, 2] }
  const late = { ...fleet!, days: [3, 4, 5], rules: {} }
  expect(faults({ ...instance, fleets: [early, late] }, on(1, [1]), on(3, [2]))).toEqual([])
  expect(
    faults({ ...instance, fleets: [early, late] }, on(3, [1]), on(4, [2]), on(5, [3])),
  ).toEqual(['vehicle-days-too-many'])
  expect(
    faults({ ...instance, fleets: [late, early] }, on(3, [1]), on(4, [2]), on(5, [3])),
  ).toEqual(['vehicle-days-too-many'])
})

test('a fleet goes out on its days', () => {
  const instance = lineTours({ fleet: { days: [2] } })
  expect(faults(instance, on(2, [1]))).toEqual([])
  expect(faults(instance, on(1, [1]))).toEqual(['route-vehicle-unknown'])
})
