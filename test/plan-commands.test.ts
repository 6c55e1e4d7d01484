import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kuashan } from './run-kuashan.ts'

let home: string
let county: string
let file: string
let plan: Plan
const quick = ['--budget', '50it', '--workers', '1']
const json = async (args: readonly string[], code = 0) => {
  const done = await kuashan([...args, '--json'])
  expect([done.code, done.code === code ? '' : done.err]).toEqual([code, ''])
  return JSON.parse(done.out)
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kuashan-plans-'))
  county = join(home, 'county')
  await kuashan(['demo', county, '--size', 'three-valleys'])
  file = (await json(['plan', county, ...quick])).file
  plan = JSON.parse(await readFile(file, 'utf8'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

/** A settlement and service that a vehicle serves. */
const byVehicle = () => plan.assignments.find((a) => a.mode === 'vehicle')!

describe('explain', () => {
  test('--village names what was chosen, other ways by levels, and what floors and assumptions weigh', async () => {
    const { settlement, service } = byVehicle()
    const found = await json([
      ...['explain', file, '--village', settlement, '--service', service],
      ...['--floors', '--workers', '1'],
    ])
    const [{ why }] = found.village
    expect(why).toMatchObject({ settlement, service, decided: true })
    expect(why.ways[0]).toMatchObject({ mode: 'vehicle', chosen: true })
    const others = why.ways.filter((w: { instead?: object }) => w.instead !== undefined)
    expect(others.length).toBeGreaterThan(0)
    for (const { instead } of others) {
      const levels = instead.levels.map((l: { level: string }) => l.level)
      expect(levels).toEqual(expect.arrayContaining(['floorsMissed', 'cost', 'worstDecile']))
      const cost = instead.levels.find((l: { level: string }) => l.level === 'cost')
      expect(cost.after - cost.before).toBe(instead.value)
    }
    expect(found.floors.length).toBeGreaterThan(0)
  })

  test('without a question it says what can be asked', async () => {
    expect(await kuashan(['explain', file])).toMatchObject({ code: 2 })
  })
})

describe('plan-edit', () => {
  test('brings a village by a hired bus, is checked, and undone to the same plan', async () => {
    // Without the floor on the way: a ride takes the same roads as people do.
    const change = { do: 'drop-standard', service: 'MED-01', metric: 'maxTravelMin' }
    const scenario = { nameZh: '只看到访', nameEn: 'Visits alone', changes: [change] }
    await mkdir(join(county, 'scenarios'))
    await writeFile(join(county, 'scenarios', 'visits.yaml'), JSON.stringify(scenario))
    const made = (await json(['plan', county, '--scenario', 'visits', ...quick])).file
    const parent: Plan = JSON.parse(await readFile(made, 'utf8'))
    const [edits, out, back] = ['edits', 'edited', 'back'].map((f) => join(home, `${f}.json`))
    const pickup = '331199100204-01'
    const to = { mode: 'ride', site: 'THC-1', pickup, by: { by: 'hired' }, visits: 24 }
    const bring = { do: 'change-mode', settlement: pickup, service: 'MED-01', to }
    await writeFile(edits!, JSON.stringify([bring]))
    const one = ['--workers', '1']
    const named = ['--edits', edits!, '--name', 'by bus', '--out', out!]
    const done = await json(['plan-edit', made, ...named, ...one])
    expect(done).toMatchObject({ verdict: 'valid', origin: { edits: [bring] } })
    const edited: Plan = JSON.parse(await readFile(out!, 'utf8'))
    expect(edited.name).toBe('by bus')
    expect(edited.rides).toMatchObject([{ site: 'THC-1', by: 'hired', people: 12 }])
    expect(edited.rides[0]!.dates).toHaveLength(24)
    await json(['plan-edit', out!, '--county', county, '--undo', '--out', back!, ...one])
    const again: Plan = JSON.parse(await readFile(back!, 'utf8'))
    for (const part of ['rides', 'tours', 'assignments', 'stops', 'costs', 'shortages'] as const)
      expect(again[part]).toEqual(parent[part])
  })

  test('names the edit that cannot be made, and writes nothing', async () => {
    const edits = join(home, 'wrong.json')
    await writeFile(edits, JSON.stringify([{ do: 'drop-visit', visit: 'none' }]))
    const nowhere = join(home, 'nowhere.json')
    const args = ['plan-edit', file, '--edits', edits, '--out', nowhere, '--workers', '1']
    const { findings } = await json(args, 1)
    expect(findings).toMatchObject([{ code: 'edit-unknown-visit', at: { path: 'edits.0' } }])
    await expect(readFile(nowhere)).rejects.toThrow()
  })
})

describe('plan and compare', () => {
  test('plan --pareto gives plans that none of the others is better than, and a page', async () => {
    const dir = join(home, 'front')
    const found = await json(['plan', county, '--pareto', '2', '--out', dir, ...quick])
    const costs = found.front.map((p: { cost: number }) => p.cost)
    const missed = found.front.map((p: { missed: number }) => p.missed)
    expect(costs).toEqual([...costs].sort((a, b) => a - b))
    expect(missed).toEqual([...missed].sort((a, b) => b - a))
    for (const point of found.front) {
      const own: Plan = JSON.parse(await readFile(point.file, 'utf8'))
      expect(own.costs.plan.cashFen).toBe(point.cost)
    }
    expect(await readFile(found.page, 'utf8')).toContain('<html')
  })

  test('plan --equal-coverage puts today, all-fixed and all-mobile beside the plan', async () => {
    const own = join(home, 'equal.json')
    const { equalCoverage } = await json([
      ...['plan', county, '--equal-coverage', '--out', own],
      ...quick,
    ])
    const written: Plan = JSON.parse(await readFile(own, 'utf8'))
    expect(written.equalCoverage).toEqual(equalCoverage)
    expect(equalCoverage.rows.length).toBeGreaterThan(1)
  })

  test('compare of a plan with itself finds no winner and no loser; with an edited one the loser', async () => {
    const same = await json(['compare', file, file, ...quick])
    expect([same.better, same.worse]).toEqual([[], []])
    const { settlement, place } = byVehicle()
    const visits = plan.tours.flatMap((t) => t.visits.filter((v) => v.stop === place))
    const fewer = join(home, 'fewer.json')
    const drops = visits.flatMap((v) => ['--drop', v.id])
    await kuashan(['plan-edit', file, ...drops, '--out', fewer, '--workers', '1'])
    const { worse, better } = await json(['compare', file, fewer, ...quick])
    expect(worse.map((d: { settlement: string }) => d.settlement)).toContain(settlement)
    expect(better).toEqual([])
  })
})

describe('replan --json', () => {
  test('gives the provisional fix and a menu of three, each judged', async () => {
    const days = ['--from', '2026-06-01', '--to', '2026-06-30', '--today', '2026-05-20']
    const found = await json([
      ...['replan', file, '--close', 'north', ...days],
      ...['--iterations', '5', '--workers', '1'],
    ])
    expect(found.provisional.kind).toBeDefined()
    expect(found.menu.map((a: { kind: string }) => a.kind)).toEqual([
      'fewest',
      'cheapest',
      'floors',
    ])
    for (const { checked } of found.menu) expect(checked.verdict).toBe('valid')
  })
})

describe('site FILE --json', () => {
  test('prints cost, proof, open sites and the assignment', async () => {
    const chain = join(home, 'chain.txt')
    await writeFile(chain, '3 2 1\n1 2 5\n2 3 5\n')
    const asked = ['--format', 'pmed', '--problem', 'p-median', '--seconds', '20']
    const found = await json(['site', chain, ...asked])
    // One site in the middle of a chain of three: both ends are 5 away.
    expect(found).toMatchObject({ cost: 10, optimal: true, bound: 10, open: [2] })
    expect(found.assignment).toEqual(Array.from({ length: 3 }, () => [{ site: 2, share: 1 }]))
  })
})
