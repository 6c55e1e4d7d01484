import type { PlanLine, PlanRoad } from '@kuashan/contract/plans.ts'
import { isInArea } from '@kuashan/core/plan/part-of-county.ts'
import { PlanStep } from '@kuashan/core/plan/publication.ts'
import { villagesOfPlan } from '@kuashan/core/plan/villages-of-plan.ts'
import { newId } from '@kuashan/store/database/new-id.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import {
  findStepFindings,
  listSteps,
  readRoadState,
  takeStep,
} from '@kuashan/store/queries/plan-steps.ts'
import {
  answerComment,
  answerObjection,
  commentOnPlan,
  listComments,
  listObjections,
  objectToPlan,
  postNotice,
} from '@kuashan/store/queries/plan-voices.ts'
import { getPlan, listPlans, renamePlan } from '@kuashan/store/queries/plans.ts'
import { sourceOf } from '../county/answer-source.ts'
import { countyInput } from '../county/county-shelf.ts'
import { countyUnder } from '../county/county-under.ts'
import { readNewest, readPlan } from '../county/open-plan.ts'
import { planInArea } from '../county/plan-in-area.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { said } from '../serve/problem-answer.ts'
import type { Desk } from './desk.ts'
import { askedJob } from './jobs.ts'
import { lineOf, shownPlan } from './plan-line.ts'

async function readRoad(access: Access, desk: Desk, id: string): Promise<PlanRoad> {
  const { entry, plan } = await readPlan(access, id)
  const { input } = await countyInput(desk.shelf, access)
  const villages = villagesOfPlan(input.county, plan)
  const names = new Map(input.county.divisions.map((d) => [d.code, d.name]))
  const state = await readRoadState(access, id)
  const posted = new Map(state.notices.map((n) => [n.division, n]))
  const next = PlanStep.options.flatMap((to) => {
    const missing = findStepFindings(state, access.caller.role, { to, note: '…', villages })
    const isPossible = missing.every((f) => f.code !== 'plan-step-not-possible')
    return isPossible ? [{ to, missing: missing.map(said) }] : []
  })
  const taken = await listSteps(access, id)
  return {
    step: entry.step,
    taken: taken.map(({ from, to, madeBy, madeAt, note }) => ({
      from,
      to,
      by: madeBy,
      at: madeAt,
      note,
    })),
    next,
    notices: villages
      .filter((village) => isInArea(village, access.caller.area))
      .map((village) => ({
        village,
        name: names.get(village) ?? village,
        postedOn: posted.get(village)?.postedOn ?? null,
        place: posted.get(village)?.place ?? null,
      })),
  }
}

export const planHandlers = (desk: Desk): TopicHandlers<'plans'> => ({
  list: ({ caller, store }) =>
    store.as(caller, async (access) => {
      const lines: PlanLine[] = []
      for (const entry of await listPlans(access))
        lines.push(lineOf(await planInArea(access, desk.shelf, await readNewest(access, entry))))
      return { data: lines }
    }),
  start: ({ body, caller, store }) =>
    store.as(caller, async (access) => {
      await countyUnder(desk.shelf, access, body.scenario)
      const asked = { kind: 'plan', workKey: newId(), input: body }
      return askedJob(access, desk.queue, asked)
    }),
  get: ({ params, query, caller, store }) =>
    store.as(caller, async (access) => {
      const read = await readPlan(access, params.plan, query.version)
      const { data, version } = shownPlan(await planInArea(access, desk.shelf, read))
      const { area } = caller
      return { data, version, same: `${params.plan} ${version} ${query.version ?? ''} ${area}` }
    }),
  tourRoads: async ({ params, query, caller }) => {
    const { version, ...which } = query
    return { data: await desk.edits.ask('draw', { caller, plan: params.plan, version, which }) }
  },
  rename: ({ params, body, version, caller, store }) =>
    store.as(caller, async (access) => {
      const next = await renamePlan(access, params.plan, Number(version), body.name)
      return { data: lineOf(await readPlan(access, params.plan)), version: next }
    }),
  road: ({ params, caller, store }) =>
    store.as(caller, async (access) => {
      const { version } = await getPlan(access, params.plan)
      // Comments, notices and objections leave the plan at its version.
      return { data: await readRoad(access, desk, params.plan), version, alters: true }
    }),
  step: ({ params, body, version, caller, store }) =>
    store.as(caller, async (access) => {
      const { input } = await countyInput(desk.shelf, access)
      const { plan } = await readPlan(access, params.plan)
      const villages = villagesOfPlan(input.county, plan)
      const next = await takeStep(access, params.plan, Number(version), { ...body, villages })
      return { data: await readRoad(access, desk, params.plan), version: next }
    }),
  post: ({ params, body, caller, store }) =>
    store.as(caller, async (access) => {
      await postNotice(access, params.plan, { division: params.village, ...body })
      return {}
    }),
  comments: ({ params, caller, store }) =>
    store.as(caller, async (access) => ({
      data: (await listComments(access, params.plan)).map(({ comment, ...rest }) => ({
        id: comment,
        ...rest,
      })),
    })),
  comment: ({ params, body, caller, store }) =>
    store.as(caller, async (access) => {
      await commentOnPlan(access, params.plan, body)
      return {}
    }),
  answerComment: ({ params, body, version, caller, store }) =>
    store.as(caller, async (access) => {
      const { plan, comment } = params
      await answerComment(access, { plan, comment, version: Number(version) }, body.text)
      return {}
    }),
  objections: ({ params, caller, store }) =>
    store.as(caller, async (access) => ({
      data: (await listObjections(access, params.plan)).map(({ objection, division, ...rest }) => ({
        id: objection,
        village: division,
        ...rest,
      })),
    })),
  object: ({ params, body, caller, store }) =>
    store.as(caller, async (access) => {
      const { village, ...rest } = body
      await objectToPlan(access, params.plan, { division: village, ...rest })
      return {}
    }),
  answerObjection: async ({ params, body, version, caller, store }) => {
    const { plan, objection } = params
    const { text, basis, ...rest } = body
    const source = await sourceOf(desk.edits, { caller, plan }, basis)
    return store.as(caller, async (access) => {
      const asked = { plan, objection, version: Number(version) }
      await answerObjection(access, asked, { answer: text, ...rest, source })
      return {}
    })
  },
})
