import type { PlanLine } from '@kuashan/contract/plans.ts'
import { newId } from '@kuashan/store/database/new-id.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { takeStep } from '@kuashan/store/queries/plan-steps.ts'
import {
  answerComment,
  answerObjection,
  commentOnPlan,
  listComments,
  listObjections,
  objectToPlan,
  postNotice,
} from '@kuashan/store/queries/plan-voices.ts'
import {
  findPlanVersion,
  getPlan,
  listPlans,
  type PlanEntry,
  renamePlan,
} from '@kuashan/store/queries/plans.ts'
import { sourceOf } from '../county/answer-source.ts'
import { countyUnder } from '../county/county-under.ts'
import { newestSave, readNewest, readPlan } from '../county/open-plan.ts'
import { planInArea } from '../county/plan-in-area.ts'
import { summaryOf, summaryOfSave } from '../county/plan-summary.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import type { Desk } from './desk.ts'
import { askedJob } from './jobs.ts'
import { lineOf, nameOfPlan, shownPlan, writeSaved } from './plan-line.ts'
import { readRoad, touchedBy } from './plan-road.ts'

/** A plan as lists show it to the caller. */
async function lineFor(access: Access, desk: Desk, entry: PlanEntry): Promise<PlanLine> {
  if (access.caller.area === '')
    return lineOf(entry, await summaryOfSave(access, newestSave(entry)))
  const { plan, findings } = await planInArea(access, desk.shelf, await readNewest(access, entry))
  return lineOf(entry, summaryOf(plan, findings))
}

export const planHandlers = (desk: Desk): TopicHandlers<'plans'> => ({
  list: ({ caller, store }) =>
    store.as(caller, async (access) => {
      const lines: PlanLine[] = []
      for (const entry of await listPlans(access)) lines.push(await lineFor(access, desk, entry))
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
      const { area } = caller
      const entry = await getPlan(access, params.plan)
      const { version } = entry
      const same = nameOfPlan(entry, query.version, area)
      if (area !== '') {
        const read = await readPlan(access, params.plan, query.version)
        return { ...shownPlan(await planInArea(access, desk.shelf, read)), same }
      }
      if (caller.role === 'planner' && entry.step === 'draft')
        desk.edits.prepare({ caller, plan: params.plan }, entry.scenario)
      const save =
        query.version === undefined
          ? newestSave(entry)
          : await findPlanVersion(access, params.plan, query.version)
      const write = () => store.as(caller, (again) => writeSaved(again, entry, save))
      return { write, version, same }
    }),
  tourRoads: async ({ params, query, caller }) => {
    const { version, ...which } = query
    return { data: await desk.edits.ask('draw', { caller, plan: params.plan, version, which }) }
  },
  rename: ({ params, body, version, caller, store }) =>
    store.as(caller, async (access) => {
      const next = await renamePlan(access, params.plan, Number(version), body.name)
      const entry = await getPlan(access, params.plan)
      return { data: await lineFor(access, desk, entry), version: next }
    }),
  road: ({ params, caller, store }) =>
    store.as(caller, async (access) => {
      const entry = await getPlan(access, params.plan)
      // Comments, notices and objections leave the plan at its version.
      return { data: await readRoad(access, desk, entry), version: entry.version, alters: true }
    }),
  step: ({ params, body, version, caller, store }) =>
    store.as(caller, async (access) => {
      const before = await getPlan(access, params.plan)
      const { villages } = await touchedBy(access, desk, before)
      const next = await takeStep(access, params.plan, Number(version), { ...body, villages })
      const entry = await getPlan(access, params.plan)
      return { data: await readRoad(access, desk, entry), version: next }
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
