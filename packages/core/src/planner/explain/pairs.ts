import type { ProvedChange } from './answer.ts'
import type { Question, Trial } from './probes/probe.ts'
import { probes } from './probes/probes.ts'
import { smallest } from './smallest.ts'
import type { FindTravel } from './world.ts'

/** Pairs of changes tried where no single one serves: those of the first kinds first. */
const mostPairs = 40

type Part = Trial & { kind: ProvedChange['kind'] }

/** One change at an amount and then the other, as much of it as is asked. */
const after = (first: Part, amount: number, second: Part): Trial => ({
  ...second,
  changes: (more) => [...first.changes(amount), ...second.changes(more)],
})

/**
 * Two changes of different kinds that serve a need together: the least amount of the second with most of the first, then
 * the least of the first with that. The first pair that serves, in the order of the kinds; null where none of them does.
 */
export async function smallestPair(
  question: Question,
  findTravel: FindTravel | undefined,
): Promise<ProvedChange | null> {
  const parts = probes
    .filter(({ kind }) => kind !== 'no-change' && kind !== 'lower-floor')
    .flatMap(({ kind, trials }) => {
      const [first] = trials(question)
      return first === undefined ? [] : [{ ...first, kind }]
    })
  const pairs = parts.flatMap((a, k) => parts.slice(k + 1).map((b) => [a, b] as const))
  for (const [a, b] of pairs.slice(0, mostPairs)) {
    const most = a.amounts.at(-1)!
    const second = await smallest(question, after(a, most, b), findTravel)
    if (second === null) continue
    const found = await smallest(question, after(b, second.amount, a), findTravel)
    const first = found ?? { ...second, amount: most }
    return {
      ...first,
      kind: a.kind,
      unit: a.unit,
      what: a.what,
      and: { kind: b.kind, unit: b.unit, what: b.what, amount: second.amount },
      ...(a.unpriced || b.unpriced ? { unpriced: true } : {}),
    }
  }
  return null
}
