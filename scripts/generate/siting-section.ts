/** One stored run of `bench/siting.ts`. */
export interface SitingRunResult {
  engine: string
  family: string
  instance: string
  /** Of the clock where nothing says `cpu`: of all threads together. */
  clock?: 'wall' | 'cpu'
  seconds: number
  seed: number
  /** Recomputed by the checker; null when no valid answer was found. */
  cost: number | null
  bound: number | null
  optimal: boolean
  /** With reading, by the same clock. */
  took: number
  best: number
  /** The best-known value is a proven optimum. */
  proven: boolean
}

export interface SitingResults {
  machine: string
  runs: SitingRunResult[]
}

/** Percent above (below, for covering) the best-known value; null without a valid answer. */
export const sitingGap = ({ cost, best, family, instance }: SitingRunResult): number | null => {
  if (cost === null) return null
  const more = family === 'mclp' || instance.startsWith('sf_mclp')
  return ((cost - best) / best) * 100 * (more ? -1 : 1)
}

const mean = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length

function row(runs: readonly SitingRunResult[]): string {
  const { family, seconds, engine, clock } = runs[0] as SitingRunResult
  const gaps = runs.flatMap((run) => {
    const gap = sitingGap(run)
    return gap === null ? [] : [{ instance: run.instance, gap }]
  })
  const worst = gaps.reduce((a, b) => (b.gap > a.gap ? b : a), { instance: '–', gap: -Infinity })
  const known = runs.filter((run) => run.proven)
  const reached = known.filter((run) => Math.abs(sitingGap(run) ?? 1) < 1e-4).length
  const proved = runs.filter((run) => run.optimal).length
  const average = gaps.length > 0 ? `${mean(gaps.map((g) => g.gap)).toFixed(3)} %` : '–'
  const most = gaps.length > 0 ? `${worst.gap.toFixed(3)} % (${worst.instance})` : '–'
  const slowest = Math.max(...runs.map((run) => run.took)).toFixed(1)
  const unit = clock === 'cpu' ? 'CPU s' : 's'
  return `| ${family} | ${seconds} ${unit} | ${runs.length} | ${average} | ${most} | ${reached} of ${known.length} | ${proved} | ${slowest} ${unit} | ${engine} |`
}

/** The table of the siting searches: gap to best known and proofs by family and time. */
export function sitingSection({ machine, runs }: SitingResults): string {
  const groups = Map.groupBy(runs, (run) =>
    [run.family, String(run.seconds).padStart(6, '0'), run.clock ?? 'wall', run.engine].join('|'),
  )
  return [
    '## Siting: gap to the best-known values',
    '',
    'Made by `npm run bench:siting`; costs recomputed by the checker. A negative gap is better than the listed value. Only the instances',
    'and times shown were run. CPU seconds are those of all threads together, for a machine shared with others.',
    `Machine: ${machine}.`,
    '',
    '| family | time | instances | mean gap | worst gap | known optima reached | proved here | slowest | engine |',
    '|---|---|---|---|---|---|---|---|---|',
    ...[...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, list]) => row(list)),
    '',
  ].join('\n')
}
