import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { routes } from '@kuashan/contract/routes.ts'
import { writeTiles } from '@kuashan/engine/geo/mbtiles.fixture.ts'
import { writePmTiles } from '@kuashan/engine/geo/pmtiles.fixture.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, type Office, openOffice } from './office.fixture.ts'

let office: Office
let administrator: Caller
let planner: Caller
let params: { county: string }
let maps: string
beforeAll(async () => {
  office = await openOffice()
  params = { county: office.county }
  maps = join(office.store.folder, 'cache', 'maps')
  administrator = await office.as('administrator')
  planner = await office.as('planner')
}, 120_000)
afterAll(() => office.close())

const shown = { approval: '浙S(2025)12号', maker: '某县自然资源局', minZoom: 0, maxZoom: 14 }
const file = { kind: 'file' as const, file: 'county.mbtiles', ...shown }
const address = {
  kind: 'address' as const,
  address: 'http://10.1.1.5:8080/tiles/{z}/{x}/{y}.png',
  ...shown,
}

async function choose(source: typeof file | typeof address | null, by = administrator) {
  const { version } = await by(routes.mapSource.get, { params })
  return by(routes.mapSource.set, { params, body: { source }, version })
}

const policy = async (): Promise<string> =>
  String((await office.app.inject('/health')).headers['content-security-policy'])

describe('the map underneath', () => {
  test('is none at first, and then nothing but this server is asked', async () => {
    const { data } = await planner(routes.mapSource.get, { params })
    expect(data).toEqual({ source: null })
    expect(await policy()).not.toMatch(/https?:\/\//)
    const tile = await planner(routes.mapSource.tile, { params: { ...params, z: 0, x: 0, y: 0 } })
    expect(tile.status).toBe(404)
  })

  test('is chosen by an administrator alone, from a file that is there and holds pictures', async () => {
    expect(await choose(file, planner)).toMatchObject({ status: 403 })
    expect(await choose(file)).toMatchObject({ status: 422, code: 'map-file-unfit' })
    mkdirSync(maps, { recursive: true })
    writeTiles(join(maps, 'county.mbtiles'), 'png', [{ z: 1, x: 1, y: 0, text: 'a picture' }])
    expect(await choose(file)).toMatchObject({ status: 200, data: { source: file } })
    const at = (x: number) =>
      planner(routes.mapSource.tile, { params: { ...params, z: 1, x, y: 0 } })
    const tile = await at(1)
    expect(tile).toMatchObject({ status: 200, type: 'image/png' })
    expect(tile.bytes.toString()).toBe('a picture')
    expect((await at(0)).status).toBe(404)
    const png = 2
    writePmTiles(join(maps, 'county.pmtiles'), png, [{ z: 1, x: 1, y: 0, text: 'in one archive' }])
    expect((await choose({ ...file, file: 'county.pmtiles' })).status).toBe(200)
    expect((await at(1)).bytes.toString()).toBe('in one archive')
    expect((await at(0)).status).toBe(404)
    expect(await policy()).not.toMatch(/https?:\/\//)
  })

  test('of another server opens the pages to that server and no other', async () => {
    expect(await choose(address)).toMatchObject({ status: 200 })
    const said = await policy()
    expect(said).toMatch(/connect-src 'self' http:\/\/10\.1\.1\.5:8080(;|$)/)
    expect(said).toMatch(/default-src 'self';/)
    expect(said.match(/https?:\/\/[^ ;]+/g)!.every((o) => o === 'http://10.1.1.5:8080')).toBe(true)
    expect(await choose(null)).toMatchObject({ status: 200 })
    expect(await policy()).not.toMatch(/https?:\/\//)
  })

  test('has an address that cannot widen the policy, and no file outside its folder', async () => {
    for (const wrong of [
      { ...address, address: "http://a/{z}/{x}/{y}; script-src 'unsafe-inline'" },
      { ...address, address: 'http://a b/{z}/{x}/{y}' },
      { ...address, address: 'javascript:alert(1)//{z}{x}{y}' },
      { ...address, address: 'http://a/tiles.png' },
      { ...address, approval: '' },
      { ...file, file: '../secrets.mbtiles' },
    ])
      expect(await choose(wrong)).toMatchObject({ status: 400 })
  })
})
