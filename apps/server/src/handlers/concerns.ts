import type { ConcernLine } from '@kuashan/contract/concerns.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { finding } from '@kuashan/core/kernel/finding.ts'
import { lintConcernWeights } from '@kuashan/core/plan/concern.ts'
import { concernQueue, type QueuedConcern } from '@kuashan/core/plan/concern-queue.ts'
import {
  addVoice,
  answerConcern,
  type Concern,
  listConcerns,
  objectionsNotQueued,
  raiseConcern,
} from '@kuashan/store/queries/concerns.ts'
import { concernWeights } from '@kuashan/store/queries/kept-whole.ts'
import { dayOf } from '../county/county-day.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { NotAnswered, refuseErrors } from '../serve/problem-answer.ts'
import type { Desk } from './desk.ts'

const lineOf = (concern: Concern, queued: QueuedConcern | null): ConcernLine => {
  const { division, plan, objection, answeredBy: _by, madeAt: _at, ...rest } = concern
  const from = plan && objection ? { plan, objection } : null
  const queue = queued && {
    place: queued.place,
    score: queued.score,
    terms: queued.terms,
    behind: queued.behind,
  }
  return { ...rest, village: division, from, queue }
}

/** A day that has come. Throws a finding for one that has not. */
function dayCome(day: string, today: PlainDate): PlainDate {
  if (day > today) throw new NotAnswered([finding('concern-not-dated', {}, { day })])
  return day as PlainDate
}

export const concernHandlers = ({ now }: Desk): TopicHandlers<'concerns'> => ({
  list: ({ caller, store }) =>
    store.as(caller, async (access) => {
      const concerns = await listConcerns(access)
      const { value: weights } = await concernWeights.read(access)
      const open = concerns.filter(({ answer }) => answer === null)
      const closed = concerns.filter(({ answer }) => answer !== null).reverse()
      const queue = concernQueue(open, weights, dayOf(now()))
      return {
        data: [
          ...queue.map((queued) => lineOf(queued.concern, queued)),
          ...closed.map((concern) => lineOf(concern, null)),
        ],
      }
    }),
  raise: ({ body, caller, store }) =>
    store.as(caller, async (access) => {
      const { village, from, saidOn, ...rest } = body
      const said = dayCome(saidOn, dayOf(now()))
      const of = { plan: from?.plan ?? null, objection: from?.objection ?? null }
      return {
        data: {
          id: await raiseConcern(access, { ...rest, ...of, division: village, saidOn: said }),
        },
      }
    }),
  again: ({ params, body, caller, store }) =>
    store.as(caller, async (access) => {
      const saidOn = dayCome(body.saidOn, dayOf(now()))
      await addVoice(access, params.concern, { ...body, saidOn })
      return {}
    }),
  answer: ({ params, body, version, caller, store }) =>
    store.as(caller, async (access) => {
      const at = { concern: params.concern, version: Number(version) }
      await answerConcern(access, at, body.text)
      return {}
    }),
  objections: ({ caller, store }) =>
    store.as(caller, async (access) => ({
      data: (await objectionsNotQueued(access)).map(({ division, ...row }) => ({
        ...row,
        village: division,
      })),
    })),
  weights: ({ caller, store }) =>
    store.as(caller, async (access) => {
      const { value: data, version } = await concernWeights.read(access)
      return { data, version }
    }),
  setWeights: ({ body, version, caller, store }) =>
    store.as(caller, async (access) => {
      refuseErrors(lintConcernWeights(body))
      return { data: body, version: await concernWeights.save(access, body, Number(version)) }
    }),
})
