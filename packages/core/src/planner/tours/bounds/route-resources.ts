import type { RoutingCustomer } from '../../../plan/routing.ts'
import type { KindGround } from './build-graph.ts'

/**
 * Something that grows along a route: at each customer it waits for `low`, may not pass `high`, and at the end `limit`.
 * Taking is never negative.
 */
export interface Resource {
  name: string
  start(start: number, j: number): number
  take(i: number, j: number): number
  end(i: number, place: number): number
  low(j: number): number
  high(j: number): number
  limit: number
}

const additive = (name: string, limit: number, parts: Partial<Resource>): Resource => ({
  name,
  limit,
  start: () => 0,
  take: () => 0,
  end: () => 0,
  low: () => 0,
  high: () => limit,
  ...parts,
})

/** Those resources that can bind; the one that divides routes most finely first. */
export function resourcesOf(ground: KindGround): Resource[] {
  const found = [...clocks(ground), ...driving(ground), ...loads(ground), ...stops(ground)]
  if (found.length === 0) found.push(stopsUpTo(ground.at.length))
  const rank = found.map((resource) => ({ resource, least: fineness(ground, resource) }))
  return rank.sort((a, b) => b.least - a.least).map((r) => r.resource)
}

/** Least taken on any way, as a share of the limit. */
function fineness({ at }: KindGround, resource: Resource): number {
  let least = Infinity
  for (let i = 0; i < at.length; i++)
    for (let j = 0; j < at.length; j++) if (i !== j) least = Math.min(least, resource.take(i, j))
  return least / resource.limit
}

/** Clock where windows bind; hours out (waiting left out) where a limit binds; wheel and work are counted from leaving. */
function clocks(ground: KindGround): Resource[] {
  const { instance, kind, visits, time, place } = ground
  const { fleet } = kind
  const depot = instance.depots[fleet.depot]!
  const lodged = (fleet.rules?.nights?.at ?? []).map((d) => instance.depots[d]!)
  const leave = fleet.rules?.open ?? Math.min(depot.open, ...lodged.map((d) => d.open))
  const back = fleet.rules?.close ?? Math.max(depot.close, ...lodged.map((d) => d.close))
  const end = (i: number, to: number) => visits[i]!.service + (to < 0 ? 0 : time(place(i), to))
  const take = (i: number, j: number) =>
    visits[i]!.service + time(place(i), place(j)) + visits[j]!.setup
  const windowed = visits.some((v) => v.open > leave || v.close < back)
  const found: Resource[] = []
  if (windowed)
    found.push(
      additive('clock', back, {
        start: (from, j) => leave + time(from, place(j)) + visits[j]!.setup,
        take,
        end,
        low: (j) => Math.max(leave, visits[j]!.open),
        high: (j) => Math.min(back, visits[j]!.close),
      }),
    )
  const limit = Math.min(fleet.maxDuration, back - leave)
  if (limit < Infinity && !(windowed && fleet.maxDuration >= back - leave))
    found.push(
      additive('hours', limit, {
        start: (from, j) => time(from, place(j)) + visits[j]!.setup,
        take,
        end,
      }),
    )
  return found
}

function driving({ kind, time, place }: KindGround): Resource[] {
  const limit = kind.fleet.rules?.maxDriving
  if (limit === undefined) return []
  return [
    additive('driving', limit, {
      start: (from, j) => time(from, place(j)),
      take: (i, j) => time(place(i), place(j)),
      end: (i, to) => (to < 0 ? 0 : time(place(i), to)),
    }),
  ]
}

/** What is brought in each dimension, and what is taken back to the depot; reloads multiply the room. */
function loads({ instance, kind, at }: KindGround): Resource[] {
  const { capacity, rules } = kind.fleet
  const room = [capacity, ...(rules?.otherCapacities ?? [])]
  const rounds = 1 + (rules?.reload?.most ?? 0)
  const brought = (c: RoutingCustomer, k: number) =>
    k === 0 ? c.demand : (c.rules?.otherDemands?.[k - 1] ?? 0)
  const taken = (c: RoutingCustomer, k: number) => {
    if (c.rules?.deliverTo !== undefined) return 0
    return (k === 0 ? c.rules?.pickup : c.rules?.otherPickups?.[k - 1]) ?? 0
  }
  const customer = (j: number) => instance.customers[at[j]!]!
  return [brought, taken].flatMap((load, which) =>
    room.flatMap((space, k) => {
      const all = Array.from(at, (c) => load(instance.customers[c]!, k))
      const limit = space * rounds
      if (!(all.reduce((sum, x) => sum + x, 0) > limit)) return []
      return additive(`${which === 0 ? 'load' : 'pickup'} ${k + 1}`, limit, {
        start: (_, j) => load(customer(j), k),
        take: (_, j) => load(customer(j), k),
      })
    }),
  )
}

const stops = ({ kind, at }: KindGround): Resource[] => {
  const most = kind.fleet.rules?.maxStops
  return most === undefined || most >= at.length ? [] : [stopsUpTo(most)]
}

const stopsUpTo = (most: number): Resource =>
  additive('stops', most, { start: () => 1, take: () => 1 })
