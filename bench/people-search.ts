/**
 * 250,000 invented people (seed 1) in the villages of the demo county, sent to an office as registers and brought in by its
 * job, then 500 searches by name, pinyin, initials and identity number, for a department over the whole county and for
 * townships over their own; each is a call to the server with its lines in the audit. CPU counts this process (server, its
 * threads) and the database's (read from /proc; 0 elsewhere); memory is the peak of this process, registers to send included.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { routes } from '@kuashan/contract/routes.ts'
import { personName } from '@kuashan/core/demo/person-name.ts'
import { syntheticIdentity } from '@kuashan/core/demo/synthetic-identity.ts'
import { addDays, type PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { random } from '@kuashan/core/kernel/random.ts'
import { openServer } from '@kuashan/server/open-server.ts'
import { openStore } from '@kuashan/store/open-store.ts'
import { spelledName } from '@kuashan/store/queries/spell-name.ts'
import {
  type Caller,
  ended,
  filesForm,
  seatWith,
  setUpFor,
} from '../apps/server/src/office.fixture.ts'
import { writeDemo } from './office/office-here.ts'
import { databaseMs, postmasterOf } from './office/processor-time.ts'
import { cpuSeconds, peakMemory, secondsSince, tell } from './report-figures.ts'

const PEOPLE = Number(process.env.KUASHAN_BENCH_PEOPLE ?? 250_000)
const SEARCHES = 500
/** Rows of one register, as a department sends them. */
const FILE = 25_000
const rng = random(1)

/** Numbers of one birthday run out at a thousand: each is given once. */
const used = new Set<string>()
function numberOf(born: PlainDate): string {
  for (;;) {
    const number = syntheticIdentity(born, rng.below(1000))
    if (!used.has(number) && used.add(number)) return number
  }
}

interface Person {
  name: string
  identityNumber: string
}
const people: readonly Person[] = Array.from({ length: PEOPLE }, () => {
  const born = addDays('1930-01-01' as PlainDate, rng.below(96 * 365))
  return { name: personName(rng), identityNumber: numberOf(born) }
})

/** A table of some of the people, each in one of the villages. */
function register(from: number, villages: readonly string[]): string {
  const rows = people.slice(from, from + FILE).map(({ name, identityNumber }, k) => {
    const care = rng.next() < 0.1 ? '独居' : ''
    return `P${from + k},${name},${identityNumber},${rng.pick(villages)},${care}`
  })
  return ['编号,姓名,身份证号,村,关爱标记', ...rows].join('\n')
}

/** What somebody types to find this person: the surname, the name, pinyin or initials whole or begun, or the number. */
function typedFor({ name, identityNumber }: Person): string {
  const { pinyin, initials } = spelledName(name)
  return rng.pick([
    name,
    name.slice(0, 1),
    name.slice(0, 2),
    pinyin,
    pinyin.slice(0, 5),
    initials,
    initials.slice(0, 2),
    identityNumber,
  ])
}

const folder = await mkdtemp(join(tmpdir(), 'kuashan-people-'))
await chmod(folder, 0o755)
await writeDemo(join(folder, 'county'), 'county')
const opened = await openStore({ folder: join(folder, 'store') })
const store = { ...opened, reopen: [], remove: opened.close }
const county = await setUpFor(store, join(folder, 'county'))
const app = await openServer({ store, cache: join(folder, 'cache'), perMinute: 100_000 })
try {
  const office = { county, store, app }
  const seat = (role: 'department' | 'township', area: string): Promise<Caller> =>
    seatWith(office, { role, area, purposes: ['delivery'] })
  const department = await seat('department', '')
  const params = { county }
  const why = 'bench'
  const places = await (
    await seatWith(office, {
      role: 'planner',
      area: '',
      purposes: ['planning'],
    })
  )(routes.territory.places, { params })
  const villages = places.data.divisions
    .filter(({ level }) => level === 'village')
    .map(({ code }) => code)
  const areas = [...new Set(villages.map((code) => code.slice(0, 9)))]
  const townships = await Promise.all(areas.map((area) => seat('township', area)))
  const postmaster = postmasterOf(join(folder, 'store/database/postmaster.pid'))
  const cpu = (): number => databaseMs(postmaster) + cpuSeconds() * 1000

  const started = performance.now()
  const before = cpu()
  for (let from = 0; from < PEOPLE; from += FILE) {
    const form = filesForm({ 'people.csv': register(from, villages) })
    const given = { params, query: { keep: 'yes' as const }, form, why }
    const { data } = await department(routes.people.import, given)
    const { state, result } = await ended(department, county, data.id)
    if (state !== 'done') throw new Error(`the register is ${state}`)
    const kept = await department(routes.people.imported, { params: { county, job: result! } })
    if (kept.data.added !== Math.min(FILE, PEOPLE - from))
      throw new Error(JSON.stringify(kept.data))
  }
  const loadSeconds = secondsSince(started)
  const loadCpu = (cpu() - before) / 1000

  const search = async (caller: Caller): Promise<[wall: number, cpu: number]> => {
    const body = { typed: typedFor(rng.pick(people)) }
    const spent = cpu()
    const asking = performance.now()
    const { status } = await caller(routes.people.search, { params, query: {}, body, why })
    const wall = performance.now() - asking
    if (status !== 200) throw new Error(`a search is answered with ${status}`)
    return [wall, cpu() - spent]
  }
  const times: [number, number][] = []
  for (let k = 0; k < SEARCHES; k++)
    times.push(await search(k % 2 === 0 ? department : rng.pick(townships)))
  const at = (of: 0 | 1, share: number): number => {
    const sorted = times.map((time) => time[of]).sort((a, b) => a - b)
    return Math.round(sorted[Math.ceil(share * SEARCHES) - 1]! * 10) / 10
  }
  tell({
    'people-load/seconds': loadSeconds,
    'people-load/cpu-seconds': Math.round(loadCpu),
    'people-load/memory': peakMemory(),
    'people-search/p50': at(0, 0.5),
    'people-search/p95': at(0, 0.95),
    'people-search/cpu-p50': at(1, 0.5),
    'people-search/cpu-p95': at(1, 0.95),
  })
} finally {
  await app.close()
  await store.close()
  await rm(folder, { recursive: true, force: true })
}
