import type { RoutingInstance, RoutingRoute, RoutingSolution } from '../plan/routing.ts'
import { type DaySet, daySets, unionsHold } from './brute-force/day-sets.fixture.ts'
import { type DaysDone, oneDay, unbeaten, vehiclesOf } from './brute-force/one-day.fixture.ts'
import { checkRoutes } from './check-routes.ts'

/** The best solution there is, by the levels of docs/methods/tours.md. */
export interface BestSolution {
  levels: readonly number[]
  solution: RoutingSolution
}

/** Days for every customer, with what they leave out and wish for. */
interface Choice {
  sets: readonly DaySet[]
  leftOut: readonly number[]
  wishes: number
  /** Published visits on days without one. */
  lost: number
}

/**
 * The best solution by trying all: day sets, vehicles, orders, places to end and reload, breaks and rests. For whole numbers, a few
 * customers and days. `undefined` where nothing holds, not even leaving customers out. Every better solution on the way is
 * judged by the checker; where the two disagree it throws.
 */
export function bestByEnumeration(instance: RoutingInstance): BestSolution | undefined {
  const dayOf = oneDay(instance)
  const fresh = vehiclesOf(instance).map(() => ({ nights: 0, out: 0 }))
  const start: DaysDone = {
    evening: { vehicles: fresh, bound: {} },
    cost: 0,
    longest: 0,
    changes: 0,
    routes: [],
  }
  let best: BestSolution | undefined
  for (const choice of choicesOf(instance)) {
    if (best && compare(choice.leftOut, best.levels.slice(0, choice.leftOut.length)) > 0) break
    const ceiling = best?.levels[choice.leftOut.length] ?? Infinity
    let open = [start]
    for (let day = 1; day <= instance.days && open.length > 0; day++) {
      const items = choice.sets.flatMap(({ days, services }, customer) => {
        const k = days.indexOf(day)
        return k < 0 ? [] : [{ customer, service: services[k]! }]
      })
      open = unbeaten(
        open
          .flatMap((done) => dayOf(day, items, done.evening).map((next) => after(done, next)))
          .filter((done) => done.cost <= ceiling),
      )
    }
    for (const { cost, longest, changes, routes } of open) {
      const levels = [...choice.leftOut, cost, longest, changes + choice.lost, choice.wishes]
      if (!best || compare(levels, best.levels) < 0) best = judged(instance, levels, routes)
    }
  }
  return best
}

const after = (done: DaysDone, next: DaysDone): DaysDone => ({
  evening: next.evening,
  cost: done.cost + next.cost,
  longest: Math.max(done.longest, next.longest),
  changes: done.changes + next.changes,
  routes: [...done.routes, ...next.routes],
})

/** Compares tuples from the front. */
export function compare(a: readonly number[], b: readonly number[]): number {
  const k = a.findIndex((value, i) => value !== b[i])
  return k < 0 ? 0 : a[k]! - b[k]!
}

/** Every choice of days that keeps the rules of customers and unions, those that leave out least first. */
function choicesOf(instance: RoutingInstance): Choice[] {
  const sets = instance.customers.map((customer) => daySets(instance, customer))
  let chosen: DaySet[][] = [[]]
  for (const own of sets) chosen = chosen.flatMap((before) => own.map((set) => [...before, set]))
  return chosen
    .filter((all) => unionsHold(instance, (customer) => all[customer]!.days))
    .map((all) => choiceOf(instance, all))
    .sort((a, b) => compare(a.leftOut, b.leftOut))
}

function choiceOf({ customers }: RoutingInstance, sets: readonly DaySet[]): Choice {
  const classes = new Map<number, number>()
  let must = 0
  let wishes = 0
  let lost = 0
  customers.forEach(({ optional, prize, rules }, k) => {
    const { days } = sets[k]!
    const left = days.length === 0
    const priority = rules?.priority ?? 0
    if (optional) classes.set(priority, (classes.get(priority) ?? 0) + (left ? prize : 0))
    else if (left) must += 1
    const { seekDays = [], avoidDays = [], published = [] } = rules ?? {}
    for (const day of days) {
      if (seekDays.length > 0 && !seekDays.includes(day)) wishes += 1
      if (avoidDays.includes(day)) wishes += 1
    }
    lost += published.filter(({ day }) => !days.includes(day)).length
  })
  const prizes = [...classes].sort(([a], [b]) => a - b).map(([, prize]) => prize)
  return { sets, leftOut: [must, ...prizes], wishes, lost }
}

function judged(
  instance: RoutingInstance,
  levels: readonly number[],
  routes: readonly RoutingRoute[],
): BestSolution {
  const served = new Set(routes.flatMap((route) => route.stops))
  const unserved = instance.customers.map((c) => c.id).filter((id) => !served.has(id))
  const solution = { routes, unserved }
  const checked = checkRoutes(instance, solution)
  const faults = checked.findings.filter((f) => f.code !== 'customer-unserved')
  if (faults.length > 0 || compare(checked.levels, levels) !== 0)
    throw new Error(
      `the checker disagrees: ${JSON.stringify({ faults, levels, checked: checked.levels, routes, instance })}`,
    )
  return { levels, solution }
}
