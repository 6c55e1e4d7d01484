import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { routes } from '@kuashan/contract/routes.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readParts } from './county/folder-parts.ts'
import { type Caller, ended, filesForm, type Office, openOffice } from './office.fixture.ts'

const number = '331199195203150015'
const why = '入户走访前核对'
let office: Office
let department: Caller
let county: string
let village: string
beforeAll(async () => {
  office = await openOffice()
  county = office.county
  department = await office.as('department')
  const planner = await office.as('planner')
  const places = await planner(routes.territory.places, { params: { county } })
  village = places.data.divisions.find(({ level }) => level === 'village')!.code
}, 120_000)
afterAll(() => office.close())

const csv = (...rows: string[]) => ['编号,姓名,身份证号,村,电话,关爱标记', ...rows].join('\n')
const send = (text: string, keep: 'yes' | 'no', given: { why?: string } = { why }) => {
  const form = filesForm({ 'people.csv': text })
  return department(routes.people.import, { params: { county }, query: { keep }, form, ...given })
}
const bring = async (text: string, keep: 'yes' | 'no') => {
  const { data } = await send(text, keep)
  const job = await ended(department, county, data.id)
  expect(job).toMatchObject({ kind: 'register', state: 'done', findings: [], begun: 1 })
  return department(routes.people.imported, { params: { county, job: job.result! } })
}
const find = (typed: string, given: { why?: string } = { why }) =>
  department(routes.people.search, { params: { county }, body: { typed }, ...given })

describe('a department', () => {
  test('checks a register, sees what is wrong row by row, and imports it when nothing is', async () => {
    const bad = await bring(csv(`P1,蓝小山,331199195203150016,${village},,`), 'yes')
    expect(bad.data).toMatchObject({ kept: false, errors: 1 })
    expect(bad.data.findings[0]).toMatchObject({
      code: 'identity-number-wrong',
      at: { file: 'people.csv', row: 2 },
    })
    expect((await find('lxs')).data.people).toEqual([])
    const rows = [`P1,蓝小山,${number},${village},13800000000,独居`, `P2,雷青,,${village},,`]
    expect((await bring(csv(...rows), 'no')).data).toMatchObject({ kept: false, added: 2 })
    expect((await find('lxs')).data.people).toEqual([])
    expect((await bring(csv(...rows), 'yes')).data).toMatchObject({ kept: true, added: 2 })
    expect((await bring(csv(...rows), 'yes')).data).toMatchObject({ added: 0, unchanged: 2 })
  })

  test('brings a register in with a reason, alone with what was found in it, and sealed on the disk', async () => {
    const rows = csv(`P1,蓝小山,${number},${village},13800000000,独居`)
    expect(await send(rows, 'no', {})).toMatchObject({ status: 422, code: 'store-why-needed' })
    const { data } = await send(rows, 'no')
    const job = (await ended(department, county, data.id)).id
    const folders = ['uploads', 'made'].map((kind) => join(office.store.folder, 'cache', kind))
    const lying = await Promise.all(
      folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })),
    )
    const files = lying.flat().filter((entry) => entry.isFile())
    const contents = await Promise.all(
      files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')),
    )
    expect(files.map(({ name }) => name)).toContain(job)
    for (const secret of ['蓝小山', number, 'unchanged'])
      expect(contents.filter((text) => text.includes(secret))).toEqual([])
    const planner = await office.as('planner')
    const params = { county, job }
    expect((await planner(routes.jobs.get, { params })).status).toBe(404)
    expect((await planner(routes.people.imported, { params })).status).toBe(403)
    const { data: jobs } = await planner(routes.jobs.list, { params: { county }, query: {} })
    expect(jobs.map(({ kind }) => kind)).not.toContain('register')
  })

  test('finds a person masked and looks at the whole with a reason, which the auditor reads', async () => {
    const [found] = (await find('lxs')).data.people
    expect(found).toMatchObject({ name: '蓝小山', identity: '331***********0015' })
    const params = { county, person: found!.id }
    const got = await department(routes.people.get, { params, query: {}, why })
    expect(got.data).toEqual(found)
    const look = (reason: string) => department(routes.people.look, { params, why: reason })
    expect(await look('')).toMatchObject({ status: 422, code: 'store-why-needed' })
    expect((await look(why)).data).toMatchObject({ identityNumber: number, care: ['livesAlone'] })
    expect(await find('lxs', {})).toMatchObject({ status: 422, code: 'store-why-needed' })
    const auditor = await office.as('auditor')
    const { data } = await auditor(routes.audit.lines, {
      params: { county },
      query: { table: 'person', subject: found!.id },
    })
    expect(data.lines[0]).toMatchObject({ action: 'open', who: '卫健局', why })
    expect(JSON.stringify(data)).not.toMatch(/蓝小山|331199195203150015/)
  })

  test('sees beyond its area only in an emergency that it declared', async () => {
    const query = { emergency: 'yes' as const }
    const params = { county }
    const seen = () =>
      department(routes.people.search, { params, query, body: { typed: 'lxs' }, why })
    expect(await seen()).toMatchObject({ status: 403, code: 'emergency-not-open' })
    const body = { area: village.slice(0, 9), reason: '山洪，需联系独居老人', minutes: 30 }
    await department(routes.session.breakGlass, { params, body })
    expect((await seen()).data.people).toHaveLength(1)
  })
})

test('a register in a county folder is neither read nor kept with the county’s data', async () => {
  const folder = join(office.store.folder, 'with-register')
  await mkdir(folder)
  await writeFile(join(folder, 'people.csv'), csv(`P1,蓝小山,${number},${village},,`))
  await writeFile(join(folder, 'notes.csv'), 'a\n1')
  expect((await readParts(folder)).map(({ part }) => part)).toEqual(['notes.csv'])
})

test('a person’s file leaves with a reason; one of an older format comes in at a village of this county (A109)', async () => {
  const [found] = (await find('lxs')).data.people
  const params = { county, person: found!.id }
  const send = (reason: string) => department(routes.personFiles.export, { params, why: reason })
  expect((await send('')).code).toBe('store-why-needed')
  const sent = await send('迁往邻县')
  expect(sent.data.person).toMatchObject({ identityNumber: number, care: ['livesAlone'] })
  const take = (file: object, division: string) =>
    department(routes.personFiles.import, {
      params: { county },
      body: { file: file as Record<string, unknown>, division, settlement: null },
      why: '迁入',
    })
  expect((await take(sent.data, village)).code).toBe('person-known-here')
  const old = {
    kind: 'kuashan-person',
    format: 1,
    madeOn: '2025-05-01',
    county: '331198000000',
    village: '331198101202',
    settlement: null,
    name: '钟大海',
    identityNumber: null,
    birthDate: '1960-01-15',
    telephone: null,
  }
  expect((await take(old, '331198101202')).code).toBe('person-village-not-here')
  expect((await take({ ...old, format: 9 }, village)).code).toBe('person-file-format-unknown')
  expect((await take(old, village)).status).toBe(200)
  expect((await find('zdh')).data.people).toHaveLength(1)
})
