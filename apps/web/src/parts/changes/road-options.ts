import { metresBetween } from '@kuashan/core/territory/earth.ts'
import type { LngLat, Settlement } from '@kuashan/core/territory/settlement.ts'
import type { Feature, FeatureCollection } from 'geojson'

/** A road as a change names it: by its name, or by its id where no road has one. */
export interface RoadOption {
  value: string
  /** Settlements nearest to its two ends; one where both are the same. */
  between: string[]
  metres: number
}

type Told = Pick<Feature, 'properties'>

const nameOf = ({ properties }: Told): string => String(properties?.name ?? '')
const idOf = ({ properties }: Told): string => String(properties?.id ?? '')

/** What a change calls a road that was clicked or is listed. */
export function roadKey(roads: FeatureCollection | null): (road: Told) => string {
  const isNamed = (roads?.features ?? []).some((feature) => nameOf(feature) !== '')
  return (road) => (isNamed ? nameOf(road) : idOf(road))
}

const lineOf = ({ geometry }: Feature): LngLat[] =>
  geometry.type === 'LineString' ? (geometry.coordinates as LngLat[]) : []

const lengthOf = (line: readonly LngLat[]): number =>
  line.slice(1).reduce((sum, at, k) => sum + metresBetween(line[k]!, at), 0)

type Place = Pick<Settlement, 'id' | 'at'>

function nearest(places: readonly Place[], at: LngLat): string | null {
  let best: { id: string; metres: number } | null = null
  for (const place of places) {
    if (!place.at) continue
    const metres = metresBetween(place.at, at)
    if (best === null || metres < best.metres) best = { id: place.id, metres }
  }
  return best?.id ?? null
}

/** Roads, each once whatever pieces it is drawn in, by name; with where they run, for those who do not look at the map. */
export function roadOptions(
  roads: FeatureCollection | null,
  places: readonly Place[] = [],
): RoadOption[] {
  const key = roadKey(roads)
  const pieces = Map.groupBy(roads?.features ?? [], key)
  pieces.delete('')
  return [...pieces]
    .map(([value, features]) => {
      const lines = features.map(lineOf).filter((line) => line.length > 1)
      const ends = [lines[0]?.[0], lines.at(-1)?.at(-1)].filter((at) => at !== undefined)
      const near = ends.map((at) => nearest(places, at)).filter((id) => id !== null)
      const metres = lines.reduce((sum, line) => sum + lengthOf(line), 0)
      return { value, between: [...new Set(near)], metres }
    })
    .sort((a, b) => a.value.localeCompare(b.value, 'zh'))
}

/** The pieces of roads, as lines in a colour. */
export const roadLines = (
  roads: FeatureCollection | null,
  chosen: ReadonlySet<string>,
  colour: string,
): FeatureCollection => {
  const key = roadKey(roads)
  const features = (roads?.features ?? []).filter((feature) => chosen.has(key(feature)))
  return {
    type: 'FeatureCollection',
    features: features.map((feature) => ({
      ...feature,
      properties: { ...feature.properties, colour },
    })),
  }
}
