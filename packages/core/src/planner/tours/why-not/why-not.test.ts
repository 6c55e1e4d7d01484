import { describe, expect, test } from 'vitest'
import type { RoutingInstance } from '../../../plan/routing.ts'
import { explainWhyNot } from '../../../words/why-not/explain-why-not.ts'
import type { Change, WhyNot } from './answer.ts'
import { explainRoutes } from './explain-routes.ts'
import { line } from './line.fixture.ts'
import { probes } from './probes/probes.ts'

const tour = (stops: readonly number[], day = 1, vehicle = 1) => ({ day, vehicle, depot: 1, stops })

/** The answers for an instance and the stops of its routes, each on a day of its own. */
const answersFor = (instance: RoutingInstance, ...days: (readonly number[])[]): WhyNot[] => {
  const routes = days.flatMap((stops, k) => (stops.length === 0 ? [] : [tour(stops, k + 1)]))
  const options = { seed: 2, iterations: 240 }
  return [...explainRoutes(instance, { routes, unserved: [] }, options)]
}

const tell = ({ kind, amount, what }: Change) => ({
  kind,
  ...(amount === undefined ? {} : { amount }),
  what,
})

const changeOf = (answer: WhyNot | undefined, kind: string) => {
  const found = answer?.changes.find((change) => change.kind === kind)
  return found ? { ...tell(found), cost: found.costDifference } : undefined
}

/** Customer 3 at 30 is left out of the line 10, 20, 30: one route costs 20 more way with it, two routes (1; 2 and 3) 40 more. */
describe('each probe finds the smallest change by hand', () => {
  const nothing = {}
  const cases: [string, RoutingInstance, number[][], object][] = [
    [
      'a day of 75 where 60 is the most',
      line({ fleet: { maxDuration: 60 } }),
      [[1, 2]],
      { kind: 'longer-shift', amount: 15, what: nothing, cost: 20 },
    ],
    [
      'back at 75 where the depot closes at 70',
      line({ instance: { depots: [{ id: 1, x: 0, y: 0, open: 0, close: 70 }] } }),
      [[1, 2]],
      { kind: 'close-later', amount: 5, what: nothing, cost: 20 },
    ],
    [
      'there at 30 from a vehicle that opens at 20, where it closes at 40',
      line({ rules: { open: 20 }, customers: { 3: { close: 40 } } }),
      [[1, 2]],
      { kind: 'open-earlier', amount: 10, what: nothing, cost: 20 },
    ],
    [
      'there at 50 where it closes at 40',
      line({ rules: { open: 20 }, customers: { 3: { close: 40 } } }),
      [[1, 2]],
      { kind: 'window-later', amount: 10, what: nothing, cost: 20 },
    ],
    [
      'open at 190, 35 from the close of the depot at 200',
      line({ customers: { 3: { open: 190 } } }),
      [[1, 2]],
      { kind: 'window-earlier', amount: 25, what: nothing, cost: 20 },
    ],
    [
      'sixty at the wheel where 45 is the most',
      line({ rules: { maxDriving: 45 } }),
      [[1, 2]],
      { kind: 'more-driving', amount: 15, what: nothing, cost: 20 },
    ],
    [
      'three stops where two are the most',
      line({ rules: { maxStops: 2 } }),
      [[1, 2]],
      { kind: 'more-stops', amount: 1, what: nothing, cost: 20 },
    ],
    [
      'the second load dimension is full',
      line({
        rules: { otherCapacities: [4] },
        customers: { 1: { rules: { otherDemands: [3] } }, 3: { rules: { otherDemands: [4] } } },
      }),
      [[1, 2]],
      { kind: 'more-capacity', amount: 3, what: { dimension: 1 }, cost: 20 },
    ],
    [
      'twelve too much of the shift for a service of 20',
      line({ fleet: { maxDuration: 78 }, customers: { 3: { service: 20 } } }),
      [[1, 2]],
      { kind: 'shorter-service', amount: 12, what: nothing, cost: 20 },
    ],
    [
      'only on day 1, which is full',
      line({ instance: { days: 2 }, rules: { maxStops: 2 }, customers: daysOf([2, 2, 2]) }),
      [[1, 2]],
      { kind: 'another-day', what: { days: [2] }, cost: 60 },
    ],
    [
      'nobody has an x-ray',
      line({ customers: { 3: { rules: { skills: ['x-ray'] } } } }),
      [[1, 2]],
      { kind: 'skill-given', what: { fleet: 0, name: '1', skills: ['x-ray'] }, cost: 20 },
    ],
    [
      'the only vehicle is full',
      line({ fleet: { capacity: 2 } }),
      [[1, 2]],
      {
        kind: 'another-vehicle',
        what: { fleet: 0, name: '1', depot: 1, vehicle: 2, days: [1] },
        cost: 40,
      },
    ],
    [
      'the vehicle has day 2 off',
      line({ instance: { days: 2 }, fleet: { days: [1], capacity: 2 } }),
      [[1, 2]],
      { kind: 'another-vehicle-day', what: { on: [{ day: 2, depot: 1, vehicle: 1 }] }, cost: 40 },
    ],
    [
      'out on one day of two at most, and full on it',
      line({ instance: { days: 2 }, fleet: { capacity: 2 }, rules: { maxDaysOut: 1 } }),
      [[1, 2]],
      { kind: 'more-days-out', amount: 1, what: nothing, cost: 40 },
    ],
    [
      'seven apart where five is the most',
      line({
        instance: { days: 9 },
        fleet: { days: [1, 8] },
        customers: { 3: { rules: { spacing: { visits: 2, minGap: 4, maxGap: 5 } } } },
      }),
      [[1, 2]],
      // Day 1 by the way, day 8 alone.
      { kind: 'wider-spacing', amount: 2, what: nothing, cost: 80 },
    ],
    [
      'somebody must stay out of a full vehicle',
      line({ fleet: { capacity: 1 }, places: [10, 30] }),
      [[1]],
      { kind: 'displaced', what: { customers: [1] }, cost: 40 },
    ],
    [
      'one vehicle has both days off but one',
      line({
        instance: {
          days: 2,
          fleets: [1, 2].map((day) => ({
            ...{ days: [day], depot: 0, vehicles: [day], capacity: 10, maxDuration: Infinity },
          })),
        },
        customers: { 3: { patterns: [3], rules: { sameVehicle: true } }, 1: { patterns: [2] } },
      }),
      [[1, 2]],
      { kind: 'any-vehicle', what: nothing, cost: 80 },
    ],
    [
      'days that are not seven apart',
      line({
        instance: { days: 2 },
        customers: { 3: { patterns: [3], rules: { sameWeekday: true } } },
      }),
      [[1, 2]],
      { kind: 'any-weekday', what: nothing, cost: 80 },
    ],
  ]
  test.each(cases)('%s', (_, instance, days, expected) => {
    const [answer] = answersFor(instance, ...days)
    const { kind } = expected as { kind: string }
    expect(changeOf(answer, kind)).toEqual(expected)
  })

  test('a night at a lodging on the way, where there and back is too far for one day', () => {
    const instance = line({
      instance: {
        days: 2,
        depots: [0, 30].map((x, k) => ({ id: k + 1, x, y: 0, open: 0, close: 200 })),
      },
      fleet: { maxDuration: 50 },
      customers: { 2: { patterns: [1] } },
      places: [10, 30],
    })
    const [answer] = answersFor(instance, [1])
    expect(changeOf(answer, 'night-allowed')).toEqual({
      ...{ kind: 'night-allowed', what: { at: [2] }, cost: 40 },
    })
    const { routes } = answer!.changes.find((c) => c.kind === 'night-allowed')!.proof
    expect(routes.map(({ run }) => [run?.startsAt, run?.endsAt])).toEqual([
      [undefined, 1],
      [1, undefined],
    ])
  })

  test('a road that is closed now and open in another state, both ways', () => {
    const open = [
      [0, 10, 20],
      [10, 0, 10],
      [20, 10, 0],
    ]
    const closed = open.map((row, i) => row.map((x, j) => ((i === 2) !== (j === 2) ? -1 : x)))
    const travel = [closed, open].map((rows) => ({ lengths: rows, times: rows }))
    const [answer] = answersFor(line({ instance: { travel }, places: [10, 20] }), [1])
    const found = answer!.changes.find((c) => c.kind === 'road-opened')!
    expect(found.kind === 'road-opened' && found.what.roads.length).toBeGreaterThanOrEqual(2)
    expect(found.costDifference).toBe(20)
    expect(answer!.rules).toEqual([{ rule: 'road', vehicleDays: 1 }])
  })

  test('no kind is without a case', () => {
    const tested = cases.map(([, , , expected]) => (expected as { kind: string }).kind)
    const elsewhere = ['night-allowed', 'road-opened', 'no-change']
    expect(Object.keys(probes).filter((k) => ![...tested, ...elsewhere].includes(k))).toEqual([])
  })
})

function daysOf(patterns: readonly number[]) {
  return Object.fromEntries(patterns.map((pattern, k) => [k + 1, { patterns: [pattern] }]))
}

describe('the answer', () => {
  test('nothing has to change where the routes can be laid otherwise', () => {
    const [answer] = answersFor(line({}), [1, 2])
    expect(answer!.changes.map(tell)).toEqual([{ kind: 'no-change', what: {} }])
    expect([answer!.room, answer!.rules]).toEqual([1, []])
  })

  test('two changes together where neither suffices', () => {
    const [answer] = answersFor(line({ fleet: { capacity: 2, maxDuration: 60 } }), [1, 2])
    const [first] = answer!.changes
    expect([first!.kind, first!.amount]).toEqual(['longer-shift', 15])
    expect([first!.also?.kind, first!.also?.amount]).toEqual(['more-capacity', 1])
  })

  test('impossible only where every vehicle-day is proved to refuse it, and then nothing was found', () => {
    const far = [
      [0, 10, -1],
      [10, 0, -1],
      [-1, -1, 0],
    ]
    const cutOff = line({ instance: { matrix: far }, places: [10, 20] })
    const [answer] = answersFor(cutOff, [1])
    expect([answer!.verdict, answer!.proof, answer!.changes]).toEqual([
      'impossible',
      [{ rule: 'road', vehicleDays: 1 }],
      [],
    ])
    const told = explainWhyNot(answer!, 'zh')
    expect(told.at(-1)).toBe('已证明不可能：无论怎样编排，每个出车日都受阻于 没有路 1')
  })

  test('smallest first: a change that costs somebody the visit comes after all others', () => {
    const [answer] = answersFor(line({ fleet: { capacity: 2 } }), [1, 2])
    const kinds = answer!.changes.map((change) => change.kind)
    expect(kinds.slice(0, 2)).toEqual(['more-capacity', 'another-vehicle'])
    expect(new Set(kinds.slice(2))).toEqual(new Set(['displaced']))
  })

  test('in words, in both languages', () => {
    const [answer] = answersFor(line({ fleet: { maxDuration: 60 } }), [1, 2])
    expect(explainWhyNot(answer!, 'zh', (id) => `岭${id}`)).toEqual([
      '岭3 没有去成：1 个出车日中 0 个有空位；其余受阻于：出车时间 1',
      '每天出车时长上限放宽 15（用在 第 1 天仓库 1 车 1）；费用 +20',
    ])
    expect(explainWhyNot(answer!, 'en')).toEqual([
      '3 is not served: 0 of 1 vehicle-days have room; the others are refused by the shift 1',
      'days out may be longer by 15 (on day 1 vehicle 1 of depot 1); cost +20',
    ])
  })
})

describe('badly placed', () => {
  const market = (rules: object) =>
    line({ instance: { days: 2 }, fleet: { maxDuration: 60 }, customers: { 2: { rules } } })

  test('a visit on a day that is not wished, and what moves it', () => {
    const [answer] = answersFor(market({ seekDays: [2] }), [1, 2])
    // Customer 3 isn't served; then comes 2, which wishes for day 2.
    const asked = answersFor(market({ seekDays: [2] }), [1, 2]).find((a) => a.customer === 2)
    expect(answer!.customer).toBe(3)
    expect([asked!.complaint, asked!.changes[0]!.kind]).toEqual(['unwished-day', 'no-change'])
    expect(asked!.changes[0]!.proof.routes.find((r) => r.day === 2)?.stops).toContain(2)
  })

  test('where the wished day is full, it says what would make room', () => {
    const full = line({
      instance: { days: 2 },
      rules: { maxStops: 1 },
      customers: { 1: { rules: { seekDays: [2] } }, 2: { patterns: [1] } },
      places: [10, 20],
    })
    const asked = answersFor(full, [1], [2]).find((a) => a.customer === 1)
    expect(asked!.changes.map((c) => c.kind)).toContain('more-stops')
    expect(asked!.changes.map((c) => c.kind)).not.toContain('another-day')
  })

  test('a visit that is not as published', () => {
    const published = market({ published: [{ day: 2 }] })
    const asked = answersFor(published, [1, 2], [3]).find((a) => a.complaint === 'changed')
    expect(asked!.customer).toBe(2)
    expect(asked!.changes[0]!.levels.at(-2)).toBeLessThan(0)
  })

  test('a visit far out of the way of its vehicle, by the way of another', () => {
    const onItsWay = line({ instance: { days: 2 }, places: [10, 20, 30, -40] })
    const none = answersFor(onItsWay, [1, 2, 4], [3]).filter((a) => a.complaint === 'detour')
    expect(none).toEqual([])
    const crossed = line({ instance: { days: 2 }, places: [10, 20, 50, 60, 55] })
    const far = answersFor(crossed, [1, 2, 5], [3, 4]).filter((a) => a.complaint === 'detour')
    expect(far.map((a) => a.customer)).toEqual([5])
    // All on one day, 120 there and back, in place of 110 and 120.
    expect(far[0]!.changes[0]!.costDifference).toBe(-110)
  })
})
