import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Import } from '@kuashan/contract/counties.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Caller,
  ended,
  example,
  filesForm,
  type Office,
  openOffice,
} from './office.fixture.ts'

let office: Office
let planner: Caller
let county: string
beforeAll(async () => {
  office = await openOffice()
  county = office.county
  planner = await office.as('planner')
}, 120_000)
afterAll(() => office.close())

type Files = Record<string, Uint8Array>
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const filesOfExample = (): Files =>
  Object.fromEntries(
    readdirSync(example, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name)
        return [path.slice(example.length + 1), readFileSync(path)]
      }),
  )

const changed = (files: Files, path: string, change: (text: string) => string): Files => ({
  ...files,
  [path]: bytesOf(change(Buffer.from(files[path]!).toString())),
})

/** The county in a folder of its own, as people pack it. */
const packed = (files: Files): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, b]) => [`三谷县/${path}`, b])))

const upload = (files: Files, call = planner) =>
  call(routes.counties.upload, { params: { county }, form: filesForm(files) })

async function imported(files: Files): Promise<Import> {
  const { data } = await upload(files)
  const job = await ended(planner, county, data.id)
  expect(job).toMatchObject({ kind: 'import', state: 'done', findings: [] })
  const params = { county, import: job.result! }
  return (await planner(routes.counties.import, { params })).data
}

const accept = async ({ id }: Import) => {
  const { version } = await planner(routes.counties.get, { params: { county } })
  return planner(routes.counties.accept, { params: { county, import: id }, version })
}
const placeNamed = async (name: string) => {
  const { data } = await planner(routes.territory.places, { params: { county } })
  return data.settlements.find((s) => s.name === name)
}

describe('an upload', () => {
  test('with a bad row says where it is and cannot be accepted; corrected, it is in force', async () => {
    const files = filesOfExample()
    const bad = changed(files, 'settlements.csv', (text) =>
      text.replace('300,300,600', '300,三百,600'),
    )
    const found = await imported({ 'county.zip': packed(bad) })
    expect(found).toMatchObject({ state: 'staged', source: 'county.zip', rows: 0, changes: [] })
    expect(found.errors).toBeGreaterThan(0)
    const error = found.findings.find((f) => f.severity === 'error')!
    expect(error.at).toMatchObject({ file: 'settlements.csv', row: 3 })
    expect(await accept(found)).toMatchObject({ status: 422, code: 'import-has-errors' })

    const good = changed(files, 'settlements.csv', (text) => text.replace('东一湾,', '东一垟,'))
    const next = await imported({ 'county.zip': packed(good) })
    expect(next.errors).toBe(0)
    const head = async () => (await planner(routes.counties.get, { params: { county } })).data
    expect((await head()).revision).not.toBe(next.id)
    expect(await accept(next)).toMatchObject({ status: 200, data: { state: 'accepted' } })
    expect((await head()).revision).toBe(next.id)
    expect(await placeNamed('东一垟')).toBeDefined()
    expect(await accept(next)).toMatchObject({ code: 'import-decided' })
  })

  test('of one table is laid over the data in force, and says what would change', async () => {
    const settlements = Buffer.from(filesOfExample()['settlements.csv']!).toString()
    const lines = settlements.trimEnd().split('\n')
    const script = `<script>alert(1)</script>'; DROP TABLE kuashan.plan; --`
    const last = lines.pop()!
    const text = [...lines, last.replace(/,[^,]+,/, `,"${script}",`)].join('\n')
    const found = await imported({ 'settlements.csv': bytesOf(text) })
    expect(found.errors).toBe(0)
    const [change] = found.changes
    const renamed = { name: script, change: 'changed', fields: ['name'] }
    expect(change).toMatchObject({ table: 'settlements', added: 0, removed: 0 })
    expect(change!.rows).toContainEqual(expect.objectContaining(renamed))
    expect(found.changes.map(({ table }) => table)).toEqual(['settlements'])
    expect(await accept(found)).toMatchObject({ status: 200 })
    expect(await placeNamed(script)).toMatchObject({ name: script })
    const { data } = await planner(routes.territory.places, { params: { county } })
    expect(data.facilities.length).toBeGreaterThan(0)
  })

  test('that was read before another was accepted is refused, as is a stale version', async () => {
    const roads = { 'roads.geojson': filesOfExample()['roads.geojson']! }
    const [first, second] = [await imported(roads), await imported(roads)]
    const params = { county, import: first!.id }
    const stale = await planner(routes.counties.accept, { params, version: '"1"' })
    expect(stale).toMatchObject({ status: 412, code: 'store-stale' })
    expect(await accept(first!)).toMatchObject({ status: 200 })
    expect(await accept(second!)).toMatchObject({ status: 409, code: 'import-based-on-older' })
  })

  test('of another county ends as a job that says so', async () => {
    const other = changed(filesOfExample(), 'county.yaml', (t) => t.replace('331199', '331198'))
    const { data } = await upload({ 'county.zip': packed(other) })
    const job = await ended(planner, county, data.id)
    expect(job.state).toBe('failed')
    expect(job.findings.map((f) => f.code)).toEqual(['import-of-other-county'])
  })

  test('may be larger than other calls: what is wrong in it is told by the import', async () => {
    const found = await imported({ 'roads.geojson': bytesOf('x'.repeat(5_000_000)) })
    expect(found.errors).toBeGreaterThan(0)
    const error = found.findings.find((f) => f.severity === 'error')!
    expect(error.at.file).toBe('roads.geojson')
  })

  const big = new Uint8Array(5_000_000)
  test.each([
    ['nothing', {}, 422, 'upload-empty'],
    ['an empty file', { 'settlements.csv': new Uint8Array() }, 422, 'upload-empty'],
    ['a program', { 'run.exe': bytesOf('MZ') }, 422, 'call-file-refused'],
    ['what is no archive', { 'a.zip': bytesOf('PK') }, 422, 'archive-unreadable'],
    [
      'a path trick',
      { 'a.zip': zipSync({ '../x.csv': bytesOf('x') }) },
      422,
      'archive-path-outside',
    ],
    ['a bomb', { 'a.zip': zipSync({ 'x.csv': big }) }, 422, 'archive-too-packed'],
    ['a name with U+0000 in it', { 'x\0.csv': bytesOf('x') }, 422, 'archive-path-outside'],
    [
      'a name too long for a disk',
      { [`${'山'.repeat(99)}.csv`]: bytesOf('x') },
      422,
      'archive-path-outside',
    ],
  ] as const)(
    'of %s is refused with a code, and starts nothing',
    async (_, files, status, code) => {
      expect(await upload(files as Files)).toMatchObject({ status, code })
    },
  )

  test('by anybody but a planner, or with too many files, is refused', async () => {
    const tables = { 'settlements.csv': bytesOf('id') }
    expect(await upload(tables, await office.as('auditor'))).toMatchObject({ status: 403 })
    const many = Object.fromEntries(
      Array.from({ length: 41 }, (__, k) => [`${k}.csv`, big.slice(0, 9)]),
    )
    expect(await upload(many)).toMatchObject({ status: 413, code: 'call-too-large' })
  })
})
