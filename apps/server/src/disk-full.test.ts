import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { routes } from '@kuashan/contract/routes.ts'
import { embeddedStore } from '@kuashan/store/store.fixture.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, ended, filesForm, type Office, openOffice } from './office.fixture.ts'
import { smallDisk } from './small-disk.fixture.ts'

/** The embedded database, its journal and the cache of an office fit, and little more. */
const disk = await smallDisk(160)

describe.skipIf(!disk)('an office on a full disk (needs leave to mount one)', () => {
  let office: Office
  let planner: Caller
  let county: string
  beforeAll(async () => {
    office = await openOffice(await embeddedStore(disk!.folder))
    county = office.county
    planner = await office.as('planner')
  }, 120_000)
  afterAll(async () => {
    await disk!.free()
    await office.close()
    await disk!.remove()
  })

  const upload = (bytes: number) => {
    const form = filesForm({ 'roads.geojson': new Uint8Array(bytes) })
    return planner(routes.counties.upload, { params: { county }, form })
  }
  const jobs = async () => (await planner(routes.jobs.list, { params: { county }, query: {} })).data

  test('refuses an upload with a code, leaves nothing of it, and takes it once there is room', async () => {
    await disk!.fill(1_000_000)
    const refused = await upload(3_000_000)
    expect([refused.status, refused.code]).toEqual([507, 'disk-full'])
    const uploads = join(disk!.folder, 'cache', 'uploads', county)
    expect(await readdir(uploads)).toEqual([])
    expect(await jobs()).toEqual([])
    await disk!.fill(2_000_000)
    const half = await ended(planner, county, (await upload(1_500_000)).data.id)
    expect(half.findings.map((f) => f.code)).toEqual(['disk-full'])
    await disk!.free()
    const job = await ended(planner, county, (await upload(3_000_000)).data.id)
    expect(job).toMatchObject({ state: 'done', findings: [] })
  })

  test('saves all of an edit or nothing, says why, and goes on by itself once there is room', async () => {
    const settings = { params: { county } }
    const row = { county, table: 'settlements' as const, row: '331199100201-01' }
    const edit = (k: number, version: string) =>
      planner(routes.corrections.edit, {
        params: row,
        body: {
          field: 'name',
          value: `湾 ${k} ${'远'.repeat(150)}` as never,
          reason: '核'.repeat(1800),
        },
        version,
      })
    await disk!.fill(100_000)
    let version = (await planner(routes.corrections.row, { params: row })).version
    let saved = 0
    let answer = await edit(saved, version)
    while (answer.status === 200) {
      saved += 1
      version = answer.version
      answer = await edit(saved, version)
    }
    expect([
      [507, 'disk-full'],
      [503, 'database-away'],
    ]).toContainEqual([answer.status, answer.code])
    await disk!.free()
    while ((await office.app.inject('/ready')).statusCode !== 200)
      await new Promise((resolve) => setTimeout(resolve, 200))
    const now = await planner(routes.corrections.row, { params: row })
    expect(now.version).toBe(version)
    expect(now.data.changes).toHaveLength(saved)
    expect(await edit(saved, version)).toMatchObject({ status: 200 })
    expect((await planner(routes.counties.get, settings)).status).toBe(200)
  })
})
