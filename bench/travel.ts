/**
 * Andorra (OpenStreetMap extract and SRTM tile, seed 1): files to a routable graph, then a table of 1,000 × 1,000 places;
 * two workers. Needs ../shared; tells nothing where it is absent.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { random } from '@kuashan/core/kernel/random.ts'
import { buildRoadGraph } from '@kuashan/core/travel/build-road-graph.ts'
import { travelProfile } from '@kuashan/core/travel/profile-table.ts'
import type { RoadGraph } from '@kuashan/core/travel/road-graph.ts'
import { roadSampler, terrainSampler } from '@kuashan/core/travel/terrain-sampler.ts'
import { readOsm } from '@kuashan/engine/geo/read-osm.ts'
import { readTerrain } from '@kuashan/engine/geo/read-terrain.ts'
import { denseTable, travelEngine } from '@kuashan/engine/travel/travel-engine.ts'
import { travelPool } from '@kuashan/engine/travel/travel-pool.ts'
import { peakMemory, secondsSince, tell } from './report-figures.ts'

const data = fileURLToPath(new URL('../../shared/data/andorra-osm/', import.meta.url))
const PLACES = 1_000

/** Places up to some hundred metres off the roads, where people live. */
function placesNear(graph: RoadGraph, prefix: string, seed: number) {
  const rng = random(seed)
  return Array.from({ length: PLACES }, (_, k) => {
    const p = rng.below(graph.points)
    const lng = graph.pointLng[p]! + rng.normal() * 0.002
    const lat = graph.pointLat[p]! + rng.normal() * 0.002
    return { id: `${prefix}${k}`, at: [lng, lat] as const }
  })
}

if (existsSync(data)) {
  const started = performance.now()
  const { extract } = await readOsm(`${data}andorra-2025-01-19.osm.pbf`)
  const { terrain } = await readTerrain(`${data}N42E001.hgt.zip`)
  if (!extract) throw new Error('the Andorra extract does not read')
  const graph = buildRoadGraph(extract.roads, {
    elevation: roadSampler(terrain),
    allocate: (bytes) => new SharedArrayBuffer(bytes),
  })
  const graphSeconds = secondsSince(started)
  const graphMemory = peakMemory()
  const pool = travelPool(2)
  const engine = travelEngine({
    graph,
    elevation: terrainSampler(terrain),
    profile: travelProfile,
    pool,
  })
  const from = placesNear(graph, 'from', 1)
  const to = placesNear(graph, 'to', 2)
  const asking = performance.now()
  const table = await denseTable(engine, { kind: 'resident' }, from, to)
  const matrixSeconds = secondsSince(asking)
  const driving = performance.now()
  await denseTable(engine, { kind: 'vehicle', widthM: 2, weightT: 3.5 }, from, to)
  const vehicleSeconds = secondsSince(driving)
  await pool.close()
  tell({
    'andorra-graph/seconds': graphSeconds,
    'andorra-graph/memory': graphMemory,
    'andorra-graph/nodes': graph.nodes,
    'andorra-graph/edges': graph.edges,
    'andorra-matrix/seconds': matrixSeconds,
    'andorra-matrix/vehicle-seconds': vehicleSeconds,
    'andorra-matrix/reached': table.p50.filter((seconds) => seconds >= 0).length,
  })
} else tell({})
