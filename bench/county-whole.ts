/** Raw files of the demo county (seed 1) to a checked plan and its report; two workers. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { floorsByReach, reachOfShortages } from '@kuashan/core/planner/explain/shortage-reach.ts'
import { worldOf } from '@kuashan/core/planner/explain/world.ts'
import { demo } from '../apps/cli/src/commands/demo.ts'
import { openCounty, travelOf } from '../apps/cli/src/open-county.ts'
import { planCounty } from '../apps/cli/src/plan-county.ts'
import { createTerminal } from '../apps/cli/src/terminal.ts'
import { formats, writeReports } from '../apps/cli/src/write-reports.ts'
import { cpuSeconds, peakMemory, secondsSince, tell } from './report-figures.ts'

const session = {
  terminal: createTerminal({ language: 'en', json: true }),
  signal: new AbortController().signal,
}
const quiet = console.log
console.log = () => {}
const folder = await mkdtemp(join(tmpdir(), 'kuashan-bench-'))
await demo(folder, { size: 'county', seed: 1 }, session)

const started = performance.now()
const { input, findings } = await openCounty(folder, session)
if (!input) throw new Error(`the demo county does not import: ${JSON.stringify(findings[0])}`)
const imported = secondsSince(started)
const { travel } = await travelOf(input, session, { workers: 2 })
const travelled = secondsSince(started)
const planning = performance.now()
const first = await planCounty(
  input,
  travel,
  { mode: 'least-cost', seed: 1, budget: { iterations: 1 }, workers: 2 },
  session,
)
const firstPlan = secondsSince(planning)
const cpuBefore = cpuSeconds()
const made = await planCounty(
  input,
  travel,
  { mode: 'least-cost', seed: 1, budget: { seconds: 15 }, workers: 2 },
  session,
)
const planned = secondsSince(started) - firstPlan
const planCpu = cpuSeconds() - cpuBefore
await writeReports(
  { input, travel, plan: made.plan, checked: made.checked, importFindings: findings },
  join(folder, 'report'),
  formats,
  ['zh', 'en'],
)
const whole = secondsSince(started) - firstPlan
const peak = peakMemory()
const missed = floorsByReach(reachOfShortages(worldOf(input, travel), made.plan))
await rm(folder, { recursive: true, force: true })
console.log = quiet
tell({
  'county-whole/seconds': Math.round(whole * 100) / 100,
  'county-whole/memory': peak,
  'county-first-plan/seconds': firstPlan,
  'county-import/seconds': imported,
  'county-travel/seconds': Math.round((travelled - imported) * 100) / 100,
  'county-report/seconds': Math.round((whole - planned) * 100) / 100,
  'county-first-plan/valid': first.checked.verdict === 'valid' ? 1 : 0,
  'county-plan/seconds': Math.round((planned - travelled) * 100) / 100,
  'county-plan/cpu-seconds': Math.round(planCpu * 100) / 100,
  'county-plan/valid': made.checked.verdict === 'valid' ? 1 : 0,
  'county-plan/floors-missed': missed.never + missed.beyond + missed['held-back'],
  'county-plan/floors-within-reach-missed': missed['held-back'],
})
