import type { RoutingInstance, RoutingRoute } from '../../plan/routing.ts'
import type { PlannedVisit } from '../../plan/routing-rules.ts'
import { type BestRun, bestRuns } from './best-runs.fixture.ts'
import type { Item } from './stopping.fixture.ts'

/** What one day hands on to the next, for each vehicle in order, and who is bound to which vehicle. */
export interface Evening {
  vehicles: readonly { lodging?: number; nights: number; out: number }[]
  bound: Readonly<Record<number, number>>
}

/** Routes up to an evening, with what they come to. */
export interface DaysDone {
  evening: Evening
  cost: number
  longest: number
  changes: number
  routes: readonly RoutingRoute[]
}

export interface Vehicle {
  depot: number
  number: number
  /** Most days out. */
  most: number
}

export function vehiclesOf({ fleets }: RoutingInstance): Vehicle[] {
  const found = new Map<string, Vehicle>()
  for (const { depot, vehicles, rules } of fleets)
    for (const number of vehicles) {
      const most = found.get(`${depot}/${number}`)?.most ?? Infinity
      const own = Math.min(most, rules?.maxDaysOut ?? Infinity)
      found.set(`${depot}/${number}`, { depot, number, most: own })
    }
  return [...found.values()]
}

/** Reckons single days of an instance and remembers every answer. */
export function oneDay(instance: RoutingInstance) {
  const vehicles = vehiclesOf(instance)
  const runs = new Map<string, BestRun[]>()
  const days = new Map<string, DaysDone[]>()

  const fleetOn = (v: number, day: number): number =>
    instance.fleets.findIndex(
      (f) =>
        f.days.includes(day) &&
        f.depot === vehicles[v]!.depot &&
        f.vehicles.includes(vehicles[v]!.number),
    )

  const runsOf = (f: number, day: number, items: Item[], start: number, end: number | null) => {
    const key = `${f}/${day}/${start}/${end}/${inWords(items)}`
    const known = runs.get(key)
    if (known) return known
    const found = bestRuns({ instance, fleet: instance.fleets[f]!, day }, items, start, end)
    runs.set(key, found)
    return found
  }

  const is = (v: number, { vehicle }: PlannedVisit): boolean =>
    !vehicle || (vehicle.depot === vehicles[v]!.depot && vehicle.number === vehicles[v]!.number)

  const mayVisit = (v: number, day: number, { bound }: Evening, { customer }: Item): boolean => {
    const locked = instance.customers[customer]!.rules?.locked ?? []
    return (bound[customer] ?? v) === v && locked.every((plan) => plan.day !== day || is(v, plan))
  }

  const changesBy = (v: number, day: number, { customer }: Item): number => {
    const published = instance.customers[customer]!.rules?.published
    const plans = published?.filter((plan) => plan.day === day)
    if (!plans) return 0
    const kept = plans.filter((plan) => is(v, plan)).length
    return plans.length - kept + (kept > 0 ? 0 : 1)
  }

  /** Where vehicle v may end on a day: as usual, or at a lodging place from which it goes on. */
  const endsOf = (
    v: number,
    day: number,
    nights: number,
  ): { end: number | null; night?: number }[] => {
    const fleet = instance.fleets[fleetOn(v, day)]!
    const usual = fleet.rules?.endDepot === undefined ? fleet.depot : fleet.rules.endDepot
    const { at = [], cost = 0, mostInRow = 0, evenings = fleet.days } = fleet.rules?.nights ?? {}
    const stays =
      day < instance.days &&
      fleetOn(v, day + 1) >= 0 &&
      evenings.includes(day) &&
      nights < mostInRow
    const beds = stays ? at.filter((place) => place !== usual) : []
    return [{ end: usual }, ...beds.map((end) => ({ end, night: cost }))]
  }

  const routesOf = function* (v: number, day: number, before: DaysDone, items: Item[]) {
    const { evening } = before
    const { lodging, nights, out } = evening.vehicles[v]!
    const f = fleetOn(v, day)
    if (items.length === 0) {
      const stays = { nights: 0, out }
      if (lodging === undefined) yield { ...before, evening: withVehicle(evening, v, stays, []) }
      return
    }
    if (f < 0 || out >= vehicles[v]!.most) return
    if (!items.every((item) => mayVisit(v, day, evening, item))) return
    const { depot, number } = vehicles[v]!
    const changes = items.reduce((sum, item) => sum + changesBy(v, day, item), 0)
    const sticky = items
      .map((item) => item.customer)
      .filter((customer) => instance.customers[customer]!.rules?.sameVehicle)
    for (const { end, night } of endsOf(v, day, nights))
      for (const { stops, run, cost, duration } of runsOf(f, day, items, lodging ?? depot, end)) {
        const where = {
          ...(lodging === undefined ? {} : { startsAt: lodging }),
          ...(night === undefined ? {} : { endsAt: end }),
        }
        const next =
          night === undefined
            ? { nights: 0, out: out + 1 }
            : { lodging: end!, nights: nights + 1, out: out + 1 }
        const route = { day, depot: depot + 1, vehicle: number, stops, run: { ...run, ...where } }
        yield {
          evening: withVehicle(evening, v, next, sticky),
          cost: before.cost + cost + (night ?? 0),
          longest: Math.max(before.longest, duration),
          changes: before.changes + changes,
          routes: [...before.routes, route],
        }
      }
  }

  /** All ways of visiting these customers on a day after an evening, those aside that others beat. */
  return (day: number, items: readonly Item[], evening: Evening): DaysDone[] => {
    const key = `${day}/${inWords(items)}/${JSON.stringify(evening)}`
    const known = days.get(key)
    if (known) return known
    type Begun = { done: DaysDone; left: readonly Item[] }
    const start: DaysDone = { evening, cost: 0, longest: 0, changes: 0, routes: [] }
    let begun: Begun[] = [{ done: start, left: items }]
    vehicles.forEach((_, v) => {
      const last = v === vehicles.length - 1
      begun = begun.flatMap(({ done, left }) =>
        (last ? [left] : subsetsOf(left)).flatMap((own) => {
          const rest = left.filter((item) => !own.includes(item))
          return [...routesOf(v, day, done, [...own])].map((next) => ({ done: next, left: rest }))
        }),
      )
    })
    const found = unbeaten(begun.map((b) => b.done))
    days.set(key, found)
    return found
  }
}

const inWords = (items: readonly Item[]): string =>
  items.map((item) => `${item.customer}:${item.service}`).join(' ')

const subsetsOf = (items: readonly Item[]): Item[][] =>
  Array.from({ length: 2 ** items.length }, (_, bits) => items.filter((_, k) => bits & (2 ** k)))

function withVehicle(
  { vehicles, bound }: Evening,
  v: number,
  own: Evening['vehicles'][number],
  sticky: readonly number[],
): Evening {
  const more = Object.fromEntries(sticky.map((customer) => [customer, v]))
  return { vehicles: vehicles.with(v, own), bound: { ...bound, ...more } }
}

/** Leaves out what another with the same evening beats in cost, longest day and changes. */
export function unbeaten(all: readonly DaysDone[]): DaysDone[] {
  const kept = new Map<string, DaysDone[]>()
  const beats = (a: DaysDone, b: DaysDone) =>
    a.cost <= b.cost && a.longest <= b.longest && a.changes <= b.changes
  for (const one of all) {
    const key = JSON.stringify(one.evening)
    const rivals = kept.get(key) ?? []
    if (rivals.some((rival) => beats(rival, one))) continue
    kept.set(key, [...rivals.filter((rival) => !beats(one, rival)), one])
  }
  return [...kept.values()].flat()
}
