import type { ChangeKind } from '../../../words/why-not/change-words.ts'
import type { ChangePart } from './answer.ts'
import { probes } from './probes/probes.ts'
import type { Refusals } from './refusals.ts'
import type { Proven } from './smallest.ts'

const mostTried = 24
const mostFound = 3

/**
 * Two loosenings of different kinds that suffice together where neither does alone: those that answer the most frequent refusals
 * are tried first, `mostTried` pairs at most.
 */
export function workingPairs(
  widest: readonly ChangePart[],
  { rules }: Refusals,
  prove: (parts: readonly ChangePart[]) => Proven[],
): Proven[] {
  const rank = (kind: ChangeKind): number => {
    const at = rules.findIndex(({ rule }) => probes[kind].answers.includes(rule))
    return at < 0 ? rules.length : at
  }
  const pairs = widest.flatMap((a, i) =>
    widest.slice(i + 1).flatMap((b) => (a.kind === b.kind ? [] : [[a, b] as const])),
  )
  // Leaving somebody out comes last: it is no loosening of a rule.
  const late = (pair: readonly ChangePart[]) => Number(pair.some((p) => p.kind === 'displaced'))
  const sum = ([a, b]: readonly [ChangePart, ChangePart]) => rank(a.kind) + rank(b.kind)
  pairs.sort((x, y) => late(x) - late(y) || sum(x) - sum(y))
  const found: Proven[] = []
  for (const pair of pairs.slice(0, mostTried)) {
    if (found.length === mostFound) break
    found.push(...prove(pair))
  }
  return found
}
