import { roadsGeoJson } from '@kuashan/core/exchange/roads-geojson.ts'
import { partOfCounty } from '@kuashan/core/plan/part-of-county.ts'
import { countyInput } from '../county/county-shelf.ts'
import { writtenRows } from '../county/written-rows.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import type { Desk } from './desk.ts'

export const territoryHandlers = (desk: Desk): TopicHandlers<'territory'> => ({
  places: async ({ caller, store }) => {
    const { input, state } = await store.as(caller, (access) => countyInput(desk.shelf, access))
    const { divisions, settlements, facilities } = partOfCounty(input.county, caller.area)
    const version = `${state}${caller.area}`
    // Rows were taken by the schema of the core, which the route’s is made of.
    const write = () => writtenRows({ divisions, settlements, facilities })
    return { write, version, same: version }
  },
  divisions: async ({ caller, store }) => {
    const { input, state } = await store.as(caller, (access) => countyInput(desk.shelf, access))
    const make = () =>
      input.county.divisions.map(({ code, level, name, nameEn }) => ({ code, level, name, nameEn }))
    return { make, same: state }
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
    const { input, state } = await store.as(caller, (access) => countyInput(desk.shelf, access))
    const { vehicles, staff, buses } = input.county
    const make = () => ({ vehicles, staff: staff.map(({ birthYear: _, ...post }) => post), buses })
    return { make, same: state }
  },
})
