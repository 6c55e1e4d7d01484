import { describe, expect, test } from 'vitest'
import type { RoutePause, RouteRun, RoutingRoute } from '../../plan/routing.ts'
import type { FleetRules, TimeWindow } from '../../plan/routing-rules.ts'
import { faults, lineTours, timed } from './line-tours.fixture.ts'

/** To customer 4 and back, 30 each way, with pauses; `wait` is how long it stays there. */
const far = (pauses: RoutePause[], arrive: number, finish: number, stay = 5): RoutingRoute =>
  timed([4], 0, [[arrive, arrive, arrive + stay]], finish, { pauses })

describe('breaks', () => {
  const noon: FleetRules = { breaks: [{ windows: [{ open: 40, close: 60 }], duration: 10 }] }
  const pause = (before: number, start: number, length = 10, index = 0): RoutePause => ({
    kind: 'break',
    before,
    start,
    end: start + length,
    index,
  })
  const instance = lineTours({ rules: noon })

  test('anywhere on the way, within a window', () => {
    expect(faults(instance, far([pause(1, 40)], 30, 75))).toEqual([])
    expect(faults(instance, far([pause(1, 60)], 30, 75))).toEqual([])
    expect(faults(instance, far([pause(0, 40)], 50, 85))).toEqual([])
    expect(faults(instance, far([pause(1, 39)], 30, 75))).toEqual(['route-break-outside-windows'])
    expect(faults(instance, far([pause(1, 61)], 30, 75))).toEqual(['route-break-outside-windows'])
  })

  test('takes its time, and not that of something else', () => {
    expect(faults(instance, far([pause(1, 40)], 30, 74))).toEqual(['route-finish-too-soon'])
    expect(faults(instance, far([pause(1, 40, 9)], 30, 75))).toEqual(['route-pause-too-short'])
    expect(faults(instance, far([pause(1, 40)], 36, 81))).toEqual(['route-pauses-overlap'])
    expect(faults(instance, far([pause(0, 40)], 49, 85))).toEqual(['route-arrival-too-soon'])
  })

  test('owed unless it finishes by the close of the last window, or departs then', () => {
    const near = (depart: number, finish: number) =>
      timed([1], depart, [[depart + 10, depart + 10, depart + 15]], finish)
    expect(faults(instance, near(0, 60))).toEqual([])
    expect(faults(instance, near(0, 61))).toEqual(['route-break-missing'])
    expect(faults(instance, near(60, 90))).toEqual([])
    expect(faults(instance, near(59, 90))).toEqual(['route-break-missing'])
  })

  test('in order, each once, of those there are', () => {
    const two = (first: TimeWindow, second: TimeWindow) =>
      lineTours({
        rules: { breaks: [first, second].map((w) => ({ windows: [w], duration: 10 })) },
      })
    const wide = { open: 0, close: 60 }
    const pauses = [pause(1, 35, 10, 0), pause(1, 45, 10, 1)]
    expect(faults(two(wide, wide), far(pauses, 30, 85))).toEqual([])
    expect(
      faults(two(wide, wide), far([pause(1, 35, 10, 1), pause(1, 45, 10, 0)], 30, 85)),
    ).toEqual(['route-break-out-of-order'])
    expect(faults(two(wide, wide), far([...pauses, pause(1, 55, 10, 1)], 30, 95))).toEqual([
      'route-break-out-of-order',
    ])
    expect(faults(instance, far([pause(1, 40), pause(1, 50, 10, 1)], 30, 85))).toEqual([
      'route-break-unknown',
    ])
  })
})

describe('rest of the driver', () => {
  const rules = (after: number, onRoad = false): FleetRules => ({
    rest: { after, duration: 10, onRoad },
  })
  const rest = (before: number, start: number, length = 10): RoutePause => ({
    kind: 'rest',
    before,
    start,
    end: start + length,
  })

  test('the whole stay at a stop is one, with its waiting', () => {
    const run = (stay: number) => far([], 30, 60 + stay, stay)
    expect(faults(lineTours({ rules: rules(30) }), run(10))).toEqual([])
    expect(faults(lineTours({ rules: rules(30) }), run(9))).toEqual(['route-rest-missing'])
    expect(faults(lineTours({ rules: rules(60) }), run(9))).toEqual([])
    expect(faults(lineTours({ rules: rules(29) }), run(10))).toEqual(['route-rest-missing'])
  })

  test('by the road only where it may, and long enough', () => {
    const run = far([rest(0, 20)], 40, 75)
    expect(faults(lineTours({ rules: rules(40, true) }), run)).toEqual([])
    expect(faults(lineTours({ rules: rules(39, true) }), run)).toEqual(['route-rest-missing'])
    expect(faults(lineTours({ rules: rules(40, false) }), run)).toEqual(['route-rest-by-road'])
    expect(faults(lineTours({ rules: rules(40, true) }), far([rest(0, 20, 9)], 40, 75))).toEqual([
      'route-pause-too-short',
      'route-rest-missing',
    ])
  })

  test('no faster on the way than time allows', () => {
    // By 15 at most 15 are driven, so 45 are left after the rest.
    const run = far([rest(0, 15)], 40, 75)
    expect(faults(lineTours({ rules: rules(45, true) }), run)).toEqual([])
    expect(faults(lineTours({ rules: rules(44, true) }), run)).toEqual(['route-rest-missing'])
    // 25 are due before a rest that begins at 28, but only 2 fit between it and the arrival.
    const late = far([rest(0, 28)], 40, 75)
    expect(faults(lineTours({ rules: rules(32, true) }), late)).toEqual([])
    expect(faults(lineTours({ rules: rules(27, true) }), late)).toEqual(['route-rest-missing'])
  })

  test('no longer at the wheel before a rest than the rule allows, if the rest came in time', () => {
    // Of 30 only 5 fit between the rest and the arrival, so 25 were driven before it.
    const run = timed([4], 0, [[40, 40, 45]], 45, { pauses: [rest(0, 25)] })
    const oneWay = (after: number) =>
      lineTours({ rules: { ...rules(after, true), endDepot: null } })
    expect(faults(oneWay(25), run)).toEqual([])
    expect(faults(oneWay(24), run)).toEqual(['route-rest-missing'])
  })

  test('a break or a reload is one where it is long enough', () => {
    const breaks = [{ windows: [{ open: 0, close: 200 }], duration: 5 }]
    const lunch = (length: number): RoutePause => ({
      kind: 'break',
      index: 0,
      before: 1,
      start: 45,
      end: 45 + length,
    })
    const withBreaks = lineTours({ rules: { ...rules(40), breaks } })
    expect(faults(withBreaks, far([lunch(10)], 30, 75))).toEqual([])
    expect(faults(withBreaks, far([lunch(9)], 30, 74))).toEqual(['route-rest-missing'])
    const reload = (duration: number): FleetRules => ({
      ...rules(30),
      reload: { at: [1], duration, most: 1 },
    })
    const at2 = (length: number): RoutePause => ({
      kind: 'reload',
      depot: 1,
      before: 1,
      start: 35,
      end: 35 + length,
    })
    expect(faults(lineTours({ rules: reload(10) }), far([at2(10)], 30, 75))).toEqual([])
    expect(faults(lineTours({ rules: reload(9) }), far([at2(9)], 30, 74))).toEqual([
      'route-rest-missing',
    ])
  })
})

describe('reloads', () => {
  const reload = { at: [1], duration: 5, most: 1 }
  const pause = (before: number, start: number, depot = 1): RoutePause => ({
    kind: 'reload',
    before,
    start,
    end: start + 5,
    depot,
  })
  /** To customer 2 at 20, over depot 2 at 30 to customer 3 at 20, and home. */
  const run = (change: Partial<RouteRun> = {}) =>
    timed(
      [2, 3],
      0,
      [
        [20, 20, 25],
        [50, 50, 55],
      ],
      75,
      { pauses: [pause(1, 35)], ...change },
    )
  const tight = lineTours({ rules: { reload }, fleet: { capacity: 1 } })

  test('a vehicle is full again after the detour', () => {
    expect(faults(tight, run())).toEqual([])
    const straight = timed(
      [2, 3],
      0,
      [
        [20, 20, 25],
        [25, 25, 30],
      ],
      50,
    )
    expect(faults(tight, straight)).toEqual(['route-over-capacity'])
  })

  test('the detour takes its time and its way', () => {
    expect(faults(tight, run({ pauses: [pause(1, 34)] }))).toEqual(['route-pauses-overlap'])
    expect(faults(tight, run({ pauses: [{ ...pause(1, 35), end: 39 }] }))).toEqual([
      'route-pause-too-short',
    ])
    expect(
      faults(
        tight,
        run({
          times: [
            [20, 20, 25],
            [49, 50, 55],
          ],
        }),
      ),
    ).toEqual(['route-arrival-too-soon'])
    const short = (maxDriving: number) =>
      lineTours({ rules: { reload, maxDriving }, fleet: { capacity: 1 } })
    expect(faults(short(60), run())).toEqual([])
    expect(faults(short(59), run())).toEqual(['route-driving-too-long'])
  })

  test('where it may and as often as it may', () => {
    const home = { ...reload, at: [0] }
    expect(faults(lineTours({ rules: { reload: home } }), run())).toEqual([
      'route-reload-elsewhere',
    ])
    const twice = run({ pauses: [pause(1, 35), pause(2, 65)], finish: 100 })
    expect(faults(lineTours({ rules: { reload: { ...reload, most: 2 } } }), twice)).toEqual([])
    expect(faults(lineTours({ rules: { reload } }), twice)).toEqual(['route-reloads-too-many'])
  })
})
