import type { RoadNetwork } from '@kuashan/core/territory/roads.ts'
import { countyInput } from '../county/county-shelf.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import type { Desk } from './desk.ts'

/** Metres of a degree are cut to about one: five digits. */
const cut = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

const roadFeatures = ({ ways, lng, lat }: RoadNetwork) =>
  ways.map(({ id, name, class: kind, surface, points }) => ({
    type: 'Feature',
    properties: { id, name, class: kind, surface },
    geometry: {
      type: 'LineString',
      coordinates: Array.from(points, (p) => [cut(lng[p]!), cut(lat[p]!)]),
    },
  }))

export const territoryHandlers = (desk: Desk): TopicHandlers<'territory'> => ({
  places: async ({ caller, store }) => {
    const { input } = await store.as(caller, (access) => countyInput(desk.shelf, access))
    const { divisions, settlements, facilities } = input.county
    return { data: { divisions, settlements, facilities } }
  },
  roads: async ({ caller, store }) => {
    const { input, revision } = await store.as(caller, (access) => countyInput(desk.shelf, access))
    const features = input.roads ? roadFeatures(input.roads) : []
    return {
      file: JSON.stringify({ type: 'FeatureCollection', features }),
      type: 'application/geo+json',
      name: 'roads.geojson',
      version: revision,
    }
  },
  resources: async ({ caller, store }) => {
    const { input } = await store.as(caller, (access) => countyInput(desk.shelf, access))
    const { vehicles, staff } = input.county
    return { data: { vehicles, staff: staff.map(({ birthYear: _, ...post }) => post) } }
  },
})
