import { compareText } from '../kernel/order.ts'
import { gini } from './equity.ts'

/** A place that takes part in sharing out staff, beds, visits or money. */
export interface Claim {
  id: string
  /** Permanent residents, or people entitled: never registered population. */
  people: number
  remote: boolean
}

/**
 * Whole units in proportion to weights by largest remainder (Hamilton): the shares add to the total exactly. Equal
 * remainders go to the lower id. Nothing is given where all weights are 0.
 */
export function largestRemainder(
  total: number,
  weights: readonly { id: string; weight: number }[],
): Map<string, number> {
  const sum = weights.reduce((s, w) => s + w.weight, 0)
  if (!(sum > 0)) return new Map(weights.map((w) => [w.id, 0]))
  const quotas = weights.map(({ id, weight }) => ({ id, quota: (total * weight) / sum }))
  const shares = new Map(quotas.map(({ id, quota }) => [id, Math.floor(quota)]))
  const left = total - [...shares.values()].reduce((a, b) => a + b, 0)
  const byRemainder = quotas
    .map(({ id, quota }) => ({ id, rest: quota - Math.floor(quota) }))
    .sort((a, b) => b.rest - a.rest || compareText(a.id, b.id))
  for (const { id } of byRemainder.slice(0, left)) shares.set(id, shares.get(id)! + 1)
  return shares
}

/**
 * Shares out a whole number of units by permanent population, a person of a remote place counting `remoteWeight` (≥ 1)
 * times. Raising the weight never lowers what remote places get together.
 */
export const allocate = (
  total: number,
  claims: readonly Claim[],
  remoteWeight = 1,
): Map<string, number> =>
  largestRemainder(
    total,
    claims.map(({ id, people, remote }) => ({ id, weight: people * (remote ? remoteWeight : 1) })),
  )

/** Part of the units that goes to remote places, 0 to 1. */
export function remoteShareOf(
  shares: ReadonlyMap<string, number>,
  claims: readonly Claim[],
): number {
  const total = [...shares.values()].reduce((a, b) => a + b, 0)
  const remote = claims.reduce((sum, c) => sum + (c.remote ? (shares.get(c.id) ?? 0) : 0), 0)
  return total > 0 ? remote / total : 0
}

/** One place with what it gets by those who live there and what it would get by hukou. */
export interface AllocationDifference {
  id: string
  byPermanent: number
  byRegistered: number
  difference: number
}

/** What counting residents instead of registrations changes, largest gain first. Unknown registrations count as residents. */
export function differenceToRegistered(
  total: number,
  claims: readonly (Claim & { registered: number | null })[],
  remoteWeight = 1,
): AllocationDifference[] {
  const permanent = allocate(total, claims, remoteWeight)
  const registered = allocate(
    total,
    claims.map((c) => ({ ...c, people: c.registered ?? c.people })),
    remoteWeight,
  )
  return claims
    .map(({ id }) => {
      const [byPermanent, byRegistered] = [permanent.get(id)!, registered.get(id)!]
      return { id, byPermanent, byRegistered, difference: byPermanent - byRegistered }
    })
    .sort((a, b) => b.difference - a.difference || compareText(a.id, b.id))
}

/** A place with the units it holds now, in whole numbers. */
export interface Holding {
  id: string
  people: number
  units: number
}

export interface PerHead extends Holding {
  /** Units per person; null where nobody lives. */
  perHead: number | null
}

/** Units per head, poorest first; places without people last. */
export const perHeadOf = (holdings: readonly Holding[]): PerHead[] =>
  holdings
    .map((h) => ({ ...h, perHead: h.people > 0 ? h.units / h.people : null }))
    .sort((a, b) => (a.perHead ?? Infinity) - (b.perHead ?? Infinity) || compareText(a.id, b.id))

export interface Move {
  from: string
  to: string
  /** Inequality of units per head (Gini) before and after one unit has moved. */
  before: number
  after: number
}

/** How many of the richest and poorest places are tried against each other. */
const tried = 25

const inequality = (holdings: readonly Holding[]): number =>
  gini(
    holdings
      .filter((h) => h.people > 0)
      .map((h) => ({ value: h.units / h.people, people: h.people })),
  )

/**
 * The move of one unit that lowers inequality per head most; null where none lowers it. Places without people
 * give first of all: what they hold is in nobody's reckoning, so their unit goes where it is scarcest.
 */
export function suggestMove(holdings: readonly Holding[]): Move | null {
  const ordered = perHeadOf(holdings)
  const before = inequality(holdings)
  const givers = ordered.filter((h) => h.units >= 1).slice(-tried)
  const takers = ordered.filter((h) => h.people > 0).slice(0, tried)
  let best: Move | null = null
  for (const from of givers) {
    for (const to of takers) {
      if (from.id === to.id) continue
      const moved = holdings.map((h) => {
        if (h.id === from.id) return { ...h, units: h.units - 1 }
        return h.id === to.id ? { ...h, units: h.units + 1 } : h
      })
      const after = inequality(moved)
      if (after < (best?.after ?? before) - 1e-12)
        best = { from: from.id, to: to.id, before, after }
    }
  }
  return best
}
