import { describe, expect, test } from 'vitest'
import type { RouteRun, RoutingCustomer } from '../../plan/routing.ts'
import type { CustomerRules, FleetRules } from '../../plan/routing-rules.ts'
import { faults, lineTours, timed, tour } from './line-tours.fixture.ts'

const hours: FleetRules = { open: 10, close: 100 }
const customer = (id: number, rules: CustomerRules, more: Partial<RoutingCustomer> = {}) =>
  lineTours({ customers: { [id]: { ...more, rules } } })

describe('times must be possible', () => {
  const instance = lineTours({ rules: hours })
  /** Out at 10, at customer 1 from 20 to 25, at customer 2 from 35 to 40, back at 60. */
  const run = (change: Partial<RouteRun> = {}) =>
    tour([1, 2], {
      run: {
        depart: 10,
        times: [
          [20, 20, 25],
          [35, 35, 40],
        ],
        finish: 60,
        ...change,
      },
    })

  test('just possible, and with waiting anywhere', () => {
    expect(faults(instance, run())).toEqual([])
    expect(
      faults(
        instance,
        run({
          times: [
            [20, 22, 28],
            [38, 39, 50],
          ],
          finish: 75,
        }),
      ),
    ).toEqual([])
  })

  test.each<[string, Partial<RouteRun>]>([
    ['route-leaves-too-early', { depart: 9.9 }],
    ['route-arrival-too-soon', { depart: 10.1 }],
    [
      'route-arrival-too-soon',
      {
        times: [
          [20, 20, 25],
          [34.9, 35, 40],
        ],
      },
    ],
    [
      'route-service-too-soon',
      {
        times: [
          [20, 19.9, 25],
          [35, 35, 40],
        ],
      },
    ],
    [
      'route-service-cut-short',
      {
        times: [
          [20, 20, 24.9],
          [35, 35, 40],
        ],
      },
    ],
    ['route-finish-too-soon', { finish: 59.9 }],
    ['route-back-too-late', { finish: 100.1 }],
    ['route-run-incomplete', { times: [[20, 20, 25]] }],
    ['route-run-incomplete', { finish: Number.NaN }],
  ])('%s', (code, change) => {
    expect(faults(instance, run(change))).toEqual([code])
  })

  test('a run is asked for where a rule bears on clock or place, and tested wherever it is', () => {
    expect(faults(instance, tour([1, 2]))).toEqual(['route-run-missing'])
    expect(faults(lineTours({}), tour([1, 2]))).toEqual([])
    expect(faults(lineTours({}), run({ finish: 59.9 }))).toEqual(['route-finish-too-soon'])
  })

  test('the longest time out', () => {
    const limited = (maxDuration: number) => lineTours({ fleet: { maxDuration } })
    expect(faults(limited(50), run())).toEqual([])
    expect(faults(limited(50), run({ finish: 60.1 }))).toEqual(['route-too-long'])
  })
})

test('windows of a day: several, those of a day only there, closed without any', () => {
  const windows = [
    { open: 0, close: 15 },
    { open: 50, close: 60 },
    { open: 30, close: 40, day: 2 },
  ]
  const at = (start: number, day = 1) => ({
    ...timed([1], 0, [[10, start, start + 5]], start + 15),
    day,
  })
  const instance = customer(1, { windows })
  for (const start of [10, 15, 50, 60]) expect(faults(instance, at(start))).toEqual([])
  for (const start of [16, 30, 49, 61])
    expect(faults(instance, at(start))).toEqual(['route-outside-windows'])
  expect(faults(instance, at(30, 2))).toEqual([])
  const only2 = customer(1, { windows: windows.slice(2) })
  expect(faults(only2, at(30, 2))).toEqual([])
  expect(faults(only2, at(30, 1))).toEqual(['route-customer-closed'])
})

describe('travel by fleet and day', () => {
  const far = [0, 1, 2, 3, 4, 5].map((a) => [0, 1, 2, 3, 4, 5].map((b) => (a === b ? 0 : 10)))
  const cut = far.map((row, a) => row.map((x, b) => (a === 2 && b === 3 ? -1 : x)))
  const travel = [far, cut].map((times) => ({ lengths: times, times }))
  const run = timed(
    [1, 2],
    0,
    [
      [10, 10, 15],
      [25, 25, 30],
    ],
    40,
  )
  const instance = (choice: number | number[]) =>
    lineTours({ rules: { travel: choice }, instance: { travel } })

  test('one matrix, or one for each day', () => {
    expect(faults(instance(0), run)).toEqual([])
    expect(faults(instance(1), run)).toEqual(['route-no-way'])
    expect(faults(instance([0, 1, 1, 1, 1]), run)).toEqual([])
    expect(faults(instance([1, 0, 0, 0, 0]), run)).toEqual(['route-no-way'])
    expect(faults(instance([1, 0, 0, 0, 0]), { ...run, day: 2 })).toEqual([])
  })

  test('longest time at the wheel', () => {
    const limited = (maxDriving: number) =>
      lineTours({ rules: { maxDriving }, instance: { travel } })
    expect(faults(limited(30), run)).toEqual([])
    expect(faults(limited(29), run)).toEqual(['route-driving-too-long'])
  })
})

test('where it ends: another depot, or its last customer', () => {
  const there = [[30, 30, 35]] as const
  expect(faults(lineTours({ rules: { endDepot: 1 } }), timed([4], 0, there, 35))).toEqual([])
  expect(faults(lineTours({ rules: { endDepot: null } }), timed([4], 0, there, 35))).toEqual([])
  expect(faults(lineTours({}), timed([4], 0, there, 35))).toEqual(['route-finish-too-soon'])
  expect(faults(lineTours({}), timed([4], 0, there, 35, { endsAt: 1 }))).toEqual([
    'route-end-elsewhere',
  ])
  expect(faults(lineTours({}), timed([4], 0, there, 35, { endsAt: null }))).toEqual([
    'route-end-elsewhere',
  ])
})

describe('a stop', () => {
  const bundle = (station: string | undefined, setup: number): CustomerRules => ({
    place: 'hall',
    setup,
    ...(station ? { station } : {}),
  })
  /** Customers 2 and 3 stand at the same place. */
  const hall = (a?: string, b?: string) =>
    lineTours({ customers: { 2: { rules: bundle(a, 4) }, 3: { rules: bundle(b, 6) } } })

  test('stations work side by side after the longest setup', () => {
    const side = timed(
      [2, 3],
      0,
      [
        [20, 26, 31],
        [20, 26, 31],
      ],
      51,
    )
    expect(faults(hall('a', 'b'), side)).toEqual([])
    const early = timed(
      [2, 3],
      0,
      [
        [20, 24, 29],
        [20, 26, 31],
      ],
      51,
    )
    expect(faults(hall('a', 'b'), early)).toEqual(['route-service-too-soon'])
    const gone = timed(
      [2, 3],
      0,
      [
        [20, 26, 31],
        [20, 26, 32],
      ],
      51,
    )
    expect(faults(hall('a', 'b'), gone)).toEqual(['route-finish-too-soon'])
  })

  test('customers of one station, or of none, follow each other', () => {
    const side = timed(
      [2, 3],
      0,
      [
        [20, 26, 31],
        [20, 26, 31],
      ],
      51,
    )
    const inTurn = timed(
      [2, 3],
      0,
      [
        [20, 26, 31],
        [20, 31, 36],
      ],
      56,
    )
    for (const names of [['a', 'a'], []] as const) {
      expect(faults(hall(...names), side)).toEqual(['route-service-too-soon'])
      expect(faults(hall(...names), inTurn)).toEqual([])
    }
  })

  test('a pause between makes two stops, each with its own setup', () => {
    const breaks = [{ windows: [{ open: 0, close: 200 }], duration: 5 }]
    const [a, b] = [{ rules: bundle('a', 4) }, { rules: bundle('b', 6) }]
    const instance = lineTours({ rules: { breaks }, customers: { 2: a, 3: b } })
    const pauses = [{ kind: 'break', index: 0, before: 1, start: 29, end: 34 }] as const
    const run = (start: number) =>
      timed(
        [2, 3],
        0,
        [
          [20, 24, 29],
          [34, start, 45],
        ],
        65,
        { pauses: [...pauses] },
      )
    expect(faults(instance, run(40))).toEqual([])
    expect(faults(instance, run(39))).toEqual(['route-service-too-soon'])
  })

  test('without a place a customer is a stop of its own with its own setup', () => {
    const instance = customer(2, { setup: 4 })
    expect(faults(instance, timed([2], 0, [[20, 24, 29]], 49))).toEqual([])
    expect(faults(instance, timed([2], 0, [[20, 23, 29]], 49))).toEqual(['route-service-too-soon'])
  })

  test('one place with a way between is two stops', () => {
    const rules = bundle('a', 4)
    const instance = lineTours({ customers: { 1: { rules }, 2: { rules } } })
    const run = (start: number) =>
      timed(
        [1, 2],
        0,
        [
          [10, 14, 19],
          [29, start, 38],
        ],
        58,
      )
    expect(faults(instance, run(33))).toEqual([])
    expect(faults(instance, run(32))).toEqual(['route-service-too-soon'])
  })
})

describe('service by gap', () => {
  const serviceByGap = [
    { gap: 2, service: 7 },
    { gap: 4, service: 9 },
  ]
  const spacing = { visits: 2, minGap: 1, maxGap: 4 }
  const run = (day: number, service: number) => ({
    ...timed([1], 0, [[10, 10, 10 + service]], 20 + service),
    day,
  })

  test.each([
    [1, 2, 5],
    [1, 3, 7],
    [1, 4, 7],
    [1, 5, 9],
  ])('days %i and %i: %i', (first, second, service) => {
    const instance = customer(1, { spacing, serviceByGap })
    expect(faults(instance, run(first, 9), run(second, service))).toEqual([])
    expect(faults(instance, run(first, 9), run(second, service - 1))).toEqual([
      'route-service-cut-short',
    ])
  })

  test.each<[string, Partial<typeof spacing & { lastBefore: number; wraps: boolean }>, number]>([
    ['the visit before the horizon', { lastBefore: 1 }, 5],
    ['the last of the period where it wraps', { wraps: true }, 7],
    ['else the longest gap', {}, 9],
  ])('the first visit: %s', (_, more, service) => {
    const instance = customer(1, { spacing: { ...spacing, ...more }, serviceByGap })
    expect(faults(instance, run(1, service), run(4, 7))).toEqual([])
    expect(faults(instance, run(1, service - 1), run(4, 7))).toEqual(['route-service-cut-short'])
  })
})
