import { expect, test } from 'vitest'
import { piecesFinding, roadPieces } from './road-pieces.ts'
import type { RoadNetwork, RoadWay } from './roads.ts'

const way = (id: string, points: number[], footOnly = false): RoadWay => ({
  id,
  class: footOnly ? 'path' : 'tertiary',
  surface: 'unknown',
  oneway: 0,
  bridge: false,
  tunnel: false,
  footOnly,
  points: Uint32Array.from(points),
})

const roads = (ways: RoadWay[]): RoadNetwork => ({
  lng: Float64Array.from([0, 0, 0, 0, 0]),
  lat: Float64Array.from([0, 0.01, 0.02, 0.03, 0.05]),
  ways,
})

test('a footpath joins nothing for a vehicle', () => {
  const network = roads([way('a', [0, 1]), way('b', [1, 2], true), way('c', [3, 4])])
  const sizes = roadPieces(network)
  expect(sizes).toHaveLength(2)
  expect(sizes[0]! / sizes[1]!).toBeCloseTo(2, 6)
  const [found] = piecesFinding(network, 'roads.shp')
  expect(found).toMatchObject({ code: 'roads-in-pieces', severity: 'warning' })
  expect(found!.facts).toMatchObject({ pieces: 2, share: '66.7', sizes: '2.2, 1.1' })
})

test('one piece is no finding', () => {
  expect(piecesFinding(roads([way('a', [0, 1, 2]), way('b', [4, 3, 2])]), 'f')).toEqual([])
})
