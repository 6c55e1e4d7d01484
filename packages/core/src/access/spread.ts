import { compareText } from '../kernel/order.ts'
import type { SettlementAt } from './county-ground.ts'
import { gini, meanOf, percentile, theilByGroup, type WorstDecile, worstDecile } from './equity.ts'

/** A value of one settlement with the people who have it; null where it has none (no way, nothing in reach). */
export interface SettlementValue {
  settlement: string
  value: number | null
  people: number
}

export interface WorstPlace {
  settlement: string
  name: string
  value: number
  /** People there, and how many of them are in the worst tenth: the last place may be in it in part. */
  people: number
  inIt: number
}

/** How evenly a value is spread over people (docs/methods/access.md). Null figures: nobody, or no finite value. */
export interface Spread {
  people: number
  mean: number | null
  gini: number
  /** Theil T in nats: between + within townships = total. */
  theil: { total: number; between: number; within: number }
  p10: number | null
  p90: number | null
  /** Null where the tenth percentile is 0 and the ninetieth is not: no ratio says how far apart they are. */
  p90p10: number | null
  /** The worst-off tenth of people, by name, worst first, among equals most people first. */
  worst: { mean: number | null; places: WorstPlace[] }
  /** People whose settlement has no value, and those settlements by id. They are worse off than any value and in no index. */
  without: { people: number; settlements: string[] }
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** Summarises one value per settlement. `worse` says which end is bad: low for access, high for minutes. */
export function spreadOf(
  values: readonly SettlementValue[],
  worse: 'low' | 'high',
  at: SettlementAt,
): Spread {
  const known: { value: number; people: number; name: string; group: string }[] = []
  const without = { people: 0, settlements: [] as string[] }
  for (const { settlement, value, people } of values) {
    if (people <= 0) continue
    // The name breaks ties and carries the id, so that settlements of one name stay apart.
    if (value !== null)
      known.push({ value, people, name: settlement, group: at(settlement).township })
    else {
      without.people += people
      without.settlements.push(settlement)
    }
  }
  const { total, between, within } = theilByGroup(known)
  const [p10, p90] = [percentile(known, 0.1), percentile(known, 0.9)]
  return {
    people: known.reduce((sum, k) => sum + k.people, 0),
    mean: finite(meanOf(known)),
    gini: gini(known),
    theil: { total, between, within },
    p10: finite(p10),
    p90: finite(p90),
    p90p10: known.length === 0 ? null : p10 === p90 ? 1 : finite(p90 / p10),
    worst: worstOf(worstDecile(known, worse), worse, at),
    without: { ...without, settlements: without.settlements.sort() },
  }
}

const worstOf = (
  worst: WorstDecile<{ value: number; people: number; name: string }>,
  worse: 'low' | 'high',
  at: SettlementAt,
): Spread['worst'] => ({
  mean: finite(worst.mean),
  places: worst.places
    .map(({ name, value, people, inIt }) => ({
      settlement: name,
      name: at(name).name,
      value,
      people,
      inIt,
    }))
    .sort(
      (a, b) =>
        (worse === 'low' ? a.value - b.value : b.value - a.value) ||
        b.people - a.people ||
        compareText(a.settlement, b.settlement),
    ),
})
