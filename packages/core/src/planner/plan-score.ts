import { worstDecile } from '../access/equity.ts'
import type { Cell } from '../access/measurement.ts'
import { priorityClasses } from '../catalogue/priority-class.ts'
import { type Memory, newMemory, recall } from '../kernel/memory.ts'
import { oncePer } from '../kernel/once-per.ts'
import { compareText } from '../kernel/order.ts'
import type { Plan } from '../plan/plan.ts'
import type { NeedCell } from './plan-ground.ts'

/** The numbers by which plans are compared, level after level; less is better in each. */
export interface PlanScore {
  /** Fen of cash over the budget, in the mode that has one. */
  overBudget: number
  /** For each priority class: the most people one settlement misses of what can be served at all, then all people. Weighted. */
  missed: readonly number[]
  /** Of those people, by class, the ones who can be served at all. */
  servableMissed: readonly number[]
  /** Person-times a year of stated need that are met, in the mode that has a budget; else 0. */
  needServed: number
  /** Fen a year to choose by. */
  value: number
  /** Mean minutes of the tenth of people with the longest way to what they are entitled to. */
  worstDecile: number
  /** Seconds of the longest day out. */
  longestShift: number
  /** Decisions that differ from the published plan, or else from today. */
  changes: number
}

/** What a score needs to know besides the plan. */
export interface Judge {
  /** Cells with some way to be served; without it, all. */
  servable?: ReadonlySet<NeedCell>
  /** The plan in force, from which as little as possible changes. */
  published?: Plan
}

/** People missed, as the score has them. */
export function missedByClass(
  missed: readonly NeedCell[],
  { servable }: Judge,
): Pick<PlanScore, 'missed' | 'servableMissed'> {
  const classes = priorityClasses.map((priority) => {
    const at = new Map<string, number>()
    let [people, ofThem] = [0, 0]
    for (const cell of missed) {
      if (cell.priority !== priority) continue
      people += cell.weight
      if (servable !== undefined && !servable.has(cell)) continue
      ofThem += cell.weight
      at.set(cell.settlement.id, (at.get(cell.settlement.id) ?? 0) + cell.weight)
    }
    return { most: Math.max(0, ...at.values()), people, ofThem }
  })
  return {
    missed: classes.flatMap((c) => [c.most, c.people]),
    servableMissed: classes.map((c) => c.ofThem),
  }
}

/** Travel of the worst-off: each settlement × service by its best way; who has none is counted among the missed. */
export function worstTravel(measured: readonly Cell[], memory: Memory = newMemory()): number {
  const items = longestFirst(measured, memory)
  return items.length === 0 ? 0 : worstDecile(items, 'high').mean
}

/** Best ways, the longest first. What was in order before is sorted in no time. */
function longestFirst(measured: readonly Cell[], memory: Memory): readonly BestWay[] {
  const name = 'ways in order'
  const before = memory.kept.get(name) as
    | { from: readonly Cell[]; answer: readonly BestWay[] }
    | undefined
  return recall(memory, name, measured, () => {
    const same = before?.from.length === measured.length ? before : { from: [], answer: [] }
    const fresh = measured.filter((cell, k) => cell !== same.from[k])
    const gone = new Set(same.from.filter((cell, k) => cell !== measured[k]).map(bestWay))
    return [
      ...same.answer.filter((way) => !gone.has(way)),
      ...fresh.flatMap((cell) => bestWay(cell) ?? []),
    ].sort((a, b) => b.value - a.value || compareText(a.name, b.name))
  })
}

interface BestWay {
  name: string
  people: number
  value: number
}

/** The best way of a cell in minutes; null where there is none or nobody. */
const bestWay = oncePer((c: Cell): BestWay | null => {
  const best = c.reach.reduce((least, r) => Math.min(least, r.seconds), Number.POSITIVE_INFINITY)
  if (!Number.isFinite(best) || c.people <= 0) return null
  return { name: `${c.settlement} ${c.service}`, people: c.people, value: best / 60 }
})

/** Buildings decided otherwise, and visits on days on which the published plan has none of that kind at that place. */
export function changesFrom(plan: Plan, published: Plan | undefined): number {
  const before = new Map((published?.sites ?? []).map((s) => [s.facility, use(s)]))
  const sites = plan.sites.filter((s) =>
    published === undefined ? s.action !== 'keep' : before.get(s.facility) !== use(s),
  ).length
  if (published === undefined) return sites
  const had = new Set(visitDays(published))
  return sites + visitDays(plan).filter((v) => !had.has(v)).length
}

const use = (site: Plan['sites'][number]): string => `${site.action} ${site.toKind}`

function visitDays(plan: Plan): string[] {
  const stops = new Map(plan.stops.map((s) => [s.id, s]))
  return plan.tours.flatMap((t) =>
    t.visits.map((v) => {
      const stop = stops.get(v.stop)
      return `${stop?.settlement} ${stop?.kind} ${t.date}`
    }),
  )
}

/** Negative where a is better down to its cost, positive where b is, 0 where no level differs. */
export function compareToCost(a: PlanScore, b: PlanScore): number {
  return compareFloors(a, b) || a.value - b.value
}

/** The same for the budget, the floors and stated need beyond them alone. */
export const compareFloors = (a: PlanScore, b: PlanScore): number =>
  compareNumbers(
    [a.overBudget, ...a.missed, -a.needServed],
    [b.overBudget, ...b.missed, -b.needServed],
  )

/** And for the levels after cost. */
export const compareAfterCost = (a: PlanScore, b: PlanScore): number =>
  compareNumbers(
    [a.worstDecile, a.longestShift, a.changes],
    [b.worstDecile, b.longestShift, b.changes],
  )

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  const k = a.findIndex((x, n) => Math.abs(x - b[n]!) > 1e-6 * Math.max(1, Math.abs(b[n]!)))
  return k < 0 ? 0 : a[k]! - b[k]!
}
