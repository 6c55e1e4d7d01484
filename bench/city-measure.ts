/** The demo city (nine counties, seed 1): files on disk to a measured gap list; two workers. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measure } from '@kuashan/core/access/measure.ts'
import { supplyToday } from '@kuashan/core/access/supply-today.ts'
import { demo } from '../apps/cli/src/commands/demo.ts'
import { openCounty, travelOf } from '../apps/cli/src/open-county.ts'
import { createTerminal } from '../apps/cli/src/terminal.ts'
import { peakMemory, secondsSince, tell } from './report-figures.ts'

const session = {
  terminal: createTerminal({ language: 'en', json: true }),
  signal: new AbortController().signal,
}
const quiet = console.log
console.log = () => {}
const folder = await mkdtemp(join(tmpdir(), 'kuashan-bench-'))
await demo(folder, { size: 'city', seed: 1 }, session)

const started = performance.now()
const { input, findings } = await openCounty(folder, session)
if (!input) throw new Error(`the demo city does not import: ${JSON.stringify(findings[0])}`)
const imported = secondsSince(started)
const { travel } = await travelOf(input, session, { workers: 2, vehicle: false })
const travelled = secondsSince(started)
const { county, catalogue } = input
const measurement = measure({
  county,
  catalogue,
  travel: travel.base,
  supply: supplyToday(county, catalogue),
  asOf: county.settings.asOf,
})
const whole = secondsSince(started)
await rm(folder, { recursive: true, force: true })
console.log = quiet
tell({
  'city-measure/seconds': whole,
  'city-measure/memory': peakMemory(),
  'city-import/seconds': imported,
  'city-travel/seconds': Math.round((travelled - imported) * 100) / 100,
  'city-measure/cells': measurement.cells.length,
})
