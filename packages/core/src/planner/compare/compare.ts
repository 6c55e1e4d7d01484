import type { Metric } from '../../catalogue/standard.ts'
import { byText } from '../../kernel/order.ts'
import type { Costs, FleetUse } from '../../plan/plan.ts'
import { compareCells, type Difference } from './compare-cells.ts'
import { type Indicator, scorecard } from './scorecard.ts'
import type { Side } from './side.ts'
import { type WorstTenth, worstTenth } from './worst-tenth.ts'

/** A figure on both sides. */
export interface Pair<T = number> {
  a: T
  b: T
}

/** One floor of a service: people who miss it. */
export interface FloorLine {
  service: string
  metric: Metric
  want: number
  missed: Pair
  /** People who miss it today. */
  today: number
}

export interface SideHead {
  id: string
  nameZh: string
  nameEn: string
  /** `today` is today's supply under the side's county. */
  of: 'today' | 'plan'
  people: number
}

/** The baseline: today's supply on the county as it is. */
interface TodayBeside {
  head: SideHead
  entitled: number
  met: number
  costs: Costs
  fleet: { kind: FleetUse['kind']; days: number }[]
  worst: WorstTenth
}

/** People × services whose floors are all met on both sides, on one alone: costs of unlike coverage buy unlike things. */
export interface Coverage {
  both: number
  onlyA: number
  onlyB: number
}

/** Two sides beside each other and beside today. Costs stay in three columns that are never added. */
export interface Comparison {
  sides: Pair<SideHead>
  today: TodayBeside
  coverage: Coverage
  /** People × services entitled, and those whose floors are all met. */
  entitled: Pair
  met: Pair
  costs: Pair<Costs>
  /** By fund, fen; a fund that pays on neither side is left out. */
  capital: { fund: string; fen: Pair }[]
  fleet: { kind: FleetUse['kind']; days: Pair }[]
  floors: FloorLine[]
  worst: Pair<WorstTenth>
  /** The six layers, the same indicators in the same order on both sides. */
  scorecard: Pair<Indicator[]>
  /** B against A, by name. */
  better: Difference[]
  worse: Difference[]
  other: Difference[]
}

const headOf = (side: Side): SideHead => ({
  id: side.id,
  nameZh: side.nameZh,
  nameEn: side.nameEn,
  of: side.plan ? 'plan' : 'today',
  people: side.people,
})

const entitledOf = (side: Side): number =>
  side.measurement.cells.reduce((sum, c) => sum + c.people, 0)

const metOf = (side: Side): number =>
  side.measurement.cells.reduce((sum, c) => sum + (c.met ? c.people : 0), 0)

function missedBy(side: Side): Map<string, number> {
  const missed = new Map<string, number>()
  const add = (key: string, people: number) => missed.set(key, (missed.get(key) ?? 0) + people)
  for (const cell of side.measurement.cells) {
    if (cell.met || cell.people <= 0) continue
    for (const { metric, want } of cell.missing)
      add(`${cell.service} ${metric} ${want}`, cell.people)
  }
  return missed
}

function floorLines(a: Side, b: Side, today: Side): FloorLine[] {
  const [inA, inB, before] = [missedBy(a), missedBy(b), missedBy(today)]
  return [...new Set([...inA.keys(), ...inB.keys(), ...before.keys()])].sort().map((key) => {
    const [service, metric, want] = key.split(' ') as [string, Metric, string]
    return {
      service,
      metric,
      want: Number(want),
      missed: { a: inA.get(key) ?? 0, b: inB.get(key) ?? 0 },
      today: before.get(key) ?? 0,
    }
  })
}

const todayBeside = (side: Side): TodayBeside => ({
  head: headOf(side),
  entitled: entitledOf(side),
  met: metOf(side),
  costs: side.costs,
  fleet: [...side.fleetDays].sort(byText(([kind]) => kind)).map(([kind, days]) => ({ kind, days })),
  worst: worstTenth(side.measurement),
})

function coverageOf(a: Side, b: Side): Coverage {
  const metBy = (side: Side) =>
    new Map<string, number>(
      side.measurement.cells.flatMap((c) =>
        c.met && c.people > 0 ? [[`${c.settlement} ${c.service}`, c.people] as const] : [],
      ),
    )
  const [inA, inB] = [metBy(a), metBy(b)]
  const sum = (of: ReadonlyMap<string, number>, which: (key: string) => boolean) =>
    [...of].reduce((n, [key, people]) => (which(key) ? n + people : n), 0)
  return {
    both: sum(inB, (key) => inA.has(key)),
    onlyA: sum(inA, (key) => !inB.has(key)),
    onlyB: sum(inB, (key) => !inA.has(key)),
  }
}

/**
 * Compares two sides, and both with today: who wins and who loses by name, what it costs at which coverage, which
 * floors, who is worst off. `today` is today's supply on the county as it is (`todayOf`).
 */
export function compare(a: Side, b: Side, today: Side): Comparison {
  const differences = compareCells(a.measurement.cells, b.measurement.cells)
  const only = (verdict: Difference['verdict']) => differences.filter((d) => d.verdict === verdict)
  const funds = new Set([a, b].flatMap((side) => Object.keys(side.costs.capitalFen)))
  const kinds = new Set([a, b].flatMap((side) => [...side.fleetDays.keys()]))
  return {
    sides: { a: headOf(a), b: headOf(b) },
    today: todayBeside(today),
    coverage: coverageOf(a, b),
    entitled: { a: entitledOf(a), b: entitledOf(b) },
    met: { a: metOf(a), b: metOf(b) },
    costs: { a: a.costs, b: b.costs },
    capital: [...funds].sort().map((fund) => ({
      fund,
      fen: { a: a.costs.capitalFen[fund] ?? 0, b: b.costs.capitalFen[fund] ?? 0 },
    })),
    fleet: [...kinds].sort().map((kind) => ({
      kind,
      days: { a: a.fleetDays.get(kind) ?? 0, b: b.fleetDays.get(kind) ?? 0 },
    })),
    floors: floorLines(a, b, today),
    scorecard: { a: scorecard(a), b: scorecard(b) },
    worst: { a: worstTenth(a.measurement), b: worstTenth(b.measurement) },
    better: only('better'),
    worse: only('worse'),
    other: only('other'),
  }
}
