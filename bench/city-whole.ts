/**
 * The demo city (nine counties, seed 1) with borders open: files on disk to a checked plan; two workers, 120 seconds for the search
 * of tours. Wall clock and processor time of each step, as the machine is shared.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measure } from '@kuashan/core/access/measure.ts'
import { supplyToday } from '@kuashan/core/access/supply-today.ts'
import { vehicleBounds } from '@kuashan/core/access/travel-bounds.ts'
import { placesIn, secondsAt } from '@kuashan/core/travel/read-table.ts'
import { vehicleProfile } from '@kuashan/core/travel/travel-table.ts'
import { planCounty } from '@kuashan/engine/planning/plan-county.ts'
import { demo } from '../apps/cli/src/commands/demo.ts'
import { openCounty, travelOf } from '../apps/cli/src/open-county.ts'
import { createTerminal } from '../apps/cli/src/terminal.ts'
import { cpuSeconds, peakMemory, secondsSince, tell } from './report-figures.ts'

const signal = new AbortController().signal
const session = { terminal: createTerminal({ language: 'en', json: true }), signal }
const quiet = console.log
console.log = () => {}
const folder = await mkdtemp(join(tmpdir(), 'kuashan-bench-'))
await demo(folder, { size: 'city', seed: 1 }, session)

const started = performance.now()
const cpuBefore = cpuSeconds()
const { input, findings } = await openCounty(folder, session)
if (!input) throw new Error(`the demo city does not import: ${JSON.stringify(findings[0])}`)
const imported = cpuSeconds()
const { travel } = await travelOf(input, session, { workers: 2 })
const travelled = cpuSeconds()
const travelMemory = peakMemory()
const { county, catalogue } = input
const supply = supplyToday(county, catalogue)
measure({ county, catalogue, travel: travel.base, supply, asOf: county.settings.asOf })
const measured = cpuSeconds()
const { plan, checked } = await planCounty(input, travel, {
  mode: 'least-cost',
  seed: 1,
  budget: { seconds: 120 },
  workers: 2,
  signal,
})
const whole = secondsSince(started)
const planned = cpuSeconds()
await rm(folder, { recursive: true, force: true })
console.log = quiet

/** Seconds of the longest leg between two stops of a tour: near the bound, the bound may cost something. */
function longestLeg(): number {
  const at = new Map(plan.stops.map((s) => [s.id, s.settlement]))
  const vehicles = new Map(county.vehicles.map((v) => [v.id, v]))
  const rows = new Map(Object.entries(travel.base.vehicle).map(([k, t]) => [k, placesIn(t.from)]))
  let longest = 0
  for (const { vehicle, visits } of plan.tours) {
    const profile = vehicleProfile(vehicles.get(vehicle)!)
    const row = rows.get(profile)!
    for (let k = 1; k < visits.length; k++) {
      const [a, b] = [at.get(visits[k - 1]!.stop)!, at.get(visits[k]!.stop)!]
      const seconds = secondsAt(travel.base.vehicle[profile]!, row.get(a)!, row.get(b)!)
      longest = Math.max(longest, seconds)
    }
  }
  return longest
}

const round = (seconds: number): number => Math.round(seconds * 10) / 10
tell({
  'city-whole/seconds': whole,
  'city-whole/cpu-seconds': round(planned - cpuBefore),
  'city-whole/memory': peakMemory(),
  'city-whole/valid': checked.verdict === 'valid' ? 1 : 0,
  'city-whole/import-cpu-seconds': round(imported - cpuBefore),
  'city-whole/travel-cpu-seconds': round(travelled - imported),
  'city-whole/travel-memory': travelMemory,
  'city-whole/measure-cpu-seconds': round(measured - travelled),
  'city-whole/plan-and-check-cpu-seconds': round(planned - measured),
  'city-whole/tours': plan.tours.length,
  'city-whole/people-missed': checked.figures.peopleMissed,
  'city-whole/people-due': checked.figures.peopleDue,
  'city-whole/longest-leg-seconds': longestLeg(),
  'city-whole/leg-bound-seconds': vehicleBounds(county).betweenStops,
})
