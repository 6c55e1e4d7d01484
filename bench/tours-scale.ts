/**
 * Time and memory of the tour engine by size, on seeded instances (`tours/scale-instance.ts`), 70 to 20,000 stops. Budgets are
 * iterations and time is CPU time of all threads, so that other programs disturb little. For each size one long run, then
 * budgets of 1/96, 1/48 … of it until one comes to within 2 % of its length. Every run is a process of its own and is stored
 * in bench/tours-scale-results.json with the engine's version, so that a run may be broken off and taken up again:
 *   node bench/tours-scale.ts [--kind cvrp|county] [--most 20000]
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { checkRoutes } from '@kuashan/core/check/check-routes.ts'
import { partsVersion } from '@kuashan/core/planner/tours/parts/part-size.ts'
import { searchVersion } from '@kuashan/core/planner/tours/search/anneal.ts'
import { solveRouting } from '@kuashan/engine/search/solve-routing.ts'
import { benchmarksPage } from '../scripts/generate/benchmarks-page.ts'
import { machine } from '../scripts/generate/machine.ts'
import {
  isNear,
  type ScaleResults,
  type ScaleRun,
  scaleFigures,
} from '../scripts/generate/scale-section.ts'
import { peakMemory, tell } from './report-figures.ts'
import { type ScaleKind, scaleKinds } from './tours/scale-instance.ts'

const here = fileURLToPath(import.meta.url)
const resultsFile = fileURLToPath(new URL('./tours-scale-results.json', import.meta.url))
const pageFile = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url))
const engine = `${searchVersion} ${partsVersion}`
const sizes = [70, 200, 700, 2000, 7000, 20_000]
const seed = 1
const workers = 2
/** Iterations of the long run for each stop; small instances get more, as thousands are needed to begin with. */
const longIterations = (size: number): number => Math.max(300_000, 400 * size)
const shares = [96, 48, 24, 12, 6, 3]

const { values } = parseArgs({
  options: {
    kind: { type: 'string' },
    most: { type: 'string', default: '20000' },
    one: { type: 'string' },
    iterations: { type: 'string', default: '0' },
  },
})

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** One run in this process, told as JSON on the last line. */
async function solveOne(kind: ScaleKind, size: number, iterations: number): Promise<ScaleRun> {
  const instance = scaleKinds[kind](size)
  const [cpu, clock] = [cpuSeconds(), performance.now()]
  const solved = await solveRouting(instance, {
    budget: { iterations: Math.round(iterations / workers) },
    seed,
    workers,
  })
  const seconds = cpuSeconds() - cpu
  const wall = (performance.now() - clock) / 1000
  const memory = peakMemory()
  const { feasible, cost } = checkRoutes(instance, solved.solution)
  return {
    engine,
    kind,
    size,
    asked: iterations,
    iterations: solved.iterations,
    seconds: Math.round(seconds * 100) / 100,
    wall: Math.round(wall * 100) / 100,
    memory,
    cost: feasible ? cost : null,
  }
}

const results: ScaleResults = existsSync(resultsFile)
  ? JSON.parse(await readFile(resultsFile, 'utf8'))
  : { machine: machine(), runs: [] }

/** The stored run, or a new one in a process of its own, stored at once. */
async function runOf(kind: ScaleKind, size: number, iterations: number): Promise<ScaleRun> {
  const stored = results.runs.find(
    (r) => r.engine === engine && r.kind === kind && r.size === size && r.asked === iterations,
  )
  if (stored) return stored
  const { stdout } = await promisify(execFile)(process.execPath, [
    here,
    '--one',
    `${kind} ${size}`,
    '--iterations',
    String(iterations),
  ])
  const run = JSON.parse(stdout.trim().split('\n').at(-1)!) as ScaleRun
  results.runs = [...results.runs.filter((r) => r.engine === engine), run]
  results.machine = machine()
  await writeFile(`${resultsFile}.new`, `${JSON.stringify(results, null, 1)}\n`)
  await rename(`${resultsFile}.new`, resultsFile)
  await writeFile(pageFile, await benchmarksPage())
  console.error(
    `${kind} ${size}, ${iterations} iterations: ${run.cost ?? 'none'}, ${run.seconds} CPU s, ${run.memory} MB`,
  )
  return run
}

async function measure(kind: ScaleKind, size: number): Promise<void> {
  const long = await runOf(kind, size, longIterations(size))
  for (const share of shares) {
    const run = await runOf(kind, size, Math.round(longIterations(size) / share))
    if (isNear(run, long)) return
  }
}

if (values.one) {
  const [kind, size] = values.one.split(' ') as [ScaleKind, string]
  console.log(JSON.stringify(await solveOne(kind, Number(size), Number(values.iterations))))
} else {
  const kinds = (Object.keys(scaleKinds) as ScaleKind[]).filter(
    (kind) => !values.kind || kind === values.kind,
  )
  for (const size of sizes.filter((s) => s <= Number(values.most)))
    for (const kind of kinds) await measure(kind, size)
  tell(scaleFigures(results.runs))
}
