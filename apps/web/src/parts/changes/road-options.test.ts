import type { FeatureCollection } from 'geojson'
import { expect, test } from 'vitest'
import { roadKey, roadLines, roadOptions } from './road-options.ts'

const piece = (id: string, name: string, ...coordinates: [number, number][]) => ({
  type: 'Feature' as const,
  geometry: { type: 'LineString' as const, coordinates },
  properties: { id, name },
})
const roads: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    piece('1', 'East', [119, 28], [119.01, 28]),
    piece('2', 'East', [119.01, 28], [119.02, 28]),
    piece('3', '', [119, 28], [119, 28.1]),
  ],
}
const places = [
  { id: 'west', at: [119, 28] as [number, number] },
  { id: 'east', at: [119.02, 28.001] as [number, number] },
  { id: 'nowhere', at: null },
]

test('a road is listed once, with the places at its ends and its length', () => {
  const [road, ...others] = roadOptions(roads, places)
  expect(others).toEqual([])
  expect(road).toMatchObject({ value: 'East', between: ['west', 'east'] })
  expect(road!.metres).toBeGreaterThan(1900)
  expect(road!.metres).toBeLessThan(2000)
})

test('clicking any piece of a road chooses the whole of it', () => {
  expect(roads.features.map(roadKey(roads))).toEqual(['East', 'East', ''])
  expect(roadLines(roads, new Set(['East']), 'red').features).toHaveLength(2)
})

test('ids stand for roads only where nothing has a name', () => {
  const unnamed = roads.features.map((one) => ({ ...one, properties: { id: one.properties?.id } }))
  const all: FeatureCollection = { type: 'FeatureCollection', features: unnamed }
  expect(roadOptions(all).map(({ value }) => value)).toEqual(['1', '2', '3'])
})
