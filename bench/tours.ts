/**
 * Published routing instances against the tour engine. Each result is stored with the engine's version in
 * bench/tours-results.json, so that a run may be broken off and taken up again:
 *   node bench/tours.ts --seconds 10 [--family pvrp,mdvrp] [--sample 3] [--seeds 3] [--workers 2] [--processor]
 * `--sample N` takes every Nth instance. `--processor` gives each worker so many seconds of its own thread's processor time, for
 * machines that others use too; what is solved in parts goes by the clock and is left out then. Without `--seconds` nothing is run and the stored figures are told.
 */
import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { checkRoutes } from '@kuashan/core/check/check-routes.ts'
import { readInstance } from '@kuashan/core/planner/formats/read-instance.ts'
import { worthCutting } from '@kuashan/core/planner/tours/parts/part-size.ts'
import { searchVersion } from '@kuashan/core/planner/tours/search/anneal.ts'
import { solveRouting } from '@kuashan/engine/search/solve-routing.ts'
import { withAsked } from '../apps/cli/src/asked-instance.ts'
import { benchmarksPage } from '../scripts/generate/benchmarks-page.ts'
import { machine } from '../scripts/generate/machine.ts'
import { gapOf, type TourResults, type TourRun } from '../scripts/generate/tours-section.ts'
import { tell } from './report-figures.ts'
import { type BenchCase, casesOf, families } from './tours/family.ts'

const root = fileURLToPath(new URL('../../shared/bench', import.meta.url))
const resultsFile = fileURLToPath(new URL('./tours-results.json', import.meta.url))
const pageFile = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url))

const { values } = parseArgs({
  options: {
    seconds: { type: 'string' },
    family: { type: 'string' },
    sample: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '3' },
    workers: { type: 'string', default: '2' },
    processor: { type: 'boolean', default: false },
  },
})

const results: TourResults = existsSync(resultsFile)
  ? JSON.parse(await readFile(resultsFile, 'utf8'))
  : { machine: machine(), runs: [] }

async function store(): Promise<void> {
  await writeFile(`${resultsFile}.new`, `${JSON.stringify(results, null, 1)}\n`)
  await rename(`${resultsFile}.new`, resultsFile)
  await writeFile(pageFile, await benchmarksPage())
}

async function solve(
  bench: BenchCase,
  seconds: number,
  workers: number,
  seed: number,
): Promise<TourRun | null> {
  const started = performance.timeOrigin + performance.now()
  const read = readInstance(await readFile(bench.file, 'utf8'), basename(bench.file))
  if (!read.instance) throw new Error(`${bench.file}: ${JSON.stringify(read.findings[0])}`)
  const instance = withAsked(read.instance, {
    ...(bench.vehicles ? { vehicles: bench.vehicles } : {}),
  })
  if (values.processor && worthCutting(instance)) return null
  const { solution, iterations } = await solveRouting(instance, {
    budget: {
      started,
      deadline: started + seconds * 1000,
      ...(values.processor ? { processor: true as const } : {}),
    },
    seed,
    workers,
  })
  const checked = checkRoutes(instance, solution)
  return {
    engine: searchVersion,
    family: bench.family,
    instance: bench.instance,
    seconds,
    workers,
    seed,
    ...(values.processor ? { processor: true as const } : {}),
    cost: checked.feasible ? checked.cost : null,
    best: bench.best,
    iterations,
  }
}

async function run(seconds: number): Promise<void> {
  const [sample, seeds, workers] = [values.sample, values.seeds, values.workers].map(Number) as [
    number,
    number,
    number,
  ]
  const asked = values.family?.split(',') ?? Object.keys(families)
  const unknown = asked.filter((family) => !(family in families))
  if (unknown.length > 0) {
    console.error(
      `no such family: ${unknown.join(', ')}; there are ${Object.keys(families).join(', ')}`,
    )
    process.exit(2)
  }
  const cases = asked.flatMap((family) => casesOf(root, family).filter((_, k) => k % sample === 0))
  const orders = cases.flatMap((bench) =>
    Array.from({ length: seeds }, (_, k) => ({ bench, seed: k + 1 })),
  )
  const open = orders.filter(
    ({ bench, seed }) =>
      !results.runs.some(
        (r) =>
          r.engine === searchVersion &&
          r.family === bench.family &&
          r.instance === bench.instance &&
          r.seconds === seconds &&
          r.workers === workers &&
          r.seed === seed,
      ),
  )
  for (const [k, { bench, seed }] of open.entries()) {
    const done = await solve(bench, seconds, workers, seed)
    if (done === null) continue
    results.runs.push(done)
    results.machine = machine()
    await store()
    const gap = gapOf(done)
    console.error(
      `${k + 1}/${open.length} ${bench.family} ${bench.instance} seed ${seed}: ${done.cost?.toFixed(2) ?? 'none'} (${gap === null ? '–' : `${gap.toFixed(2)} %`})`,
    )
  }
}

if (values.seconds) await run(Number(values.seconds))
const figures: Record<string, number> = {}
for (const [key, runs] of Map.groupBy(results.runs, (r) => `tours-${r.family}-${r.seconds}s/gap`)) {
  const gaps = runs.map(gapOf).filter((gap) => gap !== null)
  if (gaps.length > 0)
    figures[key] = Math.round((gaps.reduce((a, b) => a + b, 0) / gaps.length) * 100) / 100
}
tell(figures)
