import { routes } from '@kuashan/contract/routes.ts'
import { type Caller, filesForm } from '../office.fixture.ts'
import { type RouteCase, unique } from './route-case.fixture.ts'
import { at, settlement, stagedImport, type World } from './world.fixture.ts'

const row = (w: World) => ({ ...at(w), table: 'settlements' as const, row: settlement })
const reason = '实地核对'

const funds = filesForm({ 'funds.csv': 'id,name\nF-1,经费' })

export const countyCases: Record<keyof typeof routes.counties, RouteCase> = {
  list: (_, { call }) => call(routes.counties.list, { params: {} }),
  get: (w, { call }) => call(routes.counties.get, { params: at(w) }),
  changeSettings: (w, { call }) =>
    call(routes.counties.changeSettings, { params: at(w), body: { name: '三谷县' } }),
  template: (w, { call }) =>
    call(routes.counties.template, { params: at(w), query: { form: 'csv', year: 2026 } }),
  upload: (w, { call }) => call(routes.counties.upload, { params: at(w), form: funds }),
  imports: (w, { call }) => call(routes.counties.imports, { params: at(w) }),
  import: async (w, { call }) => {
    const { data } = await w.by.planner(routes.counties.imports, { params: at(w) })
    return call(routes.counties.import, { params: { ...at(w), import: data.at(-1)!.id } })
  },
  accept: async (w, { call }) => {
    const params = { ...at(w), import: await stagedImport(w) }
    const { version } = await w.by.planner(routes.counties.get, { params: at(w) })
    return call(routes.counties.accept, { params, version })
  },
  refuse: async (w, { call }) =>
    call(routes.counties.refuse, { params: { ...at(w), import: await stagedImport(w) } }),
}

const corrected = async (w: World, call: Caller) => {
  const { version } = await w.by.planner(routes.corrections.row, { params: row(w) })
  const body = { field: 'name', value: unique('北一坑'), reason }
  return call(routes.corrections.edit, { params: row(w), body, version })
}

export const correctionCases: Record<keyof typeof routes.corrections, RouteCase> = {
  rows: (w, { call }) =>
    call(routes.corrections.rows, { params: { ...at(w), table: 'settlements' } }),
  row: (w, { call }) => call(routes.corrections.row, { params: row(w) }),
  edit: (w, { call }) => corrected(w, call),
  undo: async (w, { call }) => {
    const { data, version } = await corrected(w, w.by.planner)
    const body = { change: data.row.version, reason }
    return call(routes.corrections.undo, { params: row(w), body, version })
  },
}

export const territoryCases: Record<keyof typeof routes.territory, RouteCase> = {
  places: (w, { call }) => call(routes.territory.places, { params: at(w) }),
  divisions: (w, { call }) => call(routes.territory.divisions, { params: at(w) }),
  roads: (w, { call }) => call(routes.territory.roads, { params: at(w) }),
  resources: (w, { call }) => call(routes.territory.resources, { params: at(w) }),
}

export const catalogueCases: Record<keyof typeof routes.catalogue, RouteCase> = {
  get: (w, { call }) => call(routes.catalogue.get, { params: at(w) }),
  adopt: async (w, { call }) => {
    const { data, version } = await w.by.planner(routes.catalogue.get, { params: at(w) })
    const standards = data.adopted.map((s) =>
      s.metric === 'minVisitsPerVillageYear' ? { ...s, value: s.value + 1 } : s,
    )
    const body = { standards, reason: '县政府第 3 号文' }
    return call(routes.catalogue.adopt, { params: at(w), body, version })
  },
}

export const goalCases: Record<keyof typeof routes.goals, RouteCase> = {
  get: (w, { call }) => call(routes.goals.get, { params: at(w) }),
  starting: (w, { call }) => call(routes.goals.starting, { params: at(w) }),
  set: async (w, { call }) => {
    const { version } = await w.by.planner(routes.goals.get, { params: at(w) })
    const { data } = await w.by.planner(routes.goals.starting, { params: at(w) })
    return call(routes.goals.set, { params: at(w), body: data, version })
  },
}

export const mapSourceCases: Record<keyof typeof routes.mapSource, RouteCase> = {
  get: (w, { call }) => call(routes.mapSource.get, { params: at(w) }),
  set: async (w, { call }) => {
    const { data, version } = await w.by.planner(routes.mapSource.get, { params: at(w) })
    return call(routes.mapSource.set, { params: at(w), body: data, version })
  },
  tile: (w, { call }) => call(routes.mapSource.tile, { params: { ...at(w), z: 1, x: 1, y: 0 } }),
}

export const measureCases: Record<keyof typeof routes.measures, RouteCase> = {
  list: (w, { call }) => call(routes.measures.list, { params: at(w) }),
  start: (w, { call }) => call(routes.measures.start, { params: at(w), query: {} }),
  latest: (w, { call }) => call(routes.measures.latest, { params: at(w), query: {} }),
  get: (w, { call }) =>
    call(routes.measures.get, { params: { ...at(w), measurement: w.measurement } }),
  cells: (w, { call }) =>
    call(routes.measures.cells, {
      params: { ...at(w), measurement: w.measurement },
      query: { settlement },
    }),
}
