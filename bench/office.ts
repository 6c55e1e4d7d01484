/**
 * The office on a demo county (seed 1; `node bench/office.ts city` for a city): embedded database, server in a process of
 * its own. Somebody makes the first edit of the day, for which the thread of edits opens the county and finds its travel; it
 * is told by itself. Then fifty people work for half a minute, each acting once a second on average, one act in ten a change
 * (what and how often: `office/work-of-users.ts`). Nobody clicks once a second, but a page that is opened makes several calls: fifty calls a second are fifty people who open or
 * change something every few seconds, which is about the think time of seven seconds on average that TPC-W has people take
 * on a page; and one call in fifty edits one of five plans, an edit a second, which is more than an office makes. Users do
 * with answers what browsers do with the app's (test/browser/territory.test.ts sees it): they keep them, and ask for what they
 * have by its version only. Then a browser that has seen nothing opens the map, and the list of plans. The processor time of
 * the server, of its thread that answers everybody and of the database for each call is told as well, since it hardly depends
 * on who else uses the machine. Figures of the browser need Chromium.
 */
import { loadavg } from 'node:os'
import { routes } from '@kuashan/contract/routes.ts'
import { type Random, random } from '@kuashan/core/kernel/random.ts'
import { buildWeb } from '../apps/cli/src/web-build.ts'
import { findChromium } from '../test/browser/find-chromium.ts'
import { type TimedCaller, timedCaller } from './office/caller.ts'
import { firstLoad } from './office/first-load.ts'
import { openOfficeHere } from './office/office-here.ts'
import { type Ground, reads, writes } from './office/work-of-users.ts'
import { tell } from './report-figures.ts'

const size = (process.argv[2] ?? 'county') as 'county' | 'city' | 'three-valleys'
const users = 50
const seconds = Number(process.env.KUASHAN_BENCH_SECONDS ?? 30)
const drafts = 5
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

await buildWeb()
const office = await openOfficeHere(size)
const { county, address } = office

async function ended(call: TimedCaller, job: string): Promise<string> {
  for (;;) {
    const { data } = await call(routes.jobs.get, { params: { county, job } })
    if (data.state === 'done') return data.result!
    if (data.endedAt !== null) throw new Error(JSON.stringify(data))
    await pause(250)
  }
}

async function prepare(call: TimedCaller): Promise<Ground[]> {
  const measured = await call(routes.measures.start, { params: { county }, query: {} })
  const measurement = await ended(call, measured.data.id)
  const plans: string[] = []
  for (let k = 0; k < drafts; k++) {
    const body = { name: `方案 ${k}`, mode: 'least-cost', seconds: 1, seed: k + 1 } as const
    const { data } = await call(routes.plans.start, { params: { county }, body })
    plans.push(await ended(call, data.id))
  }
  const places = await call(routes.territory.places, { params: { county } })
  const settlements = places.data.settlements.map(({ id }) => id)
  const grounds = []
  for (const plan of plans) {
    const { data } = await call(routes.plans.get, { params: { county, plan }, query: {} })
    const visits = data.plan.tours.flatMap((tour) => tour.visits.map(({ id }) => id))
    const vehicle = data.plan.tours[0]!.vehicle
    grounds.push({ county, plan, measurement, settlements, visits, vehicle })
  }
  return grounds
}

type Kind = keyof typeof times
const times = { reads: new Map<string, number[]>(), writes: new Map<string, number[]>() }
let broken = 0
let grounds: Ground[] = []

function drawn(from: typeof reads, chance: Random) {
  let left = chance.next() * 100
  const entries = Object.entries(from)
  return (
    entries.find(([, [share]]) => {
      left -= share
      return left < 0
    }) ?? entries[0]!
  )
}

async function act(kind: Kind, call: TimedCaller, ground: Ground, chance: Random): Promise<void> {
  const [name, [, doIt]] = drawn(kind === 'reads' ? reads : writes, chance)
  const { status, took } = await doIt(call, ground, chance)
  // Of two who change one thing at once, one is told so: an answer like any other.
  if (status >= 400 && status !== 412) {
    broken += 1
    console.error(name, status)
  }
  times[kind].set(name, [...(times[kind].get(name) ?? []), took])
}

async function user(call: TimedCaller, number: number, until: number): Promise<void> {
  const chance = random(number)
  const ground = grounds[number % drafts]!
  await pause(chance.next() * 1000)
  while (performance.now() < until) {
    await act(chance.next() < 0.1 ? 'writes' : 'reads', call, ground, chance)
    await pause(-Math.log(1 - chance.next()) * 1000)
  }
}

const rounded = (value: number): number => Math.round(value * 10) / 10
const share = (list: readonly number[], part: number): number =>
  rounded([...list].sort((a, b) => a - b)[Math.ceil(part * list.length) - 1] ?? 0)

try {
  const first = timedCaller(address, await office.token('planner'))
  grounds = await prepare(first)
  const edit = writes['planEdits.edit']![1]
  const { took: firstEdit } = await edit(first, grounds[0]!, random(0))
  const callers: TimedCaller[] = []
  for (let k = 0; k < users; k++) callers.push(timedCaller(address, await office.token('planner')))
  const before = office.cpu()
  const started = performance.now()
  const until = started + seconds * 1000
  await Promise.all(callers.map((call, k) => user(call, k + 1, until)))
  const spent = office.cpu()
  const all = { reads: [...times.reads.values()].flat(), writes: [...times.writes.values()].flat() }
  const calls = all.reads.length + all.writes.length
  for (const kind of ['reads', 'writes'] as const)
    for (const [name, list] of times[kind])
      console.error(name, list.length, 'p50', share(list, 0.5), 'p95', share(list, 0.95))
  const figures: Record<string, number> = {
    [`office-${size}/reads-p50`]: share(all.reads, 0.5),
    [`office-${size}/reads-p95`]: share(all.reads, 0.95),
    [`office-${size}/writes-p50`]: share(all.writes, 0.5),
    [`office-${size}/writes-p95`]: share(all.writes, 0.95),
    [`office-${size}/edits-p50`]: share(times.writes.get('planEdits.edit') ?? [], 0.5),
    [`office-${size}/first-edit`]: rounded(firstEdit),
    [`office-${size}/calls`]: calls,
    [`office-${size}/broken`]: broken,
    [`office-${size}/server-cpu-per-call`]: rounded((spent.server - before.server) / calls),
    [`office-${size}/answering-cpu-per-call`]: rounded(
      (spent.answering - before.answering) / calls,
    ),
    [`office-${size}/database-cpu-per-call`]: rounded((spent.database - before.database) / calls),
    [`office-${size}/load`]: rounded(loadavg()[0]!),
  }
  const chromium = findChromium()
  if (chromium) {
    const token = await office.token('planner')
    const at = { address, token }
    const map = { path: '/territory', selector: '[data-ready=true]' }
    const list = { path: '/plans', selector: 'table tbody tr' }
    figures[`office-${size}/map-seconds`] = (await firstLoad(chromium, { ...at, ...map })).seconds
    const plans = await firstLoad(chromium, { ...at, ...list })
    figures['office-app/first-load'] = Math.round(plans.bytes / 1000)
  }
  tell(figures)
} finally {
  await office.close()
}
