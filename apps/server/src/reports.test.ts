import { routes } from '@kuashan/contract/routes.ts'
import { headlines } from '@kuashan/core/figures/definitions/all-figures.ts'
import type { ReportAsk } from '@kuashan/core/figures/report.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, ended, type Office, openOffice } from './office.fixture.ts'

let office: Office
let planner: Caller
let county: string
let plan: string
beforeAll(async () => {
  office = await openOffice()
  county = office.county
  planner = await office.as('planner')
  const body = { name: 'G', mode: 'least-cost', seconds: 1, seed: 1 } as const
  const asked = await planner(routes.plans.start, { params: { county }, body })
  plan = (await ended(planner, county, asked.data.id)).result!
  const measuring = await planner(routes.measures.start, { params: { county } })
  await ended(planner, county, measuring.data.id)
}, 240_000)
afterAll(() => office.close())

const days = { asOf: '2026-01-01', from: '2026-01-01', to: '2026-12-31' } as Record<
  'asOf' | 'from' | 'to',
  PlainDate
>
const askFor = (figures: readonly string[], more: Partial<ReportAsk> = {}): ReportAsk => ({
  figures: [...figures],
  by: null,
  when: { ...days, cumulative: false },
  sides: [{ of: 'today' }, { of: 'plan', plan }],
  ...more,
})
const evaluate = (ask: ReportAsk) =>
  planner(routes.reports.evaluate, { params: { county }, body: ask })

describe('reports built from definitions', () => {
  test('put a plan beside today, each value the sum of the records it opens to', async () => {
    const ask = askFor(headlines.map(({ id }) => id))
    const { data } = await evaluate(ask)
    expect(data.sides.map(({ name }) => name.en)).toEqual(['Today', 'G'])
    const { data: full } = await planner(routes.plans.get, { params: { county, plan }, query: {} })
    const cash = data.rows.find(({ figure }) => figure === 'runningCost')!
    expect(cash.values.map(({ value }) => value)).toEqual([
      full.line.costs.today.cashFen,
      full.line.costs.plan.cashFen,
    ])
    for (const { figure, values } of data.rows)
      for (const [k, side] of ask.sides.entries()) {
        const body = { figure, when: ask.when, side, by: null }
        const { data: behind } = await planner(routes.reports.records, { params: { county }, body })
        expect(behind.total).toBeGreaterThan(0)
        expect(behind.top).toBeCloseTo(values[k]!.top, 6)
        expect(behind.bottom ?? null).toEqual(
          values[k]!.bottom === null ? null : expect.closeTo(values[k]!.bottom!, 6),
        )
      }
  })

  test('name keys in both languages, and say what cannot be divided', async () => {
    const { data } = await evaluate(askFor(['coverage', 'trips'], { by: 'township' }))
    expect(data.names['township 331199100000']).toEqual({ zh: '汇谷镇', en: 'Huigu Town' })
    expect(data.rows.filter(({ figure }) => figure === 'coverage')).toHaveLength(3)
    expect(data.findings.map(({ code, facts }) => [code, facts.id])).toEqual([
      ['figure-not-divided', 'trips'],
    ])
  })

  test('look back on measurements that were kept', async () => {
    const { data: kept } = await planner(routes.measures.list, { params: { county } })
    const measurement = kept[0]!.id
    const ask = askFor(['gapTownship', 'trips'], {
      by: 'service',
      sides: [{ of: 'measurement', measurement }, { of: 'today' }],
    })
    const { data } = await evaluate(ask)
    const gaps = data.rows.filter(({ figure }) => figure === 'gapTownship')
    expect(gaps.length).toBeGreaterThan(1)
    for (const { values } of gaps) expect(values[0]!.value).toEqual(values[1]!.value)
    expect(data.rows.find(({ figure }) => figure === 'trips')!.values[0]!.value).toBe(null)
    const body = { figure: 'gapTownship', when: ask.when, side: ask.sides[0]!, by: null }
    const { data: behind } = await planner(routes.reports.records, { params: { county }, body })
    const values = behind.groups.map(({ value }) => value)
    expect(behind.groups).toHaveLength(2)
    expect(values[0]! - values[1]!).toBeCloseTo(gaps[0]!.values[0]!.value!, 9)
  })

  test('refuse what is no figure, days the wrong way round and what is not there', async () => {
    expect((await evaluate(askFor(['nothing']))).code).toBe('figure-unknown')
    const turned = { ...days, from: days.to, to: days.from, cumulative: false }
    expect((await evaluate(askFor(['trips'], { when: turned }))).code).toBe('figure-days-turned')
    const other = '01900000-0000-7000-8000-000000000000'
    const missing = await evaluate(askFor(['trips'], { sides: [{ of: 'plan', plan: other }] }))
    expect([missing.status, missing.code]).toEqual([404, 'store-not-found'])
    const broken = await planner(routes.reports.file, {
      params: { county, file: 'report.en.csv' },
      query: { ask: '{"figures":' },
    })
    expect(broken.code).toBe('store-value-not-possible')
  })

  test('are taken away as a workbook and as CSV', async () => {
    const ask = JSON.stringify(askFor(['coverage', 'kilometres'], { by: 'township' }))
    const take = (file: 'report.zh.xlsx' | 'report.en.csv') =>
      planner(routes.reports.file, { params: { county, file }, query: { ask } })
    const workbook = await take('report.zh.xlsx')
    expect(workbook.type).toContain('spreadsheetml')
    expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK')
    const lines = (await take('report.en.csv')).bytes.toString('utf8').trim().split('\n')
    expect(lines[0]).toContain('Figure,Township,Unit,Today,G')
    expect(lines.find((line) => line.includes('Huigu Town'))).toMatch(
      /^Coverage,Huigu Town,share,0\.\d/,
    )
    expect(lines.at(-1)).toMatch(/^Kilometres,All,km,/)
  })

  test('are kept under a name, each save a version that stays', async () => {
    const first = { name: 'Month', ask: askFor(['trips'], { by: 'month' }) }
    const made = await planner(routes.reports.create, { params: { county }, body: first })
    const report = made.data.id
    const opened = await planner(routes.reports.get, { params: { county, report }, query: {} })
    expect(opened.data.ask).toEqual(first.ask)
    const body = { name: 'Month by month', ask: askFor(['trips', 'visits'], { by: 'month' }) }
    const save = (version: string) =>
      planner(routes.reports.save, { params: { county, report }, version, body })
    expect((await save(opened.version)).data.version).toBe(2)
    expect((await save(opened.version)).code).toBe('store-stale')
    const before = await planner(routes.reports.get, {
      params: { county, report },
      query: { version: 1 },
    })
    expect(before.data.name).toBe('Month')
    expect(before.data.versions.map(({ version }) => version)).toEqual([2, 1])
    const auditor = await office.as('auditor')
    expect((await auditor(routes.reports.list, { params: { county } })).data[0]!.name).toBe(
      'Month by month',
    )
    expect((await auditor(routes.reports.create, { params: { county }, body })).status).toBe(403)
    const version = before.version
    await planner(routes.reports.drop, { params: { county, report }, version })
    expect((await planner(routes.reports.list, { params: { county } })).data).toEqual([])
    expect(
      (await planner(routes.reports.get, { params: { county, report }, query: {} })).status,
    ).toBe(404)
  })
})
