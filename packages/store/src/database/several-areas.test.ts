import { isInArea, placesOf, unionOf } from '@kuashan/core/territory/area.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RaisedConcern, raiseConcern } from '../queries/concerns.ts'
import {
  countyCode,
  somebody,
  stageThreeValleys,
  type TestStore,
  testStoreWithCounties,
} from '../store.fixture.ts'
import { withClient } from './connect.ts'
import { newId } from './new-id.ts'
import type { Tables } from './tables.generated.ts'

/** A township, a village of it, a village of another, and one where nobody here works. */
const east = '331199200'
const west = '331199100201'
const villages = ['331199200200', '331199200201', west, '331199100202']
const areas = ['', east, west, unionOf([west, east])]
const both = unionOf([west, east])

const by = somebody('planner').account!
const plan = newId()
const common = { county: countyCode, made_by: by }
/** A row in every table whose rows lie somewhere, for each village; work of every area that can ask for some. */
const rows: [keyof Tables, Record<string, unknown>[]][] = [
  ['person', villages.map((division) => ({ person: newId(), division, name: 'x' }))],
  [
    'concern',
    villages.map((division) => {
      const said = { body: 'x', people: 1, severity: 'nuisance' }
      return { concern: newId(), division, ...said }
    }),
  ],
  [
    'row_edit',
    villages.map((division) => {
      const edit = { field: 'name', reason: 'x', version: 1, table_name: 'settlements' }
      return { row_id: division, division, ...edit }
    }),
  ],
  [
    'plan_notice',
    villages.map((division) => ({ plan, division, posted_on: '2026-01-01', place: 'x' })),
  ],
  ['objection', villages.map((division) => ({ plan, objection: newId(), division, body: 'x' }))],
]
const work = areas.concat(villages[3]!, unionOf([west, villages[3]!])).map((area) => ({
  ...{
    county: countyCode,
    job: newId(),
    kind: 'export',
    work_key: `of ${area}`,
    state: 'done',
    input: {},
  },
  ...{ asked_by: newId(), asked_role: 'township', asked_area: area, asked_purpose: 'planning' },
}))

let store: TestStore
beforeAll(async () => {
  store = await testStoreWithCounties()
  await store.as(somebody('planner'), stageThreeValleys)
  await withClient(store.adminUrl, async (client) => {
    await client.query('SET session_replication_role = replica')
    const fill = [...rows, ['job', work] as const]
    for (const [table, lines] of fill)
      for (const line of lines) {
        const all = table === 'job' ? line : { ...common, ...line }
        const names = Object.keys(all)
        const values = names.map((_, k) => `$${k + 1}`)
        await client.query(
          `INSERT INTO kuashan.${table} (${names}) VALUES (${values})`,
          Object.values(all),
        )
      }
  })
})
afterAll(() => store.remove())

const clerk = (area: string) => somebody('township', { area, purpose: 'delivery', why: 'visit' })

/** Where the rows of a table lie that somebody of an area sees. */
const seenIn = (table: keyof Tables, area: string): Promise<(string | null)[]> =>
  store.as(clerk(area), async ({ db, record }) => {
    record({ action: 'look', table: 'person', subject: '*' })
    const column = table === 'job' ? 'asked_area' : 'division'
    const found = await db
      .selectFrom(table as 'person')
      .select(column as 'division')
      .execute()
    return found.map((row) => (row as Record<string, string>)[column] ?? null).sort()
  })

describe('A94: somebody with one role in several areas', () => {
  test.each([...rows.map(([table]) => table), 'county_row' as const])(
    'sees of %s what lies in any of them, and nothing else',
    async (table) => {
      const here = (await seenIn(table, '')).filter((code) => code === null || isInArea(code, both))
      expect(new Set(here.map((code) => code?.slice(0, 9)))).toEqual(
        new Set([...(here.includes(null) ? [undefined] : []), east, west.slice(0, 9)]),
      )
      expect(await seenIn(table, both)).toEqual(here)
      const apart = await Promise.all(placesOf(both).map((area) => seenIn(table, area)))
      expect(new Set(apart.flat())).toEqual(new Set(here))
      for (const one of apart) expect(one.length).toBeLessThan(here.length)
    },
  )

  test('sees work of areas that lie in theirs, each whole', async () => {
    for (const area of areas)
      expect(await seenIn('job', area)).toEqual(
        work
          .map((job) => job.asked_area)
          .filter((asked) => isInArea(asked, area))
          .sort(),
      )
  })

  test('writes in each of them and nowhere else, and the audit says where they act', async () => {
    const raise = (division: string) => {
      const said = { settlement: null, service: null, body: 'x', people: 1, saidOn: '2026-01-01' }
      const from = { severity: 'hardship', votes: 0, plan: null, objection: null } as const
      return store.as(clerk(both), (access) =>
        raiseConcern(access, { division, ...said, ...from } as RaisedConcern),
      )
    }
    const made = [await raise(villages[0]!), await raise(west)]
    await expect(raise(villages[3]!)).rejects.toMatchObject({
      finding: { code: 'store-not-allowed' },
    })
    const auditor = somebody('auditor', { purpose: 'audit' })
    const log = await store.as(auditor, ({ db }) =>
      db
        .selectFrom('audit_entry')
        .select(['subject', 'area'])
        .where('action', '=', 'raise')
        .execute(),
    )
    expect(log).toEqual(made.map((subject) => ({ subject, area: both })))
  })
})
