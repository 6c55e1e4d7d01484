import { routes } from '@kuashan/contract/routes.ts'
import type { ReportAsk } from '@kuashan/core/figures/report.ts'
import { type RouteCase, unique } from './route-case.fixture.ts'
import { at, type World } from './world.fixture.ts'

const days = { asOf: '2026-01-01', from: '2026-01-01', to: '2026-12-31', cumulative: false }
const ask = (w: World): ReportAsk => ({
  figures: ['coverage'],
  by: null,
  when: days as ReportAsk['when'],
  sides: [{ of: 'measurement', measurement: w.measurement }],
})

const defined = async (w: World) => {
  const body = { name: unique('报表 '), ask: ask(w) }
  const { data, version } = await w.by.planner(routes.reports.create, { params: at(w), body })
  return { params: { ...at(w), report: data.id }, version }
}

export const reportCases: Record<keyof typeof routes.reports, RouteCase> = {
  evaluate: (w, { call }) => call(routes.reports.evaluate, { params: at(w), body: ask(w) }),
  records: (w, { call }) => {
    const { when, sides } = ask(w)
    const body = { figure: 'coverage', when, side: sides[0]!, by: null }
    return call(routes.reports.records, { params: at(w), body })
  },
  file: (w, { call }) =>
    call(routes.reports.file, {
      params: { ...at(w), file: 'report.zh.csv' },
      query: { ask: JSON.stringify(ask(w)) },
    }),
  list: (w, { call }) => call(routes.reports.list, { params: at(w) }),
  get: async (w, { call }) =>
    call(routes.reports.get, { params: (await defined(w)).params, query: {} }),
  create: (w, { call }) =>
    call(routes.reports.create, { params: at(w), body: { name: '季报', ask: ask(w) } }),
  save: async (w, { call }) =>
    call(routes.reports.save, { ...(await defined(w)), body: { name: '年报', ask: ask(w) } }),
  drop: async (w, { call }) => call(routes.reports.drop, await defined(w)),
}
