import type { ComparisonSide } from '@kuashan/contract/comparisons.ts'
import type { Job } from '@kuashan/contract/jobs.ts'
import type { PlanFile } from '@kuashan/contract/plan-files.ts'
import { PlanInFull } from '@kuashan/contract/plans.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { Change } from '@kuashan/core/plan/change.ts'
import type { PlanEdit } from '@kuashan/core/plan/plan-edit.ts'
import { unpackArchive } from '@kuashan/engine/files/archive.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Caller,
  ended,
  type Office,
  openOffice,
  type Said,
  takeFile,
} from './office.fixture.ts'

let office: Office
let planner: Caller
let county: string
let plan: string
beforeAll(async () => {
  office = await openOffice()
  county = office.county
  planner = await office.as('planner')
  plan = (await resultOf(await planner(routes.plans.start, start('春季方案')))).result!
}, 120_000)
afterAll(() => office.close())

const start = (name: string, scenario?: string) => ({
  params: { county },
  body: {
    name,
    mode: 'least-cost' as const,
    seconds: 1,
    seed: 1,
    ...(scenario ? { scenario } : {}),
  },
})

/** Waits for the work that an answer tells of. */
async function resultOf({ data }: { data: Job }): Promise<Job> {
  const job = await ended(planner, county, data.id)
  expect(job).toMatchObject({ state: 'done', findings: [] })
  return job
}

const of = () => ({ county, plan })
const full = async () => planner(routes.plans.get, { params: of(), query: {} })
const codes = (said: Said<never>) =>
  (said.data as unknown as { findings: { code: string; at: { path?: string } }[] }).findings

const body = (edits: PlanEdit[]) => ({ edits, note: '' })
const oneVan: Change = { do: 'add-vehicles-like', likeOf: '', count: 1 }

describe('scenarios', () => {
  test('are saved only where every change can be made, and findings name the change', async () => {
    const { data: places } = await full()
    const likeOf = places.plan.tours[0]!.vehicle
    const body = { name: '加一辆车', changes: [{ ...oneVan, likeOf }] }
    const wrong: Change = { do: 'remove-vehicle', vehicle: '没有的车' }
    const refused = await planner(routes.scenarios.create, {
      params: { county },
      body: { ...body, changes: [...body.changes, wrong] },
    })
    expect([refused.status, refused.code]).toEqual([422, 'change-names-nothing'])
    expect(codes(refused as Said<never>)[0]!.at.path).toBe('changes.1')
    expect((await planner(routes.scenarios.list, { params: { county } })).data).toEqual([])
    const made = await planner(routes.scenarios.create, { params: { county }, body })
    const params = { county, scenario: made.data.id }
    const job = await resultOf(await planner(routes.plans.start, start('加车', made.data.id)))
    const under = await planner(routes.plans.get, {
      params: { county, plan: job.result! },
      query: {},
    })
    expect(under.data.line).toMatchObject({ scenario: made.data.id, verdict: 'valid' })
    const saved = { ...body, name: '再加一辆' }
    const second = { params, body: saved, version: made.version }
    expect((await planner(routes.scenarios.save, second)).data.name).toBe('再加一辆')
    expect((await planner(routes.scenarios.save, second)).code).toBe('store-stale')
    const { version } = await planner(routes.scenarios.get, { params })
    expect((await planner(routes.scenarios.drop, { params, version })).status).toBe(204)
    expect((await planner(routes.scenarios.list, { params: { county } })).data).toEqual([])
    expect(
      (await planner(routes.plans.get, { params: { county, plan: job.result! }, query: {} }))
        .status,
    ).toBe(200)
  })
})

describe('a comparison', () => {
  test('of today with a plan names who wins, and asked twice is one job', async () => {
    const body = { a: { of: 'today' } as ComparisonSide, b: { of: 'plan', plan } as ComparisonSide }
    const asked = await planner(routes.comparisons.start, { params: { county }, body })
    const job = await resultOf(asked)
    const { data } = await planner(routes.comparisons.get, {
      params: { county, job: job.result! },
    })
    expect(data.met.b).toBeGreaterThan(data.met.a)
    expect(data.better.length).toBeGreaterThan(0)
    expect(data.names[data.better[0]!.settlement]!.zh).not.toBe(data.better[0]!.settlement)
    const { plan: document } = (await full()).data
    expect(data.costs.b).toEqual(document.costs.plan)
    const leader = await office.as('leader')
    const again = await leader(routes.comparisons.start, { params: { county }, body })
    expect(again.data).toMatchObject({ id: job.id, state: 'done' })
  })
})

describe('a plan', () => {
  test('says why a settlement is served as it is', async () => {
    const { assignments } = (await full()).data.plan
    const { settlement, service } = assignments.find((a) => a.mode === 'vehicle')!
    const question = { about: 'need', settlement, service } as const
    const asked = { params: of(), body: question }
    const job = await resultOf(await planner(routes.explanations.start, asked))
    const { data } = await planner(routes.explanations.get, {
      params: { county, job: job.result! },
    })
    if (data.about !== 'need') throw new Error('asked for a need')
    expect(data).toMatchObject({ settlement, service, decided: true })
    const chosen = data.ways.filter((way) => way.chosen)
    expect(chosen.map((way) => way.mode)).toContain('vehicle')
    expect(chosen[0]!.said.zh).toContain('所选')
    expect(chosen[0]!.said.en).toContain('chosen')
  })

  test('says what its floors cost', async () => {
    const asked = { params: of(), body: { about: 'floors' } as const }
    const job = await resultOf(await planner(routes.explanations.start, asked))
    const { data } = await planner(routes.explanations.get, {
      params: { county, job: job.result! },
    })
    if (data.about !== 'floors') throw new Error('asked for floors')
    expect(Math.max(...data.floors.map((floor) => floor.value))).toBeGreaterThan(0)
  })

  test('is edited by hand: tried, saved, checked, locked, undone to the byte', async () => {
    const before = await full()
    const [tour] = before.data.plan.tours
    const visit = tour!.visits[0]!.id
    const drop = [{ do: 'drop-visit' as const, visit }]
    const tried = await planner(routes.planEdits.try, { params: of(), body: { edits: drop } })
    expect(tried.data.after.costs.cashFen).toBeLessThanOrEqual(tried.data.before.costs.cashFen)
    expect((await full()).version).toBe(before.version)
    const save = (edits: PlanEdit[], version: string) =>
      planner(routes.planEdits.edit, { params: of(), body: body(edits), version })
    const locked = await save([{ do: 'lock', visit }], before.version)
    expect(locked.data.plan.locked).toContain(visit)
    // The saved document is sent as it is: nothing in it that the contract does not know.
    expect(PlanInFull.parse(locked.data)).toEqual(locked.data)
    expect(locked.data).toEqual((await full()).data)
    const list = await planner(routes.plans.list, { params: { county } })
    expect(list.data).toContainEqual(locked.data.line)
    const refused = await save(drop, locked.version)
    expect([refused.status, refused.code]).toEqual([422, 'edit-locked'])
    expect(codes(refused as Said<never>)[0]!.at.path).toBe('edits.0')
    const dropped = await save([{ do: 'unlock', visit }, ...drop], locked.version)
    expect(dropped.data.plan.tours.flatMap((t) => t.visits.map((v) => v.id))).not.toContain(visit)
    expect((await save(drop, locked.version)).code).toBe('store-stale')
    const undo = (version: string) => planner(routes.planEdits.undo, { params: of(), version })
    const once = await undo(dropped.version)
    expect(once.data.plan).toEqual(locked.data.plan)
    const twice = await undo(once.version)
    expect(twice.data.plan).toEqual(before.data.plan)
    expect((await undo(twice.version)).code).toBe('edit-nothing-to-undo')
    const saves = await planner(routes.planEdits.versions, { params: of() })
    expect(saves.data).toHaveLength(5)
  })

  test('is re-planned when a vehicle breaks down; the chosen way is a new draft', async () => {
    const { data } = await full()
    const tour = data.plan.tours[Math.floor(data.plan.tours.length / 2)]!
    const down: Change = {
      do: 'vehicle-down',
      vehicle: tour.vehicle,
      from: tour.date,
      to: tour.date,
    }
    const replan = (changes: Change[]) =>
      planner(routes.replans.start, {
        params: of(),
        body: { changes, today: tour.date, locks: [] },
      })
    const job = await resultOf(await replan([down]))
    const params = { county, job: job.result! }
    const menu = await planner(routes.replans.get, { params })
    expect(menu.data.touched.map((t) => t.tour)).toContain(tour.id)
    expect(menu.data.menu.map((a) => a.kind)).toEqual(['fewest', 'cheapest', 'floors'])
    const chosen = await planner(routes.replans.choose, {
      params,
      body: { kind: 'fewest', name: '车坏了' },
    })
    expect(chosen.data.line).toMatchObject({ base: plan, step: 'draft', name: '车坏了' })
    expect(chosen.data.line.verdict).toBe(menu.data.menu[0]!.verdict)
    const out = chosen.data.plan.tours.filter((t) => t.date === tour.date)
    expect(out.map((t) => t.vehicle)).not.toContain(tour.vehicle)
    const nothing = await resultOf(await replan([{ ...down, vehicle: '没有的车' }]))
    const none = await planner(routes.replans.get, { params: { county, job: nothing.result! } })
    expect(none.data).toMatchObject({ provisional: null, menu: [] })
    expect(none.data.findings.map((f) => f.code)).toContain('change-names-nothing')
  }, 60_000)

  test('is taken away as report, workbook, map, calendars and the notice of a village', async () => {
    const take = async (file: PlanFile) => {
      const said = await takeFile(planner, county, plan, file)
      expect(said.status).toBe(200)
      return said
    }
    const report = await take('report.zh.html')
    expect(report.type).toContain('text/html')
    expect(report.bytes.toString()).toContain('独立检查通过')
    expect(report.bytes.toString()).not.toContain('审图号')
    const shown = { approval: '浙S(2025)12号', maker: '', minZoom: 0, maxZoom: 14 }
    const address = 'http://10.1.1.5/{z}/{x}/{y}.png'
    const administrator = await office.as('administrator')
    await administrator(routes.mapSource.set, {
      params: { county },
      body: { source: { kind: 'address', address, ...shown } },
      version: '"0"',
    })
    expect((await take('report.zh.html')).bytes.toString()).toContain('审图号：浙S(2025)12号')
    const book = await take('plan.en.xlsx')
    const parts = unpackArchive(book.bytes).files.map((part) => part.path)
    expect(parts).toContain('xl/workbook.xml')
    const map = JSON.parse((await take('plan.geojson')).bytes.toString())
    expect(map.features.length).toBeGreaterThan(0)
    const [feed] = unpackArchive((await take('calendars.zh.zip')).bytes).files
    expect(Buffer.from(feed!.bytes).toString()).toContain('BEGIN:VEVENT')
    const notice = await planner(routes.planFiles.notice, {
      params: { ...of(), village: feed!.path.replace('.ics', ''), language: 'zh' },
    })
    expect(notice.bytes.toString()).toContain('还没定')
    const nowhere = { ...of(), village: '331199999999', language: 'en' as const }
    expect((await planner(routes.planFiles.notice, { params: nowhere })).status).toBe(404)
  })
})
