import { favours } from '../catalogue/standard.ts'
import { compareText } from '../kernel/order.ts'
import type { Settlement } from '../territory/settlement.ts'
import type { Cell, Missing } from './measurement.ts'

/** One settlement and service whose floors are not all met. */
export interface Gap {
  settlement: string
  name: string
  division: string
  service: string
  people: number
  state: Cell['state']
  missing: readonly Missing[]
  /** How far below, 0 (just) to 1 (nothing at all): the worst of its floors. */
  shortfall: number
}

/** Part of what is wanted that is lacking; 1 where there is nothing at all. */
export function shortfallOf({ metric, want, have }: Missing): number {
  if (have === null) return 1
  if (favours[metric] === 'lower') return have > 0 ? Math.max(0, 1 - want / have) : 0
  return want > 0 ? Math.max(0, 1 - have / want) : 0
}

/** Every gap by name, worst first: the largest shortfall, then most people, then ids. */
export function gapList(cells: readonly Cell[], settlements: readonly Settlement[]): Gap[] {
  const byId = new Map(settlements.map((s) => [s.id, s]))
  return cells
    .filter((c) => !c.met)
    .map((c) => ({
      settlement: c.settlement,
      name: byId.get(c.settlement)?.name ?? c.settlement,
      division: byId.get(c.settlement)?.division ?? '',
      service: c.service,
      people: c.people,
      state: c.state,
      missing: c.missing,
      shortfall: Math.max(...c.missing.map(shortfallOf)),
    }))
    .sort((a, b) => b.shortfall - a.shortfall || b.people - a.people || byIds(a, b))
}

const byIds = (a: Gap, b: Gap): number =>
  compareText(a.settlement, b.settlement) || compareText(a.service, b.service)
