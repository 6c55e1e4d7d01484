import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeTiles } from './mbtiles.fixture.ts'
import { openPictureTiles, type PictureTiles } from './mbtiles.ts'

const root = mkdtempSync(join(tmpdir(), 'mbtiles-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('a tile is found at its place counted from the north-west', () => {
  const path = join(root, 'county.mbtiles')
  writeTiles(path, 'png', [
    { z: 1, x: 0, y: 0, text: 'north-west' },
    { z: 1, x: 1, y: 1, text: 'south-east' },
  ])
  const tiles = openPictureTiles(path) as PictureTiles
  const text = (z: number, x: number, y: number) => {
    const found = tiles.tile(z, x, y)
    return found && new TextDecoder().decode(found)
  }
  expect(text(1, 0, 0)).toBe('north-west')
  expect(text(1, 1, 1)).toBe('south-east')
  expect(text(1, 0, 1)).toBeNull()
  expect(tiles).toMatchObject({ type: 'image/png', minZoom: 1, maxZoom: 1 })
  tiles.close()
})

test('what cannot be shown is said, never thrown', () => {
  expect(openPictureTiles(join(root, 'gone.mbtiles'))).toBe('absent')
  const text = join(root, 'text.mbtiles')
  writeFileSync(text, 'no database')
  expect(openPictureTiles(text)).toBe('unreadable')
  const vector = join(root, 'vector.mbtiles')
  writeTiles(vector, 'pbf', [{ z: 0, x: 0, y: 0, text: 'x' }])
  expect(openPictureTiles(vector)).toBe('no-pictures')
  const empty = join(root, 'empty.mbtiles')
  writeTiles(empty, 'png', [])
  expect(openPictureTiles(empty)).toBe('no-pictures')
})
