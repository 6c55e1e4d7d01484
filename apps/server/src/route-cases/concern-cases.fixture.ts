import { routes } from '@kuashan/contract/routes.ts'
import { type RouteCase, unique } from './route-case.fixture.ts'
import { at, settlement, village, type World } from './world.fixture.ts'

const why = '迁入'
const concern = {
  village,
  settlement: null,
  service: null,
  body: '卫生室一直没人',
  people: 40,
  severity: 'nuisance' as const,
  saidOn: '2024-03-01',
  votes: 0,
  from: null,
}
const raised = async (w: World) => {
  const { data } = await w.by.planner(routes.concerns.raise, { params: at(w), body: concern })
  return { ...at(w), concern: data.id }
}

export const concernCases: Record<keyof typeof routes.concerns, RouteCase> = {
  list: (w, { call }) => call(routes.concerns.list, { params: at(w) }),
  raise: (w, { call }) => call(routes.concerns.raise, { params: at(w), body: concern }),
  again: async (w, { call }) =>
    call(routes.concerns.again, {
      params: await raised(w),
      body: { saidOn: '2026-01-01', raised: true, votes: 0, note: '' },
    }),
  answer: async (w, { call }) =>
    call(routes.concerns.answer, {
      params: await raised(w),
      body: { text: '每周一次' },
      version: '1',
    }),
  objections: (w, { call }) => call(routes.concerns.objections, { params: at(w) }),
  weights: (w, { call }) => call(routes.concerns.weights, { params: at(w) }),
  setWeights: async (w, { call }) => {
    const { data, version } = await w.by.planner(routes.concerns.weights, { params: at(w) })
    return call(routes.concerns.setWeights, { params: at(w), body: data, version })
  },
}

export const personFileCases: Record<keyof typeof routes.personFiles, RouteCase> = {
  export: (w, { call }) =>
    call(routes.personFiles.export, { params: { ...at(w), person: w.person }, why }),
  import: (w, { call }) => {
    const file = {
      kind: 'kuashan-person',
      format: 1,
      madeOn: '2025-05-01',
      county: '331198000000',
      village: '331198101202',
      settlement: null,
      name: unique('钟'),
      identityNumber: null,
      birthDate: '1960-01-15',
      telephone: null,
    }
    const body = { file, division: village, settlement: null }
    return call(routes.personFiles.import, { params: at(w), body, why })
  },
}

export const policyCases: Record<keyof typeof routes.policies, RouteCase> = {
  chain: (w, { call }) => call(routes.policies.chain, { params: at(w), query: { plan: w.plan } }),
  texts: (w, { call }) => call(routes.policies.texts, { params: at(w) }),
  setTexts: async (w, { call }) => {
    const { data, version } = await w.by.planner(routes.policies.texts, { params: at(w) })
    return call(routes.policies.setTexts, { params: at(w), body: data, version })
  },
}

const trial = (w: World) => ({
  nameZh: '巡回诊疗',
  nameEn: 'A clinic van',
  wayZh: '流动诊所',
  wayEn: 'a clinic van',
  services: ['MED-01'],
  where: [settlement],
  range: { from: '2026-01-01', to: '2026-06-30' },
  scenario: w.scenario,
  plan: w.planUnder,
  recorded: [],
})

export const trialCases: Record<keyof typeof routes.trials, RouteCase> = {
  list: (w, { call }) => call(routes.trials.list, { params: at(w) }),
  start: (w, { call }) => call(routes.trials.start, { params: at(w), body: trial(w) as never }),
  save: async (w, { call }) => {
    const asked = { params: at(w), body: trial(w) as never }
    const { data } = await w.by.planner(routes.trials.start, asked)
    const params = { ...at(w), trial: data.id }
    return call(routes.trials.save, { params, body: asked.body, version: '1' })
  },
}
