/**
 * 250,000 invented people (seed 1) brought into the embedded database as a register is, then 500 searches by name, pinyin,
 * initials and identity number, for a department over the whole county and for a township over its own; each is one
 * transaction with its lines in the audit. CPU counts this process and the database's (read from /proc; 0 elsewhere).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { personName } from '@kuashan/core/demo/person-name.ts'
import { syntheticIdentity } from '@kuashan/core/demo/synthetic-identity.ts'
import { addDays, type PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { random } from '@kuashan/core/kernel/random.ts'
import type { RegisterRow } from '@kuashan/core/people/register-row.ts'
import { type Caller, ownCaller } from '@kuashan/store/database/caller.ts'
import { newId } from '@kuashan/store/database/new-id.ts'
import { openStore } from '@kuashan/store/open-store.ts'
import { createCounty } from '@kuashan/store/queries/counties.ts'
import { findPeople } from '@kuashan/store/queries/find-people.ts'
import { importPeople } from '@kuashan/store/queries/import-people.ts'
import { spelledName } from '@kuashan/store/queries/spell-name.ts'
import { cpuSeconds, secondsSince, tell } from './report-figures.ts'

const county = '331199000000'
const PEOPLE = Number(process.env.KUASHAN_BENCH_PEOPLE ?? 250_000)
const SEARCHES = 500
/** Rows of one import, as a township sends them. */
const FILE = 25_000
const today = '2026-11-27' as PlainDate
const rng = random(1)

/** 20 townships with 10 villages each. */
const divisionOf = (): string => `331199${101 + rng.below(20)}${201 + rng.below(10)}`

/** Numbers of one birthday run out at a thousand: each is given once. */
const used = new Set<string>()
function numberOf(born: PlainDate): string {
  for (;;) {
    const number = syntheticIdentity(born, rng.below(1000))
    if (!used.has(number) && used.add(number)) return number
  }
}

const person = (k: number): RegisterRow => {
  const birthDate = addDays('1930-01-01' as PlainDate, rng.below(96 * 365))
  return {
    registerId: `P${k}`,
    name: personName(rng),
    identityNumber: numberOf(birthDate),
    birthDate,
    birthYear: Number(birthDate.slice(0, 4)),
    division: divisionOf(),
    settlement: null,
    telephone: null,
    care: rng.next() < 0.1 ? ['livesAlone'] : [],
  }
}
const people = Array.from({ length: PEOPLE }, (_, k) => person(k))

/** What somebody types to find this person: the surname, the name, pinyin or initials whole or begun, or the number. */
function typedFor({ name, identityNumber }: RegisterRow): string {
  const { pinyin, initials } = spelledName(name)
  return rng.pick([
    name,
    name.slice(0, 1),
    name.slice(0, 2),
    pinyin,
    pinyin.slice(0, 5),
    initials,
    initials.slice(0, 2),
    identityNumber!,
  ])
}

/** Milliseconds of processor time of the database's processes so far: those that the server in this folder started. */
function databaseCpu(postmaster: string): number {
  const spent = (pid: string): number => {
    try {
      const own = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[1]
      if (own !== postmaster && pid !== postmaster) return 0
      return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
    } catch {
      return 0
    }
  }
  if (process.platform !== 'linux') return 0
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.reduce((sum, pid) => sum + spent(pid), 0)
}

const folder = await mkdtemp(join(tmpdir(), 'kuashan-people-'))
await chmod(folder, 0o755)
const store = await openStore({ folder })
try {
  await store.as(ownCaller(county, 'console'), (a) => createCounty(a, { name: '云岫县' }))
  const department: Caller = {
    county,
    account: newId(),
    role: 'department',
    area: '',
    purpose: 'delivery',
    why: 'bench',
  }
  const postmaster = readFileSync(join(folder, 'database/postmaster.pid'), 'utf8').split('\n')[0]!
  const cpu = (): number => databaseCpu(postmaster) + cpuSeconds() * 1000
  const started = performance.now()
  const before = cpu()
  for (let at = 0; at < PEOPLE; at += FILE)
    await store.as(department, (a) => importPeople(a, people.slice(at, at + FILE)))
  const loadSeconds = secondsSince(started)
  const loadCpu = (cpu() - before) / 1000

  const search = async (caller: Caller): Promise<[wall: number, cpu: number]> => {
    const text = typedFor(rng.pick(people))
    const database = databaseCpu(postmaster)
    const own = cpuSeconds()
    const asking = performance.now()
    await store.as(caller, (a) => findPeople(a, text, today))
    const wall = performance.now() - asking
    const ownMs = (cpuSeconds() - own) * 1000
    return [wall, ownMs + databaseCpu(postmaster) - database]
  }
  const times: [number, number][] = []
  for (let k = 0; k < SEARCHES; k++) {
    const area = `331199${101 + rng.below(20)}`
    const township: Caller = { ...department, role: 'township', area }
    times.push(await search(k % 2 === 0 ? department : township))
  }
  const at = (of: 0 | 1, share: number): number => {
    const sorted = times.map((time) => time[of]).sort((a, b) => a - b)
    return Math.round(sorted[Math.ceil(share * SEARCHES) - 1]! * 10) / 10
  }
  tell({
    'people-load/seconds': loadSeconds,
    'people-load/cpu-seconds': Math.round(loadCpu),
    'people-search/p50': at(0, 0.5),
    'people-search/p95': at(0, 0.95),
    'people-search/cpu-p50': at(1, 0.5),
    'people-search/cpu-p95': at(1, 0.95),
  })
} finally {
  await store.close()
  await rm(folder, { recursive: true, force: true })
}
