import { compareText } from '../kernel/order.ts'
/** A value (access, minutes, visits) with the people who have it. */
export interface Weighted {
  value: number
  people: number
}

const sumOf = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0)

const peopleIn = (items: readonly Weighted[]): number => sumOf(items, (i) => i.people)

const ascending = <T extends Weighted>(items: readonly T[]): T[] =>
  items.filter((i) => i.people > 0).sort((a, b) => a.value - b.value)

/** Mean over people; NaN of nobody. */
export const meanOf = (items: readonly Weighted[]): number =>
  sumOf(items, (i) => i.value * i.people) / peopleIn(items)

/**
 * Population-weighted Gini, 0 (all alike) to 1: 1 − Σ p·(L₋ + L) on the Lorenz curve, no small-sample correction.
 * Values must not be negative; 0 where everybody has nothing.
 */
export const gini = (items: readonly Weighted[]): number => {
  const sorted = ascending(items)
  return lorenzArea(sorted)
}

/** The same area with people in the order given, not by value: between −1 and 1. */
function lorenzArea(ordered: readonly Weighted[]): number {
  const people = peopleIn(ordered)
  const total = sumOf(ordered, (i) => i.value * i.people)
  if (people === 0 || total === 0) return 0
  let below = 0
  let area = 0
  for (const item of ordered) {
    const share = below + (item.value * item.people) / total
    area += (item.people / people) * (below + share)
    below = share
  }
  return 1 - area
}

/**
 * Concentration index by another quantity (income, remoteness, age): people stand in the order of `rank`, lowest first.
 * Negative: those of low rank have more. People of equal rank are taken together, so their order does not matter.
 */
export function concentrationIndex(items: readonly (Weighted & { rank: number })[]): number {
  const byRank = new Map<number, { value: number; people: number }>()
  for (const { value, people, rank } of items) {
    if (people <= 0) continue
    const tied = byRank.get(rank) ?? { value: 0, people: 0 }
    byRank.set(rank, { value: tied.value + value * people, people: tied.people + people })
  }
  const ordered = [...byRank]
    .sort(([a], [b]) => a - b)
    .map(([, t]) => ({ value: t.value / t.people, people: t.people }))
  return lorenzArea(ordered)
}

/** Theil T = Σ p (x/x̄) ln(x/x̄), in nats; x = 0 counts 0. */
export function theil(items: readonly Weighted[]): number {
  const mean = meanOf(items)
  const people = peopleIn(items)
  if (!(mean > 0)) return 0
  return sumOf(items, ({ value, people: p }) => {
    const ratio = value / mean
    return ratio > 0 ? (p / people) * ratio * Math.log(ratio) : 0
  })
}

export interface TheilParts {
  total: number
  /** Between the means of the groups. */
  between: number
  /** Within groups, each weighed by its share of the total value. */
  within: number
  groups: { group: string; people: number; mean: number; theil: number; shareOfValue: number }[]
}

/** Splits Theil T exactly: total = between + within. Groups (townships, counties) are ordered by name. */
export function theilByGroup(items: readonly (Weighted & { group: string })[]): TheilParts {
  const people = peopleIn(items)
  const value = sumOf(items, (i) => i.value * i.people)
  const names = [...new Set(items.filter((i) => i.people > 0).map((i) => i.group))].sort()
  const groups = names.map((group) => {
    const members = items.filter((i) => i.group === group && i.people > 0)
    const own = sumOf(members, (i) => i.value * i.people)
    return {
      group,
      people: peopleIn(members),
      mean: own / peopleIn(members),
      theil: theil(members),
      shareOfValue: value > 0 ? own / value : 0,
    }
  })
  const between = sumOf(groups, ({ people: p, shareOfValue: s }) =>
    s > 0 ? s * Math.log(s / (p / people)) : 0,
  )
  return {
    total: theil(items),
    between,
    within: sumOf(groups, (g) => g.shareOfValue * g.theil),
    groups,
  }
}

/**
 * Atkinson index: the share of the total that could be given up for an equal spread of the same welfare.
 * @param aversion ε > 0, how much inequality weighs
 */
export function atkinson(items: readonly Weighted[], aversion: number): number {
  const mean = meanOf(items)
  const people = peopleIn(items)
  if (!(mean > 0)) return 0
  if (aversion === 1) {
    const log = sumOf(items, (i) =>
      i.people > 0 ? (i.people / people) * Math.log(i.value / mean) : 0,
    )
    return 1 - Math.exp(log)
  }
  const power = 1 - aversion
  const moment = sumOf(items, (i) =>
    i.people > 0 ? (i.people / people) * (i.value / mean) ** power : 0,
  )
  return 1 - moment ** (1 / power)
}

/** The value below or at which a share of people lie; the smallest such value. */
export function percentile(items: readonly Weighted[], share: number): number {
  const sorted = ascending(items)
  const wanted = share * peopleIn(sorted)
  let below = 0
  for (const item of sorted) {
    below += item.people
    if (below >= wanted - 1e-9 * wanted) return item.value
  }
  return Number.NaN
}

/** P90 over P10; Infinity where the tenth percentile is 0 and the ninetieth is not, 1 where both are 0. */
export function p90p10(items: readonly Weighted[]): number {
  const [high, low] = [percentile(items, 0.9), percentile(items, 0.1)]
  return high === low ? 1 : high / low
}

/** What the lowest `share` of people have together; a place on the border counts in part. */
function heldByLowest(items: readonly Weighted[], share: number): number {
  let left = share * peopleIn(items)
  return sumOf(ascending(items), ({ value, people }) => {
    const taken = Math.min(people, left)
    left -= taken
    return taken * value
  })
}

/** Palma ratio: what the top 10 % have over what the bottom 40 % have; Infinity where the latter have nothing. */
export function palma(items: readonly Weighted[]): number {
  const all = heldByLowest(items, 1)
  return (all - heldByLowest(items, 0.9)) / heldByLowest(items, 0.4)
}

export interface WorstDecile<T> {
  /** Mean over the worst-off tenth of people. */
  mean: number
  /** Places in it, worst first. `inIt` is how many of their people: the last place may be in it in part. */
  places: (T & { inIt: number })[]
}

/** The worst-off tenth of people by name. `worse` says which end is bad: low for access, high for minutes. Ties by name. */
export function worstDecile<T extends Weighted & { name: string }>(
  items: readonly T[],
  worse: 'low' | 'high' = 'low',
): WorstDecile<T> {
  const sign = worse === 'low' ? 1 : -1
  const ordered = items
    .filter((i) => i.people > 0)
    .sort((a, b) => sign * (a.value - b.value) || compareText(a.name, b.name))
  const wanted = peopleIn(ordered) / 10
  let left = wanted
  const places: (T & { inIt: number })[] = []
  for (const item of ordered) {
    if (left <= 1e-9 * wanted) break
    const inIt = Math.min(item.people, left)
    left -= inIt
    places.push({ ...item, inIt })
  }
  return { mean: sumOf(places, (p) => p.value * p.inIt) / wanted, places }
}
