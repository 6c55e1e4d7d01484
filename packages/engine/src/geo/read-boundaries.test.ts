import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { areaOfBoundaries } from '@kuashan/core/territory/boundary.ts'
import { metresBetween } from '@kuashan/core/territory/earth.ts'
import { describe, expect, test } from 'vitest'
import { readBoundaries } from './read-boundaries.ts'

const lishui = fileURLToPath(
  new URL('../../../../../shared/data/lishui-admin/counties.geojson', import.meta.url),
)

describe.skipIf(!existsSync(lishui))('Lishui (needs ../shared)', () => {
  test('nine counties, converted from GCJ-02 and said so', async () => {
    const { boundaries, findings } = await readBoundaries(lishui, { coordinates: 'GCJ-02' })
    expect(boundaries.map((b) => b.code)).toContain('331127000000')
    expect(boundaries).toHaveLength(9)
    expect(findings.map((f) => f.code)).toEqual(['coordinates-converted'])
    const raw = await readBoundaries(lishui, { coordinates: 'WGS-84' })
    const [a, b] = [boundaries[0]!.polygons[0]![0]![0]!, raw.boundaries[0]!.polygons[0]![0]![0]!]
    expect(metresBetween(a, b)).toBeGreaterThan(300)
    expect(metresBetween(a, b)).toBeLessThan(800)
    const jingning = areaOfBoundaries(boundaries.filter((x) => x.code === '331127000000'))!
    expect(jingning.contains([119.63, 27.97])).toBe(true)
    expect(jingning.contains([120.4, 28.9])).toBe(false)
  })
  test('is refused when nobody says its coordinates', async () => {
    const { boundaries, findings } = await readBoundaries(lishui)
    expect(boundaries).toEqual([])
    expect(findings.map((f) => f.code)).toEqual(['coordinates-unstated'])
  })
})

test('features without polygon or code are named, holes are holes', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'kuashan-boundary-'))
  const path = join(dir, 'boundaries.geojson')
  const square = (low: number, high: number) => [
    [low, low],
    [high, low],
    [high, high],
    [low, high],
    [low, low],
  ] // prettier-ignore
  const feature = (properties: object, geometry: object | null) => ({
    type: 'Feature',
    properties,
    geometry,
  })
  await writeFile(
    path,
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        feature(
          { adcode: 331199, name: '某县' },
          { type: 'Polygon', coordinates: [square(0, 9), square(3, 6)] },
        ),
        feature({ name: 'no code' }, { type: 'Polygon', coordinates: [square(0, 1)] }),
        feature({ code: '331198' }, null),
      ],
    }),
  ) // prettier-ignore
  const { boundaries, findings } = await readBoundaries(path, { coordinates: 'WGS-84' })
  expect(boundaries.map((b) => [b.code, b.name])).toEqual([['331199000000', '某县']])
  expect(findings.map((f) => [f.code, f.facts.feature])).toEqual([
    ['boundary-unusable', 2],
    ['boundary-unusable', 3],
  ])
  const area = areaOfBoundaries(boundaries)!
  expect([area.contains([1, 1]), area.contains([4, 4]), area.contains([10, 1])]).toEqual([
    true,
    false,
    false,
  ])
  await rm(dir, { recursive: true })
})
