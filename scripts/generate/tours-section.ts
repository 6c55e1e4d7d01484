/** One stored run of `bench/tours.ts`. */
export interface TourRun {
  engine: string
  family: string
  instance: string
  seconds: number
  workers: number
  seed: number
  /** The seconds are processor time of each worker’s thread, as others used the machine. */
  processor?: true
  /** Recomputed by the checker; null when no valid solution was found. */
  cost: number | null
  best: number
  iterations: number
}

export interface TourResults {
  machine: string
  runs: TourRun[]
}

/** Percent above (below, for prizes) the best-known value; null without a valid solution. */
export const gapOf = (run: TourRun): number | null =>
  run.cost === null
    ? null
    : ((run.cost - run.best) / run.best) * 100 * (run.family === 'toptw' ? -1 : 1)

const mean = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length

/** Groups of runs that were made alike, in order of family and time. */
function groups(runs: readonly TourRun[]): TourRun[][] {
  const found = new Map<string, TourRun[]>()
  for (const run of runs) {
    const key = [run.family, String(run.seconds).padStart(6, '0'), run.workers, run.engine].join(
      '|',
    )
    found.set(key, [...(found.get(key) ?? []), run])
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, list]) => list)
}

function row(runs: readonly TourRun[]): string {
  const byInstance = Map.groupBy(runs, (run) => run.instance)
  const gaps = [...byInstance].flatMap(([instance, list]) => {
    const known = list.map(gapOf).filter((gap) => gap !== null)
    return known.length > 0 ? [{ instance, gap: mean(known) }] : []
  })
  const worst = gaps.reduce((a, b) => (b.gap > a.gap ? b : a), { instance: '–', gap: -Infinity })
  const { family, seconds, workers, engine } = runs[0] as TourRun
  const seeds = new Set(runs.map((run) => run.seed)).size
  const failed = runs.filter((run) => run.cost === null).length
  const shown = (gap: number) => (Number.isFinite(gap) ? `${gap.toFixed(2)} %` : '–')
  const turns = Math.round(mean(runs.map((run) => run.iterations / run.seconds)))
  const average = gaps.length > 0 ? mean(gaps.map((g) => g.gap)) : Number.NaN
  return `| ${family} | ${seconds} s | ${byInstance.size} | ${seeds} | ${workers} | ${shown(average)} | ${shown(worst.gap)} (${worst.instance}) | ${failed} | ${turns} | ${engine} |`
}

/** The tables of the tour engine: gap to best known by family and time. */
export const toursSection = ({ machine, runs }: TourResults): string =>
  [
    '## Tours: gap to the best-known values',
    '',
    'Made by `npm run bench:tours`; costs recomputed by the checker in each family’s own convention; `toptw` is the share of profit missing',
    'against the listed heuristic (negative: more). Only the instances and times shown were run. A turn takes about ten customers out and puts each back in the',
    'best of all places, patterns included.',
    `Machine: ${machine}. ${runs.filter((run) => run.processor).length} of the ${runs.length} runs were made while others used the machine: there each`,
    'worker had its seconds as processor time of its own thread, which a quiet machine gives in the same seconds of the clock.',
    '',
    '| family | time | instances | seeds | workers | mean gap | worst gap | no valid solution | turns a second | engine |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...groups(runs).map(row),
    '',
  ].join('\n')
