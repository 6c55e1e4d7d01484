import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { routes } from '@kuashan/contract/routes.ts'
import { useLink } from '@kuashan/store/accounts/links.ts'
import { withClient } from '@kuashan/store/database/connect.ts'
import { getPlan, savePlan } from '@kuashan/store/queries/plans.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPlan } from './county/open-plan.ts'
import {
  type Caller,
  ended,
  example,
  type Office,
  openOffice,
  passwordOf,
  setUpFor,
  signedInto,
} from './office.fixture.ts'

let office: Office
let planner: Caller
let county: string
let plan: string
const planOf = { name: '春季方案', mode: 'least-cost', seconds: 1, seed: 1 } as const

async function madePlan(call: Caller, of: string): Promise<string> {
  const { data } = await call(routes.plans.start, { params: { county: of }, body: planOf })
  return (await ended(call, of, data.id)).result!
}

beforeAll(async () => {
  office = await openOffice()
  county = office.county
  planner = await office.as('planner')
  plan = await madePlan(planner, county)
}, 120_000)
afterAll(() => office.close())

const full = (call = planner) => call(routes.plans.get, { params: { county, plan }, query: {} })
const lock = (call: Caller, visit: string, version: string) =>
  call(routes.planEdits.edit, {
    params: { county, plan },
    body: { edits: [{ do: 'lock', visit }], note: '' },
    version,
  })

test('two planners who edit one plan at once: one is saved, the other is told and loses nothing', async () => {
  const administrator = await office.as('administrator')
  const grants = [
    { role: 'planner' as const, area: '', purposes: ['planning' as const], until: null },
  ]
  const added = await administrator(routes.accounts.add, {
    params: { county },
    body: { login: 'second', name: '第二位', department: null, grants },
  })
  await useLink(office.store, added.data.token, passwordOf('second'), Date.now())
  const second = await office.as('second')
  const { data, version } = await full()
  const visits = data.plan.tours.flatMap((tour) => tour.visits.map(({ id }) => id))
  const [mine, theirs] = [visits[0]!, visits.at(-1)!]
  const answers = await Promise.all([lock(planner, mine, version), lock(second, theirs, version)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  expect(answers.find(({ status }) => status === 412)!.code).toBe('store-stale')
  const saved = await full(second)
  const won = answers[0]!.status === 200 ? mine : theirs
  expect(saved.data.plan.locked).toEqual([won])
  const [late, visit] = won === mine ? ([second, theirs] as const) : ([planner, mine] as const)
  const again = await lock(late, visit, saved.version)
  expect(again.data.plan.locked?.toSorted()).toEqual([mine, theirs].sort())
})

test('a session that ends in the middle of an edit: nothing is saved, and the same edit is after signing in again', async () => {
  const { data, version } = await full()
  const visit = data.plan.tours[1]!.visits[0]!.id
  await withClient(office.store.adminUrl, (client) =>
    client.query(`UPDATE kuashan.session SET expires_at = now() - interval '1 second'`),
  )
  expect(await lock(planner, visit, version)).toMatchObject({ status: 401, code: 'session-over' })
  planner = await office.as('planner')
  expect((await full()).version).toBe(version)
  expect(await lock(planner, visit, version)).toMatchObject({ status: 200 })
})

test('a save that was read and then came to nothing is not shown in place of the one that was saved', async () => {
  const { data: before } = await full()
  const { rows } = await withClient(office.store.adminUrl, (client) =>
    client.query('SELECT made_by FROM kuashan.plan WHERE plan = $1', [plan]),
  )
  const by = { account: String(rows[0].made_by), role: 'planner', purpose: 'planning' } as const
  const caller = { ...by, county, area: '', why: '' }
  const save = (locked: string[], end: () => void) =>
    office.store.as(caller, async (access) => {
      const { version } = await getPlan(access, plan)
      const document = JSON.stringify({ ...before.plan, locked })
      await savePlan(access, plan, version, { document, findings: [], note: '' })
      const read = await readPlan(access, plan)
      end()
      return read.plan.locked
    })
  const visits = before.plan.tours.flatMap((tour) => tour.visits.map(({ id }) => id))
  const fail = () => {
    throw new Error('the line was cut')
  }
  await expect(save(visits.slice(0, 1), fail)).rejects.toThrow('the line was cut')
  expect(await save(visits.slice(0, 2), () => {})).toEqual(visits.slice(0, 2))
  expect((await full()).data.plan.locked).toEqual(visits.slice(0, 2))
})

test('a plan or scenario of another county does not exist, wherever its id is put', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'other-county-'))
  await cp(example, folder, { recursive: true })
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const text = (await readFile(path, 'latin1')).replaceAll('331199', '331198')
    await writeFile(path, text, 'latin1')
  }
  const elsewhere = await setUpFor(office.store, folder)
  await rm(folder, { recursive: true })
  const stranger = await signedInto(office.app, elsewhere, 'planner')
  const { data: scenario } = await planner(routes.scenarios.create, {
    params: { county },
    body: {
      name: '加车',
      changes: [
        { do: 'add-vehicles-like', likeOf: (await full()).data.plan.tours[0]!.vehicle, count: 1 },
      ],
    },
  })
  const params = { county: elsewhere, plan }
  const version = '"1"'
  const body = { edits: [{ do: 'lock' as const, visit: 'x' }], note: '' }
  const side = { of: 'plan', plan } as const
  const answers = [
    await stranger(routes.plans.get, { params, query: {} }),
    await stranger(routes.plans.rename, { params, body: { name: 'x' }, version }),
    await stranger(routes.plans.step, { params, body: { to: 'comments', note: 'x' }, version }),
    await stranger(routes.planEdits.edit, { params, body, version }),
    await stranger(routes.planEdits.undo, { params, version }),
    await stranger(routes.planFiles.document, { params }),
    await stranger(routes.planFiles.make, { params, body: { file: 'plan.geojson' } }),
    await stranger(routes.comparisons.start, {
      params: { county: elsewhere },
      body: { a: side, b: side },
    }),
    await stranger(routes.plans.start, {
      params: { county: elsewhere },
      body: { ...planOf, scenario: scenario.id },
    }),
    await stranger(routes.scenarios.get, { params: { county: elsewhere, scenario: scenario.id } }),
  ]
  expect(answers.map(({ status, code }) => [status, code])).toEqual(
    answers.map(() => [404, 'store-not-found']),
  )
  expect(await stranger(routes.plans.get, { params: { county, plan }, query: {} })).toMatchObject({
    status: 403,
    code: 'not-allowed',
  })
  expect((await stranger(routes.plans.list, { params: { county: elsewhere } })).data).toEqual([])
})
