import { routes } from '@kuashan/contract/routes.ts'
import { useLink } from '@kuashan/store/accounts/links.ts'
import { sealAudit } from '@kuashan/store/audit/seal.ts'
import { ownCaller } from '@kuashan/store/database/caller.ts'
import { withClient } from '@kuashan/store/database/connect.ts'
import { registerPerson } from '@kuashan/store/queries/people.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, ended, type Office, openOffice } from './office.fixture.ts'

let office: Office
let administrator: Caller
let planner: Caller
let auditor: Caller
let county: string
beforeAll(async () => {
  office = await openOffice()
  county = office.county
  administrator = await office.as('administrator')
  planner = await office.as('planner')
  auditor = await office.as('auditor')
}, 120_000)
afterAll(() => office.close())

const password = 'steward goes over the mountain'
const meOf = async (call: Caller) => (await call(routes.session.me, { params: {} })).data

describe('an administrator', () => {
  const given = { role: 'township' as const, area: '331199101', purposes: ['planning' as const] }
  const grant = { ...given, until: null }

  test('adds somebody by a one-time link, changes what they may do, and closes the account', async () => {
    const added = await administrator(routes.accounts.add, {
      params: { county },
      body: { login: 'steward', name: `'; DROP TABLE x; --<b>`, department: null, grants: [grant] },
    })
    const { account, token } = added.data
    expect(account).toMatchObject({ name: `'; DROP TABLE x; --<b>`, grants: [grant] })
    await useLink(office.store, token, password, Date.now())
    await expect(useLink(office.store, token, password, Date.now())).rejects.toMatchObject({
      finding: { code: 'link-not-valid' },
    })
    const newcomer = await office.as('steward')
    expect((await meOf(newcomer)).grants).toEqual([given])

    const params = { county, account: account.id }
    const wider = { ...grant, role: 'department' as const, area: '' }
    const change = (version: number) =>
      administrator(routes.accounts.grant, { params, body: [wider], version: `"${version}"` })
    const changed = await change(account.version)
    expect(changed.data.grants).toEqual([wider])
    const { until: _, ...now } = wider
    expect((await meOf(newcomer)).grants).toEqual([now])
    expect(await change(account.version)).toMatchObject({ status: 412, code: 'store-stale' })

    const { version } = changed
    expect(await administrator(routes.accounts.close, { params, version })).toMatchObject({
      status: 204,
    })
    expect(await newcomer(routes.session.me, { params: {} })).toMatchObject({ status: 401 })
    const listed = await administrator(routes.accounts.list, { params: { county } })
    expect(listed.data.find(({ login }) => login === 'steward')).toMatchObject({ state: 'closed' })
    expect(await administrator(routes.accounts.invite, { params })).toMatchObject({ status: 404 })
  })

  test('cannot close their own account nor give up their own office', async () => {
    const { account } = await meOf(administrator)
    const params = { county, account }
    const own = { status: 403, code: 'account-own' }
    expect(await administrator(routes.accounts.close, { params, version: '"1"' })).toMatchObject(
      own,
    )
    expect(
      await administrator(routes.accounts.grant, { params, body: [grant], version: '"1"' }),
    ).toMatchObject(own)
  })
})

/** What a call comes to that waits for the job, which seals at the same moment. */
async function whileSealing<T>(call: () => Promise<T>): Promise<T> {
  const [sealed, asked] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const sealing = office.store.as(ownCaller(county, 'sealer'), async (access) => {
    await sealAudit(access)
    sealed.resolve()
    await asked.promise
  })
  await sealed.promise
  const answer = call()
  const waits = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
  await expect
    .poll(() => withClient(office.store.adminUrl, async (c) => (await c.query(waits)).rowCount))
    .toBe(1)
  asked.resolve()
  await sealing
  return answer
}

describe('an auditor', () => {
  test('sees who did what and who looked at whom and why; the chain verifies, and no longer once touched', async () => {
    const { account } = await meOf(planner)
    const why = { why: '走访核对', role: 'steward' as const, purpose: 'delivery' as const }
    const register = (name: string) =>
      office.store.as({ county, account, area: '', ...why }, (access) =>
        registerPerson(access, { division: '331199101201', name }, '2026-01-01' as never),
      )
    await register('雷某')
    const { data } = await auditor(routes.audit.lines, { params: { county }, query: {} })
    const line = data.lines.find(({ table }) => table === 'person')
    expect(line).toMatchObject({ account, who: '规划员', why: '走访核对', sealed: false })
    expect(data.lines.some(({ action }) => action === 'accept')).toBe(true)
    expect(JSON.stringify(data)).not.toContain('雷某')
    const one = await auditor(routes.audit.lines, {
      params: { county },
      query: { table: 'person', from: '2020-01-01', to: '2999-01-01' },
    })
    expect(one.data.lines.map(({ id }) => id)).toEqual([line!.id])

    const verify = (anchor: { seal: number; hash: string } | null) =>
      auditor(routes.audit.verify, { params: { county }, body: { anchor } })
    const first = (await verify(null)).data
    expect(first).toMatchObject({ whole: true, broken: [] })
    expect(first.lines).toBeGreaterThan(5)
    await register('雷二')
    expect(await whileSealing(() => verify(first.last))).toMatchObject({ data: { whole: true } })
    const other = { seal: 1, hash: '0'.repeat(64) }
    expect((await verify(other)).data.broken).toMatchObject([{ problem: 'chain-cut' }])
    await withClient(office.store.adminUrl, (client) =>
      client.query(`UPDATE kuashan.audit_entry SET why = '' WHERE entry = '${line!.id}'`),
    )
    const touched = (await verify(null)).data
    expect(touched.whole).toBe(false)
    expect(touched.broken[0]).toMatchObject({ problem: 'entry-changed', entry: line!.id })
  })

  test('looks into an emergency afterwards, once', async () => {
    const department = await office.as('department')
    const body = { area: '331199101', reason: '山洪，需联系独居老人', minutes: 30 }
    await department(routes.session.breakGlass, { params: { county }, body })
    const open = async () => (await auditor(routes.audit.emergencies, { params: { county } })).data
    const [emergency] = await open()
    expect(emergency).toMatchObject({ who: '卫健局', area: '331199101', reason: body.reason })
    const review = () =>
      auditor(routes.audit.review, {
        params: { county, emergency: emergency!.id },
        body: { review: '情况属实' },
      })
    expect((await review()).status).toBe(204)
    expect(await open()).toEqual([])
    expect((await review()).status).toBe(404)
  })
})

describe('the goal tree', () => {
  const goal = {
    id: 'health',
    parent: null,
    name: { zh: '人人就近看病', en: '' },
    indicators: [
      { name: { zh: '达标率', en: '' }, figure: 'coverage.MED-01', target: 0.95, by: '2027-12-31' },
    ],
    services: ['MED-01'],
  }
  test('is offered with three goals; kept by version; an indicator traces to services and records; a goal with no live one is an error (A118)', async () => {
    const before = await planner(routes.goals.get, { params: { county } })
    expect(before).toMatchObject({ version: '"0"', data: [] })
    const set = (goals: object[], version: string) =>
      planner(routes.goals.set, { params: { county }, body: goals as never, version })
    const starting = await planner(routes.goals.starting, { params: { county } })
    expect(starting.data.map(({ id }) => id)).toEqual(['jobs', 'education', 'security'])
    const ring = { ...goal, parent: 'health' }
    const bare = { ...goal, indicators: [] }
    expect(await set([bare], before.version)).toMatchObject({
      status: 422,
      code: 'goal-without-indicator',
    })
    expect(await set([ring], before.version)).toMatchObject({ status: 422, code: 'goal-in-ring' })
    const all = [goal, ...starting.data]
    const saved = await set(all, before.version)
    expect(saved.data[0]!.indicators[0]!.read).toBeNull()
    expect(await set([], before.version)).toMatchObject({ status: 412, code: 'store-stale' })
    const { data: job } = await planner(routes.measures.start, { params: { county } })
    await ended(planner, county, job.id)
    const latest = await planner(routes.measures.latest, { params: { county } })
    const of = latest.data.coverage.services.find(({ key }) => key === 'MED-01')!
    const { data: now } = await planner(routes.goals.get, { params: { county } })
    expect(now[0]!.indicators[0]!.read).toEqual({
      share: of.share,
      services: [{ service: 'MED-01', records: of.cells, recordsMet: of.cellsMet }],
      people: of.entitled,
      peopleMet: of.met,
      records: of.cells,
      recordsMet: of.cellsMet,
    })
    expect(now.flatMap(({ findings }) => findings)).toEqual([])
    const jobs = now[1]!.indicators[0]!
    expect(jobs.read!.services.map(({ service }) => service)).toEqual([
      'EMP-01',
      'EMP-02',
      'EMP-03',
      'EMP-04',
    ])
    expect(jobs.yearly.map(({ year }) => year)).toEqual([2026, 2027, 2028])
    expect(jobs.targetThisYear).toBe(jobs.yearly[0]!.target)
  })
})

describe('the fleet register', () => {
  test('keeps papers and checks with their days: what has run out stops a vehicle', async () => {
    const entry = {
      vehicle: null,
      plate: '浙K·A0001',
      kind: 'clinic-van',
      owner: '卫健局',
      licenceUntil: '2027-06-30',
      inspectionUntil: '2026-12-31',
      insuranceUntil: '2027-06-30',
      fitOut: { ultrasound: '2027-03-01' },
      state: 'in-service' as const,
      seats: null,
      coldBox: false,
      driver: '',
      home: '',
      hours: [],
    }
    const entered = await planner(routes.fleet.enter, { params: { county }, body: entry })
    expect(entered).toMatchObject({ status: 200, data: { ...entry, version: 1 } })
    const on = async (day: string) =>
      (await auditor(routes.fleet.list, { params: { county }, query: { on: day } })).data
    expect((await on('2026-12-31'))[0]!.blockedBy).toEqual([])
    expect((await on('2027-01-01'))[0]!.blockedBy).toEqual(['inspection'])
    expect((await on('2027-03-02'))[0]!.blockedBy).toEqual(['inspection', 'ultrasound'])
    const params = { county, vehicle: entered.data.id }
    const body = { ...entry, inspectionUntil: '2027-12-31' }
    const save = () => planner(routes.fleet.save, { params, body, version: entered.version })
    expect(await save()).toMatchObject({ status: 200, version: '"2"' })
    expect(await save()).toMatchObject({ status: 412, code: 'store-stale' })
    expect((await on('2027-01-01'))[0]!.blockedBy).toEqual([])
    const twin = await planner(routes.fleet.enter, { params: { county }, body: entry })
    expect(twin).toMatchObject({ status: 409, code: 'store-already-there' })
  })
})

test('without a sign-in provider there is no button and no way to leave for one', async () => {
  const name = await planner(routes.session.provider, { params: {} })
  expect(name.data).toEqual({ name: null })
  const away = await planner(routes.session.leave, { params: {}, body: { county } })
  expect(away).toMatchObject({ status: 404, code: 'provider-not-set-up' })
})

test('colleagues know each other by name, and nothing else of each other', async () => {
  const { account } = await meOf(administrator)
  const { data } = await planner(routes.accounts.names, { params: { county } })
  expect(data).toContainEqual({ id: account, name: '管理员' })
  expect(JSON.stringify(data)).not.toContain('administrator')
  expect((await planner(routes.accounts.list, { params: { county } })).status).toBe(403)
})
