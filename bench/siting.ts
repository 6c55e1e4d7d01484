/**
 * Published location instances against the siting searches. Each result is stored with the engine's version in
 * bench/siting-results.json, so that a run may be broken off and taken up again:
 *   node bench/siting.ts --run [--family pmed,cwl] [--sample 3] [--seconds 60] [--seed 1] [--only scp4]
 * `--sample N` takes every Nth instance; without `--seconds` each family has the time of its bar. With `--cpu` the seconds
 * are CPU seconds of all threads together, for machines shared with others. Without `--run` nothing is run and the
 * stored figures are told.
 */
import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { checkSited } from '@kuashan/core/check/check-sited.ts'
import { readLocation } from '@kuashan/core/planner/formats/location/read-location.ts'
import { checkLocation } from '@kuashan/core/planner/siting/check-location.ts'
import { sitingVersion, solveSiting } from '@kuashan/core/planner/siting/solve-siting.ts'
import { sitingRun } from '@kuashan/engine/siting/siting-run.ts'
import { withAskedSites } from '../apps/cli/src/asked-sites.ts'
import { benchmarksPage } from '../scripts/generate/benchmarks-page.ts'
import { machine } from '../scripts/generate/machine.ts'
import {
  type SitingResults,
  type SitingRunResult,
  sitingGap,
} from '../scripts/generate/siting-section.ts'
import { tell } from './report-figures.ts'
import { cpuRun, cpuSeconds } from './siting/cpu-run.ts'
import { casesOf, families, type SitingCase } from './siting/family.ts'

const root = fileURLToPath(new URL('../../shared/bench', import.meta.url))
const resultsFile = fileURLToPath(new URL('siting-results.json', import.meta.url))
const pageFile = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url))
const { values } = parseArgs({
  options: {
    run: { type: 'boolean', default: false },
    seconds: { type: 'string' },
    family: { type: 'string' },
    only: { type: 'string', default: '' },
    sample: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    cpu: { type: 'boolean', default: false },
  },
})

const results: SitingResults = existsSync(resultsFile)
  ? JSON.parse(await readFile(resultsFile, 'utf8'))
  : { machine: machine(), runs: [] }

async function store(): Promise<void> {
  await writeFile(`${resultsFile}.new`, `${JSON.stringify(results, null, 1)}\n`)
  await rename(`${resultsFile}.new`, resultsFile)
  await writeFile(pageFile, await benchmarksPage())
}

async function solve(bench: SitingCase, seconds: number, seed: number): Promise<SitingRunResult> {
  const started = performance.timeOrigin + performance.now()
  const cpuBefore = cpuSeconds()
  const name = basename(bench.file)
  const read = readLocation(await readFile(bench.file, 'latin1'), name, bench)
  const instance = read.instance && withAskedSites(read.instance, bench)
  const findings = [
    ...read.findings,
    ...(instance ? checkLocation(instance, bench.kind, name) : []),
  ]
  if (!instance || findings.length > 0)
    throw new Error(`${bench.file}: ${JSON.stringify(findings[0])}`)
  const run = values.cpu
    ? cpuRun(seed, seconds)
    : sitingRun({ seed, deadline: started + seconds * 1000 })
  const sited = await solveSiting(instance, bench.kind, run)
  const checked = sited && checkSited(instance, bench.kind, sited)
  const took = values.cpu
    ? cpuSeconds() - cpuBefore
    : (performance.timeOrigin + performance.now() - started) / 1000
  return {
    engine: sitingVersion,
    clock: values.cpu ? 'cpu' : 'wall',
    family: bench.family,
    instance: bench.instance,
    seconds,
    seed,
    cost: checked && checked.findings.length === 0 ? checked.cost : null,
    bound: sited && Number.isFinite(sited.bound) ? sited.bound : null,
    optimal: sited?.optimal ?? false,
    took: Math.round(took * 100) / 100,
    best: bench.best,
    proven: bench.proven,
  }
}

async function runAll(): Promise<void> {
  const [sample, seed] = [Number(values.sample), Number(values.seed)]
  const asked = values.family?.split(',') ?? Object.keys(families)
  const unknown = asked.filter((family) => !(family in families))
  if (unknown.length > 0) {
    console.error(
      `no such family: ${unknown.join(', ')}; there are ${Object.keys(families).join(', ')}`,
    )
    process.exit(2)
  }
  const orders = asked.flatMap((family) => {
    const seconds = values.seconds ? Number(values.seconds) : families[family]!.seconds
    return casesOf(root, family)
      .filter((bench) => bench.instance.startsWith(values.only))
      .filter((_, k) => k % sample === 0)
      .map((bench) => ({ bench, seconds }))
  })
  const open = orders.filter(
    ({ bench, seconds }) =>
      !results.runs.some(
        (r) =>
          r.engine === sitingVersion &&
          r.family === bench.family &&
          r.instance === bench.instance &&
          r.seconds === seconds &&
          (r.clock === 'cpu') === values.cpu &&
          r.seed === seed,
      ),
  )
  for (const [k, { bench, seconds }] of open.entries()) {
    const done = await solve(bench, seconds, seed)
    results.runs.push(done)
    results.machine = machine()
    await store()
    const gap = sitingGap(done)
    console.error(
      `${k + 1}/${open.length} ${bench.family} ${bench.instance}: ${done.cost ?? 'none'} (${gap === null ? '–' : `${gap.toFixed(3)} %`}${done.optimal ? ', proved' : ''}) in ${done.took} s`,
    )
  }
}

if (values.run) await runAll()
const figures: Record<string, number> = {}
for (const [family, runs] of Map.groupBy(results.runs, (r) => r.family)) {
  const gaps = runs.map(sitingGap).filter((gap) => gap !== null)
  if (gaps.length > 0)
    figures[`siting-${family}/gap`] =
      Math.round((gaps.reduce((a, b) => a + b, 0) / gaps.length) * 1000) / 1000
}
tell(figures)
