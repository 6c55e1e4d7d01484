import { describe, expect, test } from 'vitest'
import type { RoutePause } from '../../plan/routing.ts'
import type { CustomerRules } from '../../plan/routing-rules.ts'
import { faults, lineTours, timed, tour } from './line-tours.fixture.ts'

const loads = (capacity: number, rules: Record<number, CustomerRules>, demand = 0) => {
  const customer = (id: number) => ({ demand, ...(rules[id] ? { rules: rules[id] } : {}) })
  return lineTours({
    fleet: { capacity },
    customers: { 1: customer(1), 2: customer(2), 3: customer(3), 4: customer(4) },
  })
}

test('what is brought is aboard from the start, what is taken to the end', () => {
  expect(faults(loads(4, {}, 2), tour([1, 2]))).toEqual([])
  expect(faults(loads(3, {}, 2), tour([1, 2]))).toEqual(['route-over-capacity'])
  const taken = { 1: { pickup: 2 }, 2: { pickup: 2 } }
  expect(faults(loads(4, taken), tour([1, 2]))).toEqual([])
  expect(faults(loads(3, taken), tour([1, 2]))).toEqual(['route-over-capacity'])
})

test('one takes the place of the other, unloading first', () => {
  const exchange = { 1: { pickup: 2 }, 2: { pickup: 2 } }
  expect(faults(loads(4, exchange, 2), tour([1, 2]))).toEqual([])
  expect(faults(loads(4, { 1: { pickup: 3 } }, 2), tour([1, 2]))).toEqual(['route-over-capacity'])
  expect(faults(loads(4, { 2: { pickup: 3 } }, 2), tour([1, 2]))).toEqual([])
})

test('up to four dimensions, each by itself; one without a capacity is free', () => {
  const rules = { otherDemands: [1, 2, 3] }
  const instance = (otherCapacities: number[]) =>
    lineTours({ rules: { otherCapacities }, customers: { 1: { rules }, 2: { rules } } })
  expect(faults(instance([2, 4, 6]), tour([1, 2]))).toEqual([])
  expect(faults(instance([2, 4]), tour([1, 2]))).toEqual([])
  expect(faults(instance([2, 4, 5]), tour([1, 2]))).toEqual(['route-over-other-capacity'])
  const picked = { otherPickups: [0, 3] }
  const taking = lineTours({
    rules: { otherCapacities: [0, 2] },
    customers: { 1: { rules: picked } },
  })
  expect(faults(taking, tour([1]))).toEqual(['route-over-other-capacity'])
})

describe('from one customer to another', () => {
  const parcel = { 1: { pickup: 3, deliverTo: 3 } }

  test('aboard only between the two', () => {
    expect(faults(loads(3, { ...parcel, 4: { pickup: 3 } }), tour([1, 3, 4]))).toEqual([])
    expect(faults(loads(3, { ...parcel, 4: { pickup: 3 } }), tour([1, 4, 3]))).toEqual([
      'route-over-capacity',
    ])
  })

  test('pickup first, on one route, both or neither', () => {
    const instance = loads(9, parcel)
    expect(faults(instance, tour([2]))).toEqual([])
    expect(faults(instance, tour([3, 1]))).toEqual(['route-delivery-broken'])
    expect(faults(instance, tour([1]))).toEqual(['route-delivery-broken'])
    expect(faults(instance, tour([3]))).toEqual(['route-delivery-broken'])
    expect(faults(instance, tour([1]), tour([3], { vehicle: 2 }))).toEqual([
      'route-delivery-broken',
    ])
  })

  test('no reload between', () => {
    const reload = { at: [0], duration: 0, most: 1 }
    const instance = lineTours({
      rules: { reload },
      customers: { 1: { rules: { pickup: 1, deliverTo: 2 } } },
    })
    const pause = (before: number, at: number): RoutePause[] => [
      { kind: 'reload', before, start: at, end: at, depot: 0 },
    ]
    const between = timed(
      [1, 2],
      0,
      [
        [10, 10, 15],
        [45, 45, 50],
      ],
      70,
      { pauses: pause(1, 25) },
    )
    expect(faults(instance, between)).toEqual(['route-delivery-broken'])
    const before = timed(
      [1, 2],
      0,
      [
        [10, 10, 15],
        [25, 25, 30],
      ],
      50,
      { pauses: pause(0, 0) },
    )
    expect(faults(instance, before)).toEqual([])
  })
})

test('skills: all that a customer asks for', () => {
  const rules = { skills: ['x-ray', 'vaccines'] }
  const crew = (skills: string[]) => lineTours({ rules: { skills }, customers: { 1: { rules } } })
  expect(faults(crew(['vaccines', 'x-ray', 'teeth']), tour([1]))).toEqual([])
  expect(faults(crew(['vaccines']), tour([1]))).toEqual(['route-skill-missing'])
  expect(faults(lineTours({ customers: { 1: { rules } } }), tour([1]))).toEqual([
    'route-skill-missing',
  ])
})

test('most customers a day', () => {
  const instance = lineTours({ rules: { maxStops: 2 } })
  expect(faults(instance, tour([1, 2]))).toEqual([])
  expect(faults(instance, tour([1, 2, 3]))).toEqual(['route-stops-too-many'])
})
