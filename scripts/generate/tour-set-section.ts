import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { RoutingSolution } from '@kuashan/core/plan/routing.ts'

/** One line of `bench/tour-set/index.json`. */
export interface TourSetIndexEntry {
  name: string
  family: string
  seed: number
  places: number
  days: number
  customers: number
  visits: number
  vehicles: number
  /** Of the file that `kuashan tour-set` writes. */
  sha256: string
}

/** Our best plan of an instance, and the run that found it. */
export interface TourSetPlan extends RoutingSolution {
  instance: string
  levels: readonly number[]
  engine: string
  seconds: number
  workers: number
  seed: number
}

export interface TourSetResults {
  machine: string
  /** No plan that leaves out none but optional customers costs less. */
  bounds: Record<
    string,
    { bound: number; kind: string; routes: number; relaxed: readonly string[]; seconds: number }
  >
  /** From nothing; levels by the checker, null without a valid plan. */
  runs: {
    engine: string
    instance: string
    seconds: number
    workers: number
    seed: number
    levels: readonly number[] | null
  }[]
}

export function compareLevels(a: readonly number[], b: readonly number[]): number {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return a[k]! - b[k]!
  return 0
}

/** Cost stands before the longest day, changes and wishes. */
export const costLevel = (levels: readonly number[]): number => levels.at(-4)!

const leftOut = (levels: readonly number[]): readonly number[] => levels.slice(0, -4)

const mean = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length
const percent = (list: readonly number[]) =>
  list.length === 0 ? '–' : `${(mean(list) * 100).toFixed(2)} %`

/** One instance with all that is stored of it. */
interface Case {
  entry: TourSetIndexEntry
  plan: TourSetPlan | undefined
  bound: number | null
  runs: TourSetResults['runs']
}

/** How much dearer than our best plan; null where it leaves out more than that. */
const gapOf = (levels: readonly number[], plan: TourSetPlan): number | null =>
  compareLevels(leftOut(levels), leftOut(plan.levels)) > 0
    ? null
    : costLevel(levels) / costLevel(plan.levels) - 1

/** A bound of cost says nothing of a plan that would cost less if it left out more: those are told apart. */
const gapToBound = ({ plan, bound }: Case): number | null =>
  plan && bound !== null && bound > 0 && leftOut(plan.levels).every((n) => n === 0)
    ? 1 - bound / costLevel(plan.levels)
    : null

function row(family: string, cases: readonly Case[]): string {
  const span = (of: (entry: TourSetIndexEntry) => number) => {
    const list = cases.map((c) => of(c.entry))
    return `${Math.min(...list)}–${Math.max(...list)}`
  }
  const runs = cases.flatMap((c) =>
    c.plan ? c.runs.map(({ levels }) => ({ levels, plan: c.plan! })) : [],
  )
  const valid = runs.flatMap(({ levels, plan }) => (levels ? [{ levels, plan }] : []))
  const gaps = valid.flatMap(({ levels, plan }) => gapOf(levels, plan) ?? [])
  const toBound = cases.flatMap((c) => gapToBound(c) ?? [])
  const proved = toBound.filter((gap) => gap <= 1e-9).length
  return `| KS-${family} | ${cases.length} | ${span((e) => e.places)} | ${span((e) => e.days)} | ${span((e) => e.visits)} | ${cases.filter((c) => c.plan).length} | ${percent(gaps)} (${gaps.length}) | ${valid.length - gaps.length} | ${runs.length - valid.length} | ${percent(toBound)} (${toBound.length}) | ${proved} |`
}

async function read<T>(file: string, otherwise: T): Promise<T> {
  return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as T) : otherwise
}

/** Our own set by family: how near ten seconds come to our best plans, and these to what is proved. */
export async function tourSetSection(folder = 'bench/tour-set'): Promise<string> {
  const index = await read<TourSetIndexEntry[]>(`${folder}/index.json`, [])
  const results = await read<TourSetResults>(`${folder}/results.json`, {
    machine: '–',
    bounds: {},
    runs: [],
  })
  const cases: Case[] = []
  for (const entry of index)
    cases.push({
      entry,
      plan: await read<TourSetPlan | undefined>(`${folder}/plans/${entry.name}.json`, undefined),
      bound: results.bounds[entry.name]?.bound ?? null,
      runs: results.runs.filter((run) => run.instance === entry.name && run.seconds === 10),
    })
  const families = Map.groupBy(cases, (c) => c.entry.family)
  const spent = cases.flatMap((c) => c.plan?.seconds ?? [])
  const engines = [...new Set(results.runs.map((run) => run.engine))].join(', ') || '–'
  return [
    '## Our own set of periodic tours',
    '',
    'Instances, plans and how to measure oneself: [docs/tour-set.md](tour-set.md). Made by `node bench/tour-set.ts`; levels by the checker.',
    'Gap at 10 s: cost of runs from nothing above our best stored plan, where they leave out no more (runs in brackets). Gap to the bound: how',
    'far the best plan may be from the optimum at most, where nothing is left out (instances in brackets). The best plans so far',
    `come from runs of ${Math.min(...spent)} to ${Math.max(...spent)} s (clock, shared machine), so gaps to them say little yet; only “proved” are optima. Machine: ${results.machine}; engine ${engines}.`,
    '',
    '| family | instances | places | days | visits | with a plan | gap at 10 s | leave out more | no valid plan | gap to the bound | proved |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
    ...[...families].map(([family, list]) => row(family, list)),
    '',
  ].join('\n')
}
