import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildRoadGraph } from '@kuashan/core/travel/build-road-graph.ts'
import { travelProfile } from '@kuashan/core/travel/profile-table.ts'
import { roadSampler, terrainSampler } from '@kuashan/core/travel/terrain-sampler.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { readOsm } from '../geo/read-osm.ts'
import { readTerrain } from '../geo/read-terrain.ts'
import { sharedBytes } from './shared-arrays.ts'
import { denseTable, type TravelEngine, travelEngine } from './travel-engine.ts'
import { travelPool } from './travel-pool.ts'

const data = fileURLToPath(new URL('../../../../../shared/data/andorra-osm/', import.meta.url))

/** Town halls by the map: the capital, the border towns and a village at the end of its valley. */
const places = [
  { id: 'andorra-la-vella', at: [1.5218, 42.5078] as const },
  { id: 'pas-de-la-casa', at: [1.7337, 42.5425] as const },
  { id: 'ordino', at: [1.5332, 42.5563] as const },
  { id: 'arinsal', at: [1.4845, 42.5723] as const },
]

describe.skipIf(!existsSync(data))('Andorra (needs ../shared)', () => {
  let engine: TravelEngine
  beforeAll(async () => {
    const { extract } = await readOsm(`${data}andorra-2025-01-19.osm.pbf`)
    const { terrain } = await readTerrain(`${data}N42E001.hgt.zip`)
    engine = travelEngine({
      graph: buildRoadGraph(extract!.roads, {
        elevation: roadSampler(terrain),
        allocate: sharedBytes,
      }),
      elevation: terrainSampler(terrain),
      profile: travelProfile,
      pool: travelPool(1),
    })
  })

  test('the network is of a plausible size', () => {
    expect(engine.graph.nodes).toBeGreaterThan(5_000)
    const drivable = engine.graph.metres.filter(
      (_, e) => Math.min(engine.graph.drive[2 * e]!, engine.graph.drive[2 * e + 1]!) < 1e9,
    )
    const km = drivable.reduce((a, b) => a + b, 0) / 1000
    expect(km).toBeGreaterThan(800)
    expect(km).toBeLessThan(2000)
  })

  test('from the capital over the pass takes 30 to 60 minutes and about 30 km; uphill is not quicker', async () => {
    const table = await denseTable(
      engine,
      { kind: 'vehicle', widthM: 2, weightT: 3 },
      places,
      places,
    )
    const cell = (a: number, b: number): number => a * places.length + b
    expect(Math.min(...table.p50)).toBe(0)
    expect(table.p50[cell(0, 1)]! / 60).toBeGreaterThan(30)
    expect(table.p50[cell(0, 1)]! / 60).toBeLessThan(60)
    expect(table.roadMetres[cell(0, 1)]! / 1000).toBeGreaterThan(24)
    expect(table.roadMetres[cell(0, 1)]! / 1000).toBeLessThan(35)
    expect(table.p50[cell(0, 1)]).toBeGreaterThan(table.p50[cell(1, 0)]!)
    for (const snap of table.fromSnap) expect(snap).toBeLessThan(300)
  })

  test('residents are never slower than the speed of walking nor faster than the fastest road', async () => {
    const table = await denseTable(engine, { kind: 'resident' }, places, places)
    table.p50.forEach((seconds, cell) => {
      if (seconds === 0) return
      const speed = ((table.roadMetres[cell]! + table.walkMetres[cell]!) / seconds) * 3.6
      expect(speed).toBeGreaterThan(5)
      expect(speed).toBeLessThan(80)
    })
  })
})
