import { roadsGeoJson } from '@kuashan/core/exchange/roads-geojson.ts'
import { partOfCounty } from '@kuashan/core/plan/part-of-county.ts'
import { countyInput } from '../county/county-shelf.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import type { Desk } from './desk.ts'

export const territoryHandlers = (desk: Desk): TopicHandlers<'territory'> => ({
  places: async ({ caller, store }) => {
    const { input, state } = await store.as(caller, (access) => countyInput(desk.shelf, access))
    const { divisions, settlements, facilities } = partOfCounty(input.county, caller.area)
    const version = `${state}${caller.area}`
    return { data: { divisions, settlements, facilities }, version, same: version }
  },
  divisions: async ({ caller, store }) => {
    const { input } = await store.as(caller, (access) => countyInput(desk.shelf, access))
    return {
      data: input.county.divisions.map(({ code, level, name, nameEn }) => ({
        code,
        level,
        name,
        nameEn,
      })),
    }
  },
  roads: async ({ caller, store }) => {
    const { input, revision } = await store.as(caller, (access) => countyInput(desk.shelf, access))
    return {
      file: JSON.stringify(roadsGeoJson(input.roads)),
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
