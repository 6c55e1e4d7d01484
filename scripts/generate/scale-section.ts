/** One stored run of `bench/tours-scale.ts`. */
export interface ScaleRun {
  engine: string
  kind: string
  size: number
  /** Iterations asked for and made, over all workers. */
  asked: number
  iterations: number
  /** CPU seconds of all threads. */
  seconds: number
  wall: number
  /** Peak, megabytes. */
  memory: number
  /** Recomputed by the checker; null when no valid solution was found. */
  cost: number | null
}

export interface ScaleResults {
  machine: string
  runs: ScaleRun[]
}

/** Whether a run came to within 2 % of the long run. */
export const isNear = (run: ScaleRun, long: ScaleRun): boolean =>
  run.cost !== null && long.cost !== null && run.cost <= long.cost * 1.02

interface Scale {
  kind: string
  size: number
  long: ScaleRun
  /** The cheapest run near enough; absent where none was. */
  near?: ScaleRun
  /** Largest budget tried below the long run's. */
  tried: number
}

function scalesOf(runs: readonly ScaleRun[]): Scale[] {
  const groups = Map.groupBy(runs, (r) => `${r.kind} ${String(r.size).padStart(6, '0')}`)
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, list]) => {
      const sorted = [...list].sort((a, b) => a.asked - b.asked)
      const long = sorted.at(-1)!
      const near = sorted.find((r) => r !== long && isNear(r, long))
      const tried = sorted.at(-2)?.asked ?? 0
      return { kind: long.kind, size: long.size, long, tried, ...(near ? { near } : {}) }
    })
}

/** Least-squares slope of log time against log size; null with fewer than three sizes. */
function slopeOf(scales: readonly Scale[]): number | null {
  const points = scales.flatMap(({ size, near }) =>
    near ? [[Math.log(size), Math.log(near.seconds)] as const] : [],
  )
  if (points.length < 3) return null
  const mean = (k: 0 | 1) => points.reduce((sum, p) => sum + p[k], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const over = points.reduce((sum, p) => sum + (p[0] - x) * (p[1] - y), 0)
  return over / points.reduce((sum, p) => sum + (p[0] - x) ** 2, 0)
}

/** Figures for the table of ceilings. */
export function scaleFigures(runs: readonly ScaleRun[]): Record<string, number> {
  const figures: Record<string, number> = {}
  const scales = scalesOf(runs)
  for (const [kind, list] of Map.groupBy(scales, (s) => s.kind)) {
    const slope = slopeOf(list)
    if (slope !== null) figures[`tours-scale-${kind}/slope`] = Math.round(slope * 100) / 100
    const large = slopeOf(list.filter((s) => s.size >= 700))
    if (large !== null)
      figures[`tours-scale-${kind}/slope-from-700`] = Math.round(large * 100) / 100
    for (const { size, long } of list)
      if (size === 2000 || size === 20_000)
        figures[`tours-scale-${kind}/memory-${size}`] = long.memory
  }
  return figures
}

/** The table of time and memory by size. */
export const scaleSection = ({ machine, runs }: ScaleResults): string =>
  [
    '## Tours: time and memory by size',
    '',
    'Made by `node bench/tours-scale.ts`: seeded instances, one seed, 2 workers, costs recomputed by the checker. `cvrp`: one depot, load, ten',
    'stops a route; `county`: a depot and six vehicles for a hundred villages, five days, eight-hour shifts, five stops a route. The long run',
    'has 400 iterations a stop, at least 300,000; time to within 2 % of it is that of the smallest of 1/96, 1/48 … 1/3 of its budget that',
    'gets there, in CPU seconds of all threads with packing and starting the workers. Sizes up to 20,000 that are missing were not run yet. An iteration takes about ten stops out and puts them back.',
    `Machine: ${machine}.`,
    '',
    '| instances | stops | long run | its CPU time | within 2 % after | iterations a CPU second | peak memory | engine |',
    '|---|---|---|---|---|---|---|---|',
    ...scalesOf(runs).map(row),
    '',
  ].join('\n')

function row({ kind, size, long, near, tried }: Scale): string {
  const cost = long.cost === null ? 'none valid' : Math.round(long.cost).toLocaleString('en')
  const within = near
    ? `${near.seconds} CPU s (${near.asked} iterations)`
    : `not within ${tried} iterations`
  const rate = Math.round(long.iterations / long.seconds / 100) * 100
  return `| ${kind} | ${size} | ${cost} | ${long.seconds} s | ${within} | ${rate.toLocaleString('en')} | ${long.memory} MB | ${long.engine} |`
}
