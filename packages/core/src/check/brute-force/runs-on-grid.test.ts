import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Random, random } from '../../kernel/random.ts'
import type { RoutePause, RouteRun, RoutingInstance } from '../../plan/routing.ts'
import type { CustomerRules, FleetRules, TimeWindow } from '../../plan/routing-rules.ts'
import { bestByEnumeration } from '../brute-force.fixture.ts'
import { checkRoutes } from '../check-routes.ts'

const hours = 13
/** Longest time out that is looked at where nobody can be served. */
const most = 8

const someWindows = (random: Random): TimeWindow[] => {
  const open = random.below(6)
  const first = { open, close: open + random.below(4) }
  const second = { open: first.close + 2, close: first.close + 2 + random.below(3) }
  return random.below(2) === 0 ? [first] : [first, second]
}

/** One vehicle on one day, all that is compared being its time out; legs of 0 to 3 and rules on the clock alone. */
function tiny(random: Random): RoutingInstance {
  const maybe = <R extends object>(rules: R): R | object => (random.below(2) === 0 ? rules : {})
  const rest = {
    after: 2 + random.below(4),
    duration: 2 + random.below(2),
    onRoad: random.below(2) === 0,
  }
  const rules: FleetRules = {
    costs: { perDay: 0, perLength: 0, perTime: 1 },
    ...maybe({ rest }),
    ...maybe({ breaks: [{ windows: someWindows(random), duration: 1 + random.below(3) }] }),
    ...maybe({ open: random.below(3), close: hours - random.below(3) }),
    ...maybe({ reload: { at: [0], duration: random.below(3), most: 1 } }),
    ...maybe({ endDepot: null }),
  }
  const customers = Array.from({ length: 1 + random.below(2) }, (_, k) => {
    const own: CustomerRules = {
      ...maybe({ windows: someWindows(random) }),
      ...maybe({ place: 'hall' }),
      ...maybe({ station: random.pick(['a', 'b']) }),
      ...maybe({ setup: random.below(3) }),
    }
    return {
      ...{ id: k + 1, x: 1 + random.below(2), y: 0, service: 1 + random.below(2), demand: 1 },
      ...{ open: 0, close: hours, patterns: [1], prize: 0, optional: false, rules: own },
    }
  })
  const fleet = { days: [1], depot: 0, vehicles: [1], maxDuration: Infinity, rules }
  return {
    ...{ name: 'tiny', days: 1, objective: 'levels', convention: 'float' },
    depots: [{ id: 1, x: 0, y: 0, open: 0, close: hours }],
    fleets: [{ ...fleet, capacity: 1 + random.below(2) }],
    customers,
  }
}

interface Draft {
  depart: number
  pauses: readonly RoutePause[]
  times: readonly (readonly [number, number, number])[]
  /** Where it stands and since when. */
  x: number
  since: number
}

type Kind = Pick<RoutePause, 'kind' | 'index' | 'depot'> & { lasts: number }

/** What a fleet may do on its way, as long as it has to last or until it counts as a rest. */
function kindsOf({ breaks = [], rest, reload }: FleetRules): Kind[] {
  const kinds: Kind[] = breaks.map(({ duration }) => ({ kind: 'break', index: 0, lasts: duration }))
  if (rest?.onRoad) kinds.push({ kind: 'rest', lasts: rest.duration })
  if (reload) kinds.push({ kind: 'reload', depot: 0, lasts: reload.duration })
  const long = kinds.filter((kind) => kind.lasts < (rest?.duration ?? 0))
  return [...kinds, ...long.map((kind) => ({ ...kind, lasts: rest!.duration }))]
}

/** Every run of a sequence in whole times with at most two pauses, out for less than `limit`; the checker tells which hold. */
function* runsOf(
  instance: RoutingInstance,
  stops: readonly number[],
  limit: number,
): Generator<RouteRun> {
  const rules = instance.fleets[0]!.rules!
  const kinds = kindsOf(rules)
  function* onward(draft: Draft, now: number, last: number): Generator<RouteRun> {
    const { depart, pauses, times, x, since } = draft
    const before = times.length
    if (pauses.length < 2)
      for (const { lasts, ...what } of kinds)
        for (let start = now; start + lasts <= last; start++) {
          const pause = { ...what, before, start, end: start + lasts }
          yield* onward({ ...draft, pauses: [...pauses, pause] }, pause.end, last)
        }
    const here = pauses.filter((p) => p.before === before)
    const paused = here.reduce((sum, p) => sum + p.end - p.start, 0)
    const reached = (to: number) =>
      Math.max(now, since + paused + (here.some((p) => p.kind === 'reload') ? 0 : Math.abs(to - x)))
    if (before === stops.length) {
      const finish = reached(rules.endDepot === null ? x : 0)
      if (finish <= last) yield { depart, finish, times, pauses }
      return
    }
    const customer = instance.customers[stops[before]! - 1]!
    const arrivals = Array.from({ length: 3 }, (_, k) => reached(customer.x) + k)
    // Customers of one stop are served side by side, from its arrival on.
    const side = before > 0 && here.length === 0 ? [times[before - 1]![0]] : []
    for (const arrive of [...arrivals, ...side])
      for (let start = arrive; start + customer.service <= last; start++)
        for (const leave of new Set(
          [0, rules.rest?.duration ?? 0].map((rest) =>
            Math.max(start + customer.service, arrive + rest),
          ),
        )) {
          if (leave > last) continue
          const since = Math.max(now, leave)
          const next = { depart, pauses, times: [...times, [arrive, start, leave] as const] }
          yield* onward({ ...next, x: customer.x, since }, since, last)
        }
  }
  for (let depart = 0; depart <= hours; depart++) {
    const begun = { depart, pauses: [], times: [], x: 0, since: depart }
    yield* onward(begun, depart, Math.min(hours, depart + limit - 1))
  }
}

test('no run on the grid of whole times is shorter than the one found', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (seed) => {
      const instance = tiny(random(seed))
      const best = bestByEnumeration(instance)!
      const ids = instance.customers.map((c) => c.id)
      const found = best.levels[0] === 0 ? best.levels[1]! : hours + 1
      for (const stops of ids.length === 1 ? [ids] : [ids, ids.toReversed()])
        for (const run of runsOf(instance, stops, Math.min(found, most))) {
          const routes = [{ day: 1, vehicle: 1, depot: 1, stops, run }]
          const { feasible } = checkRoutes(instance, { routes, unserved: [] })
          if (feasible) expect({ seed, run }).toEqual({ seed, found })
        }
    }),
    { numRuns: 15 },
  )
})
