import { worstDecile } from '../../access/equity.ts'
import type { Measurement } from '../../access/measurement.ts'
import { howServed } from './compare-cells.ts'

/** The tenth of people × services that is worst off. */
export interface WorstTenth {
  /** People × services with nothing in reach (the line apart): worse than any number of minutes. */
  unserved: number
  /** Mean minutes one way over the worst tenth of those with something in reach; null where nobody has. */
  minutes: number | null
  /** Settlements in it, worst first, with how many of their people × services. */
  places: { settlement: string; minutes: number; people: number }[]
}

/** Where the way to the nearest place is longest, by settlement: mean over services, weighted by people entitled. */
export function worstTenth({ cells }: Pick<Measurement, 'cells'>): WorstTenth {
  const bySettlement = new Map<string, { people: number; minutes: number }>()
  let unserved = 0
  for (const cell of cells) {
    if (cell.people <= 0) continue
    const nearest = howServed(cell)?.minutes ?? null
    if (nearest === null) {
      unserved += cell.people
      continue
    }
    const sum = bySettlement.get(cell.settlement) ?? { people: 0, minutes: 0 }
    sum.people += cell.people
    sum.minutes += cell.people * nearest
    bySettlement.set(cell.settlement, sum)
  }
  const items = [...bySettlement].map(([name, { people, minutes }]) => ({
    name,
    people,
    value: minutes / people,
  }))
  if (items.length === 0) return { unserved, minutes: null, places: [] }
  const { mean, places } = worstDecile(items, 'high')
  return {
    unserved,
    minutes: mean,
    places: places.map((p) => ({ settlement: p.name, minutes: p.value, people: p.inIt })),
  }
}
