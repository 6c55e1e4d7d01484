import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import { finding } from '@kuashan/core/kernel/finding.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { otherCounty, somebody, type TestStore, testStoreWithCounties } from '../store.fixture.ts'
import { findCounty, getCounty } from './counties.ts'
import {
  editRow,
  getRow,
  listFindings,
  listRows,
  openCounty,
  readCounty,
  reopenCounty,
} from './county-data.ts'
import { listParts, readPart } from './revision-parts.ts'
import {
  acceptRevision,
  getRevision,
  hashOfImport,
  listRevisions,
  refuseRevision,
  type StagedImport,
  stageRevision,
} from './revisions.ts'

const { county } = demoCounty({ size: 'three-valleys', seed: 1 })
const roads = Buffer.alloc(9_000_000, 'roads ')
const warning = finding('fleet-short', { file: 'vehicles.csv', row: 3 }, { kind: 'van', days: 2 })
const staged: StagedImport = {
  source: 'county.zip',
  county,
  parts: [{ part: 'roads.osm.pbf', bytes: roads }],
  findings: [warning],
}
const planner = somebody('planner')
const refusal = (code: string) => ({ finding: { code } })

let store: TestStore
let first: string
beforeAll(async () => {
  store = await testStoreWithCounties()
  first = await store.as(planner, (access) => stageRevision(access, staged))
})
afterAll(() => store.remove())

describe('an import', () => {
  test('is staged, shows its findings row by row, and is not in force', async () => {
    expect(await store.as(planner, (a) => getRevision(a, first))).toMatchObject({
      state: 'staged',
      hash: hashOfImport(staged),
      errors: 0,
      warnings: 1,
      madeBy: planner.account,
    })
    expect(await store.as(planner, (a) => listFindings(a, first))).toEqual([warning])
    expect(await store.as(planner, findCounty)).toMatchObject({ head: null, version: 1 })
    await expect(store.as(planner, (a) => readCounty(a))).rejects.toMatchObject(
      refusal('store-not-found'),
    )
  })

  test('with errors, of another county, or older than what is in force is refused', async () => {
    const bad = { ...staged, findings: [finding('plan-malformed', {})] }
    const id = await store.as(planner, (a) => stageRevision(a, bad))
    await expect(store.as(planner, (a) => acceptRevision(a, id, 1))).rejects.toMatchObject(
      refusal('import-has-errors'),
    )
    const elsewhere = somebody('planner', { county: otherCounty })
    await expect(store.as(elsewhere, (a) => stageRevision(a, staged))).rejects.toMatchObject(
      refusal('import-of-other-county'),
    )
    const late = await store.as(planner, (a) => stageRevision(a, staged))
    await store.as(planner, (a) => acceptRevision(a, first, 1))
    await expect(store.as(planner, (a) => acceptRevision(a, late, 2))).rejects.toMatchObject(
      refusal('import-based-on-older'),
    )
    await store.as(planner, (a) => refuseRevision(a, late))
    await expect(store.as(planner, (a) => acceptRevision(a, late, 2))).rejects.toMatchObject(
      refusal('import-decided'),
    )
  })

  test('comes back as it went in, with its files byte for byte', async () => {
    expect(await store.as(planner, (a) => readCounty(a))).toEqual(county)
    expect(
      (await store.as(planner, (a) => readPart(a, first, 'roads.osm.pbf'))).equals(roads),
    ).toBe(true)
    expect(await store.as(planner, (a) => listParts(a, first))).toMatchObject([{ pieces: 3 }])
  })

  test('two planners accept at once: one is in force, the other hears of it', async () => {
    const twins = await Promise.all(
      [1, 2].map(() => store.as(planner, (a) => stageRevision(a, staged))),
    )
    const { version } = await store.as(planner, getCounty)
    const ends = await Promise.allSettled(
      twins.map((id) => store.as(planner, (a) => acceptRevision(a, id, version))),
    )
    expect(ends.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await store.as(planner, getCounty)).toMatchObject({ version: version + 1 })
    expect(await store.as(planner, listRevisions)).toHaveLength(5)
  })
})

describe('a correction', () => {
  const place = county.settlements[0]!
  const edit = { table: 'settlements', id: place.id, field: 'name', reason: '更名' } as const

  test('lies on top of the import, counts versions, and outlives the next import', async () => {
    const row = await store.as(planner, (a) => editRow(a, { ...edit, value: '新坑', version: 0 }))
    expect(row).toMatchObject({ version: 1, value: { name: '新坑' } })
    const again = await store.as(planner, (a) => stageRevision(a, staged))
    const { version } = await store.as(planner, getCounty)
    await store.as(planner, (a) => acceptRevision(a, again, version))
    const now = await store.as(planner, (a) => readCounty(a))
    expect(now.settlements[0]).toEqual({ ...place, name: '新坑' })
  })

  test('on a stale version is refused, also when two arrive at the same moment', async () => {
    const change = (value: string, version: number) =>
      store.as(planner, (a) => editRow(a, { ...edit, value, version }))
    await expect(change('旧坑', 0)).rejects.toMatchObject(refusal('store-stale'))
    const ends = await Promise.allSettled([change('甲', 1), change('乙', 1)])
    const rejected = ends.find((end) => end.status === 'rejected')
    expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(1)
    expect(rejected?.reason).toMatchObject(refusal('store-stale'))
  })

  test('must leave a row that the core takes', async () => {
    const wrong = { ...edit, field: 'permanent', value: { total: -1 }, version: 2 }
    await expect(store.as(planner, (a) => editRow(a, wrong))).rejects.toMatchObject(
      refusal('store-value-not-possible'),
    )
    const nobody = { ...edit, id: "x' OR '1'='1", value: 'x', version: 0 }
    await expect(store.as(planner, (a) => editRow(a, nobody))).rejects.toMatchObject(
      refusal('store-not-found'),
    )
  })

  test('is all that is read again of a county that is open', async () => {
    const { head } = await store.as(planner, getCounty)
    const open = () => store.as(planner, (a) => openCounty(a, head!))
    const before = await open()
    const [other, facility, vehicle] = [
      county.settlements[1]!,
      county.facilities[0]!,
      county.vehicles[0]!,
    ]
    const reason = '核对'
    const edits = [
      { table: 'settlements', id: other.id, field: 'elevationM', value: 777 },
      { table: 'settlements', id: other.id, field: 'elevationM', value: null },
      { table: 'settlements', id: other.id, field: 'canStop', value: !other.canStop },
      { table: 'facilities', id: facility.id, field: 'name', value: '新院' },
      { table: 'vehicles', id: vehicle.id, field: 'crew', value: 5 },
    ] as const
    for (const one of edits)
      await store.as(planner, async (access) => {
        const { version } = await getRow(access, one)
        await editRow(access, { ...one, reason, version })
      })
    const after = await store.as(planner, (a) => reopenCounty(a, before))
    expect(after).toEqual(await open())
    expect(after.county).not.toEqual(before.county)
    expect(after.county.facilities[0]).toMatchObject({ name: '新院' })
    expect(after.county.settlements[2]).toBe(before.county.settlements[2])
  })

  test('A94: a township sees and corrects the rows of its own area only', async () => {
    const area = place.division.slice(0, 9)
    const elsewhere = county.settlements.find((s) => !s.division.startsWith(area))!
    const clerk = somebody('township', { area })
    const rows = await store.as(clerk, (a) => listRows(a))
    const seen = rows.filter((row) => row.table === 'settlements')
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.every((row) => row.division?.startsWith(area))).toBe(true)
    const other = { ...edit, id: elsewhere.id, value: 'x', version: 0 }
    await expect(store.as(clerk, (a) => editRow(a, other))).rejects.toMatchObject(
      refusal('store-not-found'),
    )
    await expect(store.as(clerk, (a) => stageRevision(a, staged))).rejects.toMatchObject(
      refusal('store-not-allowed'),
    )
  })

  test('A94: the server reads it whole for a township, writes nothing meanwhile, and is the township again afterwards', async () => {
    const area = place.division.slice(0, 9)
    const clerk = somebody('township', { area })
    await expect(store.as(clerk, (a) => readCounty(a))).rejects.toMatchObject(
      refusal('store-not-allowed'),
    )
    const write = { ...edit, value: 'x', version: 2 }
    await store.as(clerk, async (access) => {
      const own = await listRows(access)
      const whole = await access.readWhole((a) => readCounty(a))
      expect(whole.settlements).toHaveLength(county.settlements.length)
      expect(await listRows(access)).toEqual(own)
      const failing = access.readWhole(async () => {
        throw new Error('on the way')
      })
      await expect(failing).rejects.toThrow('on the way')
      expect(await listRows(access)).toEqual(own)
    })
    await expect(
      store.as(clerk, (access) => access.readWhole((a) => editRow(a, write))),
    ).rejects.toMatchObject(refusal('store-not-allowed'))
  })
})
