import { type Finding, finding } from '../../kernel/finding.ts'
import type { RoadNetwork, RoadWay } from '../roads.ts'
import type { RoadAttributes } from './osm-road.ts'

/** A road of the map before its points are found. */
export interface OsmRoadWay {
  id: number
  refs: readonly number[]
  road: RoadAttributes
}

/** Where nodes are: `find` gives a row, or -1 for a node the file lacks. */
export interface OsmPositions {
  find(id: number): number
  lon(row: number): number
  lat(row: number): number
}

/**
 * Roads with only the points they use; nodes shared by ways are shared points. A way that lacks nodes is cut there
 * into parts `w123`, `w123-2`…; ways are in order of id whatever the order of the file.
 */
export function osmNetwork(
  ways: readonly OsmRoadWay[],
  positions: OsmPositions,
  file: string,
): { roads: RoadNetwork; findings: Finding[] } {
  const indexOf = new Map<number, number>()
  const lng: number[] = []
  const lat: number[] = []
  const roads: RoadWay[] = []
  let missing = 0
  let cut = 0

  const point = (row: number): number => {
    const known = indexOf.get(row)
    if (known !== undefined) return known
    indexOf.set(row, lng.length)
    lng.push(positions.lon(row))
    lat.push(positions.lat(row))
    return lng.length - 1
  }

  for (const way of ways.toSorted((a, b) => a.id - b.id)) {
    const rows = way.refs.map((ref) => positions.find(ref))
    const lost = rows.filter((row) => row < 0).length
    missing += lost
    if (lost > 0) cut++
    runsOf(rows).forEach((run, k) => {
      const id = k === 0 ? `w${way.id}` : `w${way.id}-${k + 1}`
      roads.push({ id, ...way.road, points: Uint32Array.from(run, point) })
    })
  }
  const findings =
    missing > 0 ? [finding('osm-points-missing', { file }, { points: missing, ways: cut })] : []
  return {
    roads: { lng: Float64Array.from(lng), lat: Float64Array.from(lat), ways: roads },
    findings,
  }
}

/** Runs of two or more known rows, repeats of one point left out. */
function runsOf(rows: readonly number[]): number[][] {
  const runs: number[][] = [[]]
  for (const row of rows) {
    const run = runs.at(-1)!
    if (row < 0) runs.push([])
    else if (run.at(-1) !== row) run.push(row)
  }
  return runs.filter((run) => run.length > 1)
}
