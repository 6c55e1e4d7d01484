import { routes } from '@kuashan/contract/routes.ts'
import { takeFile } from '../office.fixture.ts'
import { type RouteCase, type Seat, unique } from './route-case.fixture.ts'
import { at, freshPlan, ownFile, ownJob, village, type World } from './world.fixture.ts'

const of = (w: World, plan = w.plan) => ({ ...at(w), plan })
const onNotice = (w: World) => freshPlan(w, 'comments', 'notice')
const comment = { department: '卫健局', body: '改到村委会' }
const objection = { village, body: '周三太早' }
const basis = { by: 'hand', how: '按油费算' } as const
const versionOf = async (w: World, plan: string) =>
  (await w.by.planner(routes.plans.get, { params: of(w, plan), query: {} })).version

export const planCases: Record<keyof typeof routes.plans, RouteCase> = {
  list: (w, { call }) => call(routes.plans.list, { params: at(w) }),
  start: (w, { call }) =>
    call(routes.plans.start, {
      params: at(w),
      body: { name: '夏季方案', mode: 'least-cost', seconds: 1, seed: 1 },
    }),
  get: (w, { call }) => call(routes.plans.get, { params: of(w), query: {} }),
  tourRoads: (w, { call }) =>
    call(routes.plans.tourRoads, { params: of(w), query: { date: w.date } }),
  rename: async (w, { call }) => {
    const plan = await freshPlan(w)
    const asked = { params: of(w, plan), version: await versionOf(w, plan) }
    return call(routes.plans.rename, { ...asked, body: { name: '新名字' } })
  },
  road: (w, { call }) => call(routes.plans.road, { params: of(w) }),
  step: async (w, { call }) => {
    const plan = await freshPlan(w)
    const asked = { params: of(w, plan), version: await versionOf(w, plan) }
    return call(routes.plans.step, { ...asked, body: { to: 'withdrawn', note: '重做' } })
  },
  post: async (w, { call }) =>
    call(routes.plans.post, {
      params: { ...of(w, await onNotice(w)), village },
      body: { postedOn: '2026-11-27', place: '村务公开栏' },
    }),
  comments: (w, { call }) => call(routes.plans.comments, { params: of(w) }),
  comment: (w, { call }) => call(routes.plans.comment, { params: of(w), body: comment }),
  answerComment: async (w, { call }) => {
    await w.by.department(routes.plans.comment, { params: of(w), body: comment })
    const { data } = await w.by.planner(routes.plans.comments, { params: of(w) })
    const { id, version } = data.find(({ answer }) => answer === null)!
    const params = { ...of(w), comment: id }
    return call(routes.plans.answerComment, {
      params,
      body: { text: '采纳' },
      version: `${version}`,
    })
  },
  objections: async (w, { call }) =>
    call(routes.plans.objections, { params: of(w, await onNotice(w)) }),
  object: async (w, { call }) =>
    call(routes.plans.object, { params: of(w, await onNotice(w)), body: objection }),
  answerObjection: async (w, { call }) => {
    const plan = await onNotice(w)
    await w.by.planner(routes.plans.object, { params: of(w, plan), body: objection })
    const { data } = await w.by.planner(routes.plans.objections, { params: of(w, plan) })
    const { id, version } = data[0]!
    return call(routes.plans.answerObjection, {
      params: { ...of(w, plan), objection: id },
      body: { text: '改到八点', priceFen: 0, displaced: [], accepted: true, basis },
      version: `${version}`,
    })
  },
}

const lock = (w: World) => [{ do: 'lock' as const, visit: w.visit }]

export const planEditCases: Record<keyof typeof routes.planEdits, RouteCase> = {
  versions: (w, { call }) => call(routes.planEdits.versions, { params: of(w) }),
  try: (w, { call }) => call(routes.planEdits.try, { params: of(w), body: { edits: lock(w) } }),
  edit: async (w, { call }) => {
    const plan = await freshPlan(w)
    const asked = { params: of(w, plan), version: await versionOf(w, plan) }
    return call(routes.planEdits.edit, { ...asked, body: { edits: lock(w), note: '' } })
  },
  undo: async (w, { call }) => {
    const plan = await freshPlan(w)
    const { version } = await w.by.planner(routes.planEdits.edit, {
      params: of(w, plan),
      version: await versionOf(w, plan),
      body: { edits: lock(w), note: '' },
    })
    return call(routes.planEdits.undo, { params: of(w, plan), version })
  },
}

export const planDifferenceCases: Record<keyof typeof routes.planDifferences, RouteCase> = {
  get: (w, { call }) =>
    call(routes.planDifferences.get, { params: of(w), query: { from: w.published } }),
}

export const planFileCases: Record<keyof typeof routes.planFiles, RouteCase> = {
  make: (w, { call }) =>
    call(routes.planFiles.make, { params: of(w), body: { file: 'plan.geojson' } }),
  made: (w, { call }) => takeFile(call, w.county, w.plan, 'plan.geojson'),
  document: (w, { call }) => call(routes.planFiles.document, { params: of(w) }),
  notice: (w, { call }) =>
    call(routes.planFiles.notice, {
      params: { ...of(w, w.published), village, language: 'zh' },
    }),
}

export const villagePlanCases: Record<keyof typeof routes.villagePlans, RouteCase> = {
  list: (w, { call }) => call(routes.villagePlans.list, { params: at(w) }),
  days: (w, { call }) =>
    call(routes.villagePlans.days, { params: of(w, w.published), query: { from: w.date } }),
}

const changes = (w: World) => [
  { do: 'add-vehicles-like' as const, likeOf: w.vehicle, count: 1 as const },
]
const freshScenario = async (w: World) => {
  const body = { name: unique('情景 '), changes: changes(w) }
  const { data, version } = await w.by.planner(routes.scenarios.create, { params: at(w), body })
  return { params: { ...at(w), scenario: data.id }, version }
}

export const scenarioCases: Record<keyof typeof routes.scenarios, RouteCase> = {
  list: (w, { call }) => call(routes.scenarios.list, { params: at(w) }),
  get: (w, { call }) => call(routes.scenarios.get, { params: { ...at(w), scenario: w.scenario } }),
  check: (w, { call }) =>
    call(routes.scenarios.check, { params: at(w), body: { changes: changes(w) } }),
  create: (w, { call }) =>
    call(routes.scenarios.create, { params: at(w), body: { name: 'B', changes: changes(w) } }),
  save: async (w, { call }) =>
    call(routes.scenarios.save, {
      ...(await freshScenario(w)),
      body: { name: 'C', changes: changes(w) },
    }),
  drop: async (w, { call }) => call(routes.scenarios.drop, await freshScenario(w)),
}

export const comparisonCases: Record<keyof typeof routes.comparisons, RouteCase> = {
  start: (w, { call }) =>
    call(routes.comparisons.start, {
      params: at(w),
      body: { a: { of: 'today' }, b: { of: 'plan', plan: w.plan } },
    }),
  get: (w, { call }) => call(routes.comparisons.get, { params: { ...at(w), job: w.comparison } }),
}

export const explanationCases: Record<keyof typeof routes.explanations, RouteCase> = {
  start: (w, { call }) =>
    call(routes.explanations.start, { params: of(w), body: { about: 'floors' } }),
  get: (w, { call }) => call(routes.explanations.get, { params: { ...at(w), job: w.explanation } }),
}

export const replanCases: Record<keyof typeof routes.replans, RouteCase> = {
  start: (w, { call }) =>
    call(routes.replans.start, {
      params: of(w),
      body: {
        // Nothing to plan anew: what it says is found at once.
        changes: [{ do: 'vehicle-down', vehicle: '没有的车', from: w.date, to: w.date }],
        today: w.date,
        locks: [],
      },
    }),
  get: (w, { call }) => call(routes.replans.get, { params: { ...at(w), job: w.replan } }),
  choose: (w, { call }) =>
    call(routes.replans.choose, {
      params: { ...at(w), job: w.replan },
      body: { kind: 'fewest', name: '车坏了' },
    }),
}

/** Townships, and who is bound to an area, see the work that they asked for; the others that of the office. */
const seenJob = async (w: World, { grant, me }: Seat): Promise<string> =>
  grant.role === 'township' || grant.area !== '' ? ownFile(w, me, 'cancelled') : w.comparison

export const jobCases: Record<keyof typeof routes.jobs, RouteCase> = {
  list: (w, { call }) => call(routes.jobs.list, { params: at(w), query: {} }),
  get: async (w, seat) =>
    seat.call(routes.jobs.get, { params: { ...at(w), job: await seenJob(w, seat) } }),
  watch: async (w, seat) =>
    seat.call(routes.jobs.watch, { params: { ...at(w), job: await seenJob(w, seat) } }),
  finish: async (w, { call, me }) =>
    call(routes.jobs.finish, { params: { ...at(w), job: await ownJob(w, me) } }),
  cancel: async (w, { call, me }) =>
    call(routes.jobs.cancel, { params: { ...at(w), job: await ownFile(w, me, 'waiting') } }),
  retry: async (w, { call, me }) =>
    call(routes.jobs.retry, { params: { ...at(w), job: await ownFile(w, me, 'cancelled') } }),
}
