/**
 * Re-planning the demo county (seed 1): the published plan is open, then something happens. The first answer counts from
 * the change to the provisional fix, the way round the closure included; the menu to three plans judged by the
 * independent checker. The slowest of three closed roads (seeds 1 to 3) and a vehicle that is down; one worker.
 */
import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { random } from '@kuashan/core/kernel/random.ts'
import type { Change } from '@kuashan/core/plan/change.ts'
import { planCounty } from '@kuashan/engine/planning/plan-county.ts'
import { replanDesk } from '@kuashan/engine/planning/replan-desk.ts'
import { yearTravel } from '@kuashan/engine/travel/county-travel.ts'
import { peakMemory, secondsSince, tell } from './report-figures.ts'

const signal = new AbortController().signal
const input = demoCounty({ size: 'county', seed: 1 })
const { travel } = await yearTravel(input, { workers: 2 })
const { plan } = await planCounty(input, travel, {
  mode: 'least-cost',
  seed: 1,
  budget: { iterations: 300 },
  workers: 2,
  signal,
})
const opening = performance.now()
const desk = await replanDesk(input, plan, { workers: 1 })
const opened = secondsSince(opening)

const [from, to] = [PlainDate.parse('2026-10-12'), PlainDate.parse('2026-10-23')]
const today = PlainDate.parse('2026-10-08')
const names = [...new Set(input.roads!.ways.flatMap((w) => (w.footOnly ? [] : (w.name ?? []))))]
const down = plan.tours.find((t) => t.date >= from)!.vehicle

/** The first road, in an order by seed, on which a tour of these days depends. */
async function answered(order: readonly string[]) {
  for (const way of order) {
    const started = performance.now()
    const answer = await desk.first({
      changes: [{ do: 'close-road', way, from, to }],
      today,
      locks: [],
    })
    const seconds = secondsSince(started)
    if ((answer.first?.broken.causes.size ?? 0) > 0) return { answer, seconds }
  }
  throw new Error('no road matters to this plan')
}

async function vehicleDown() {
  const change: Change = { do: 'vehicle-down', vehicle: down, from, to }
  const started = performance.now()
  const answer = await desk.first({ changes: [change], today, locks: [] })
  return { answer, seconds: secondsSince(started) }
}

let [first, whole, broken, dropped] = [0, 0, 0, 0]
const events = [1, 2, 3].map((seed) => () => answered(random(seed).shuffle(names)))
for (const happens of [...events, vehicleDown]) {
  const { answer, seconds } = await happens()
  const started = performance.now()
  const until = started + 6_000
  const { menu } = desk.menu(answer, {
    seed: 1,
    iterations: 400,
    stop: (share) => performance.now() >= started + share * (until - started),
  })
  first = Math.max(first, seconds)
  whole = Math.max(whole, seconds + secondsSince(started))
  broken += menu.filter((a) => a.checked.verdict === 'broken').length
  dropped += answer.first!.broken.causes.size
}
await desk.close()
tell({
  'replan-first/seconds': first,
  'replan-menu/seconds': Math.round(whole * 100) / 100,
  'replan-open/seconds': opened,
  'replan-whole/seconds': Math.round((opened + whole) * 100) / 100,
  'replan/plans-refused': broken,
  'replan/visits-dropped': dropped,
  'replan/memory': peakMemory(),
})
