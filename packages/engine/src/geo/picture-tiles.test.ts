import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TileType } from 'pmtiles'
import { afterAll, describe, expect, test } from 'vitest'
import { writeTiles } from './mbtiles.fixture.ts'
import { openPictureTiles, type PictureTiles } from './picture-tiles.ts'
import { writePmTiles } from './pmtiles.fixture.ts'

const root = mkdtempSync(join(tmpdir(), 'tiles-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

type Tiles = Parameters<typeof writePmTiles>[2]
const kinds = {
  mbtiles: {
    pictures: (path: string, tiles: Tiles) => writeTiles(path, 'png', tiles),
    vectors: (path: string, tiles: Tiles) => writeTiles(path, 'pbf', tiles),
  },
  pmtiles: {
    pictures: (path: string, tiles: Tiles) => writePmTiles(path, TileType.Png, tiles),
    vectors: (path: string, tiles: Tiles) => writePmTiles(path, TileType.Mvt, tiles),
  },
}

describe.each(Object.entries(kinds))('%s', (kind, { pictures, vectors }) => {
  test('a tile is found at its place counted from the north-west', async () => {
    const path = join(root, `county.${kind}`)
    pictures(path, [
      { z: 1, x: 0, y: 0, text: 'north-west' },
      { z: 1, x: 1, y: 1, text: 'south-east' },
    ])
    const tiles = (await openPictureTiles(path)) as PictureTiles
    const text = async (z: number, x: number, y: number) => {
      const found = await tiles.tile(z, x, y)
      return found && new TextDecoder().decode(found)
    }
    expect(await text(1, 0, 0)).toBe('north-west')
    expect(await text(1, 1, 1)).toBe('south-east')
    expect(await text(1, 0, 1)).toBeNull()
    expect(await text(1, 2, 7)).toBeNull()
    expect(tiles).toMatchObject({ type: 'image/png', minZoom: 1, maxZoom: 1 })
    await tiles.close()
  })

  test('what cannot be shown is said, never thrown', async () => {
    expect(await openPictureTiles(join(root, `gone.${kind}`))).toBe('absent')
    const text = join(root, `text.${kind}`)
    writeFileSync(text, 'no tiles at all')
    expect(await openPictureTiles(text)).toBe('unreadable')
    const vector = join(root, `vector.${kind}`)
    vectors(vector, [{ z: 0, x: 0, y: 0, text: 'x' }])
    expect(await openPictureTiles(vector)).toBe('no-pictures')
    const empty = join(root, `empty.${kind}`)
    pictures(empty, [])
    expect(await openPictureTiles(empty)).toBe('no-pictures')
  })
})
