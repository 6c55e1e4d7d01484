import type { RoadNetwork } from '../territory/roads.ts'

/** Metres of a degree are cut to about one: five digits. */
const cut = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

/** Roads as GeoJSON lines with id, name, class and surface; none where there are no roads. */
export const roadsGeoJson = (roads: RoadNetwork | null): object => ({
  type: 'FeatureCollection',
  features: (roads?.ways ?? []).map(({ id, name, class: kind, surface, points }) => ({
    type: 'Feature',
    properties: { id, name, class: kind, surface },
    geometry: {
      type: 'LineString',
      coordinates: Array.from(points, (p) => [cut(roads!.lng[p]!), cut(roads!.lat[p]!)]),
    },
  })),
})
