/**
 * `npm run bench [-- NAME …] [--runs N]`: runs the seeded benchmarks, each several times in a process of its own,
 * and writes docs/benchmarks.md. Fails when the median of a figure is above its ceiling.
 */
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BenchResults, benchmarksPage, type Ceilings } from './generate/benchmarks-page.ts'
import { machine } from './generate/machine.ts'
import { runTool } from './run-tool.ts'

const folder = 'bench'
/** `tours`, `tours-scale` and `tour-set` take long and are started by themselves. */
const notBenches = ['report-figures.ts', 'siting.ts', 'tours.ts', 'tours-scale.ts', 'tour-set.ts']
const resultsFile = 'bench/results.json'
const args = process.argv.slice(2)
const runsAt = args.indexOf('--runs')
const runs = runsAt >= 0 ? Number(args[runsAt + 1]) : 3
const asked = args.filter((a, k) => !a.startsWith('--') && k !== runsAt + 1)
const all = readdirSync(folder)
  .filter((f) => f.endsWith('.ts') && !notBenches.includes(f))
  .map((f) => f.slice(0, -3))
const names = asked.length > 0 ? asked : all

const unknown = names.filter((n) => !existsSync(join(folder, `${n}.ts`)))
if (unknown.length > 0) {
  console.error(`no such benchmark: ${unknown.join(', ')}; there are ${all.join(', ')}`)
  process.exit(2)
}

const ceilings = JSON.parse(await readFile(join(folder, 'ceilings.json'), 'utf8')) as Ceilings
const results: BenchResults = existsSync(resultsFile)
  ? JSON.parse(await readFile(resultsFile, 'utf8'))
  : { machine: machine(), figures: {} }
results.machine = machine()
let failed = 0
for (const name of names) {
  const values = new Map<string, number[]>()
  for (let run = 1; run <= runs; run++) {
    const { code, output } = await runTool(process.execPath, [join(folder, `${name}.ts`)])
    const line = output
      .trim()
      .split('\n')
      .findLast((l) => l.startsWith('{'))
    if (code !== 0 || !line) {
      console.error(`${name}: run ${run} failed\n${output}`)
      failed += 1
      break
    }
    console.log(`${name} ${run}/${runs} ${line}`)
    for (const [figure, value] of Object.entries(JSON.parse(line) as Record<string, number>))
      values.set(figure, [...(values.get(figure) ?? []), value])
  }
  for (const [figure, list] of values) results.figures[figure] = list
}
await mkdir('docs', { recursive: true })
await writeFile(resultsFile, `${JSON.stringify(results, null, 1)}\n`)
await writeFile('docs/benchmarks.md', await benchmarksPage())

const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] as number
for (const [figure, { ceiling, unit }] of Object.entries(ceilings)) {
  const list = results.figures[figure]
  if (!list?.length || median(list) <= ceiling) continue
  failed += 1
  console.error(`${figure}: ${median(list)} ${unit} is above the ceiling of ${ceiling} ${unit}`)
}
process.exitCode = failed === 0 ? 0 : 1
