import { gapsBetweenDays } from '../access/gaps.ts'

/** A service that need not be given at every visit of a stop. */
export interface SparseService {
  /** Visits wanted that carry it. */
  wanted: number
  /** The floor of its longest gap; null where there is none. */
  maxGapDays: number | null
  /** Seconds that a visit with it takes longer. */
  seconds: number
}

/** Visits that carry each service, by position in the calendar, ascending. */
export type Spread = readonly (readonly number[])[]

/** Nodes of the search for the least fullest visit; past them the best found stands. */
const mostNodes = 4000

/** Positions of `count` of `visits` visits, as even as whole numbers allow, moved on by `from`. */
export const evenly = (visits: number, count: number, from: number): number[] =>
  Array.from({ length: count }, (_, k) => (Math.floor((k * visits) / count) + from) % visits).sort(
    (a, b) => a - b,
  )

const enough = (service: SparseService, visits: number, maxGapDays: number): number => {
  const gap = service.maxGapDays ?? Number.POSITIVE_INFINITY
  let count = Math.min(service.wanted, visits)
  while (count < visits && Math.ceil(visits / count) * maxGapDays > gap) count++
  return count
}

/**
 * Which of a stop's evenly spaced visits carry which service, so that the fullest visit is as short as can be: each
 * service as often as wanted, and so often that its floor of the longest gap holds while the stop's visits are at most
 * `maxGapDays` apart. Services start from different visits; branch and bound over where they start.
 */
export function spreadServices(
  services: readonly SparseService[],
  visits: number,
  maxGapDays: number,
): Spread {
  const order = services
    .map((service, k) => ({ ...service, k, count: enough(service, visits, maxGapDays) }))
    .sort((a, b) => b.seconds - a.seconds || a.k - b.k)
  const loads = new Float64Array(visits)
  const from = new Array<number>(order.length).fill(0)
  let best = { fullest: Number.POSITIVE_INFINITY, from: [...from] }
  let nodes = 0
  const place = (n: number, fullest: number): void => {
    if (fullest >= best.fullest || nodes++ > mostNodes) return
    if (n === order.length) {
      best = { fullest, from: [...from] }
      return
    }
    const { count, seconds } = order[n]!
    const tries = Array.from({ length: n === 0 || count === visits ? 1 : visits }, (_, start) => {
      const at = evenly(visits, count, start)
      return { start, at, most: Math.max(fullest, ...at.map((k) => loads[k]! + seconds)) }
    }).sort((a, b) => a.most - b.most || a.start - b.start)
    for (const { start, at, most } of tries) {
      if (most >= best.fullest) return
      from[n] = start
      for (const k of at) loads[k]! += seconds
      place(n + 1, most)
      for (const k of at) loads[k]! -= seconds
    }
  }
  place(0, 0)
  const spread = new Array<readonly number[]>(services.length)
  order.forEach(({ k, count }, n) => {
    spread[k] = evenly(visits, count, best.from[n]!)
  })
  return spread
}

/** Seconds that the services of a spread add to its fullest visit. */
export function fullestOf(services: readonly SparseService[], spread: Spread): number {
  const loads = new Map<number, number>()
  spread.forEach((at, s) => {
    for (const k of at) loads.set(k, (loads.get(k) ?? 0) + services[s]!.seconds)
  })
  return Math.max(0, ...loads.values())
}

const holds = (
  { maxGapDays }: SparseService,
  at: readonly number[],
  days: readonly number[],
  horizonDays: number,
): boolean =>
  maxGapDays === null ||
  (at.length > 0 &&
    Math.max(
      ...gapsBetweenDays(
        at.map((k) => days[k]!),
        horizonDays,
      ),
    ) <= maxGapDays)

/** Whether every floor of a longest gap holds on these days. */
export const spreadHolds = (
  services: readonly SparseService[],
  spread: Spread,
  days: readonly number[],
  horizonDays: number,
): boolean => services.every((s, k) => holds(s, spread[k]!, days, horizonDays))

/**
 * The same on the days that a stop got, where they are not the visits wanted: each service, longest first, evenly as
 * often as wanted, or more often until its gap holds, with no visit longer than `roomSeconds`; at all visits with
 * room where that cannot be.
 */
export function spreadOnDays(
  services: readonly SparseService[],
  days: readonly number[],
  horizonDays: number,
  roomSeconds: number,
): Spread {
  const loads = new Float64Array(days.length)
  const spread = new Array<readonly number[]>(services.length)
  const order = services.map((s, k) => ({ s, k }))
  order.sort((a, b) => b.s.seconds - a.s.seconds || a.k - b.k)
  for (const { s, k } of order) {
    const fits = (at: readonly number[]) =>
      at.every((visit) => loads[visit]! + s.seconds <= roomSeconds + 1e-6)
    const found = firstHolding(s, days, horizonDays, fits)
    spread[k] = found ?? days.flatMap((_, visit) => (fits([visit]) ? [visit] : []))
    for (const visit of spread[k]) loads[visit]! += s.seconds
  }
  return spread
}

function firstHolding(
  service: SparseService,
  days: readonly number[],
  horizonDays: number,
  fits: (at: readonly number[]) => boolean,
): readonly number[] | null {
  for (let count = Math.min(service.wanted, days.length); count <= days.length; count++) {
    for (let start = 0; start < days.length; start++) {
      const at = evenly(days.length, count, start)
      if (fits(at) && holds(service, at, days, horizonDays)) return at
    }
  }
  return null
}
