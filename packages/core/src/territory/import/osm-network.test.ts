import { describe, expect, test } from 'vitest'
import { outlineCentre } from './osm-centroid.ts'
import { osmNetwork } from './osm-network.ts'
import { osmRoad } from './osm-road.ts'

const road = osmRoad({ highway: 'tertiary' })!
const positions = {
  find: (id: number) => (id < 100 ? id : -1),
  lon: (row: number) => row / 10,
  lat: (row: number) => row / 20,
}

describe('osmNetwork', () => {
  test('shares points, keeps only those used, orders ways by id', () => {
    const ways = [
      { id: 7, refs: [3, 4, 9], road },
      { id: 5, refs: [1, 4], road },
    ]
    const { roads, findings } = osmNetwork(ways, positions, 'f')
    expect(roads.ways.map((w) => w.id)).toEqual(['w5', 'w7'])
    expect(roads.lng).toHaveLength(4)
    expect(roads.ways[0]!.points[1]).toBe(roads.ways[1]!.points[1])
    expect(findings).toEqual([])
  })
  test('cuts a way where points are missing, and says so', () => {
    const { roads, findings } = osmNetwork(
      [{ id: 5, refs: [1, 2, 100, 3, 4, 101, 6], road }],
      positions,
      'f',
    )
    expect(roads.ways.map((w) => [w.id, w.points.length])).toEqual([
      ['w5', 2],
      ['w5-2', 2],
    ])
    expect(findings[0]).toMatchObject({ code: 'osm-points-missing', facts: { points: 2, ways: 1 } })
  })
})

describe('outlineCentre', () => {
  test('the centroid of an area, not the mean of its points', () => {
    const house: [number, number][] = [
      [1.5, 42.5],
      [1.501, 42.5],
      [1.501, 42.5001],
      [1.501, 42.5002],
      [1.501, 42.501],
      [1.5, 42.501],
      [1.5, 42.5],
    ]
    const centre = outlineCentre(house)!
    expect(centre[0]).toBeCloseTo(1.5005, 7)
    expect(centre[1]).toBeCloseTo(42.5005, 7)
  })
  test('the mean of an open line, and null for nothing', () => {
    expect(
      outlineCentre([
        [1, 2],
        [3, 6],
      ]),
    ).toEqual([2, 4]) // prettier-ignore
    expect(outlineCentre([])).toBeNull()
  })
})
