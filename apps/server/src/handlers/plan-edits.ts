import { finding } from '@kuashan/core/kernel/finding.ts'
import { refused } from '@kuashan/store/database/refused.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import {
  getPlan,
  listPlanVersions,
  readPlanVersion,
  savePlan,
} from '@kuashan/store/queries/plans.ts'
import { readPlan, verdictOf } from '../county/open-plan.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { NotAnswered, said } from '../serve/problem-answer.ts'
import type { Desk } from './desk.ts'
import { fullPlan, nameOfPlan, writeJustSaved } from './plan-line.ts'

/** The save that the last edits by hand were made on. Throws `NotAnswered` where there are none. */
async function beforeEdits(access: Access, id: string) {
  const { plan } = await readPlan(access, id)
  const saves = await listPlanVersions(access, id)
  const last = saves.findLast((save) => save.hash === plan.origin?.parent)
  if (!last) throw new NotAnswered([finding('edit-nothing-to-undo', {})])
  return readPlanVersion(access, id, last.version)
}

export const planEditHandlers = ({ edits }: Desk): TopicHandlers<'planEdits'> => ({
  versions: ({ params, caller, store }) =>
    store.as(caller, async (access) => {
      const saves = await listPlanVersions(access, params.plan)
      return {
        data: saves.map(({ version, note, madeBy, madeAt }) => ({
          version,
          note,
          by: madeBy,
          at: new Date(madeAt).toISOString(),
        })),
      }
    }),
  try: async ({ params, body, caller }) => {
    const asked = { caller, plan: params.plan, edits: body.edits }
    const { effect, findings } = await edits.ask('edit', asked)
    return { data: { ...effect, verdict: verdictOf(findings), findings: findings.map(said) } }
  },
  edit: async ({ params, body, version, caller, store }) => {
    const { plan } = params
    const expected = Number(version)
    const { version: standing } = await store.as(caller, (access) => getPlan(access, plan))
    if (standing !== expected) throw refused('store-stale', { what: plan, expected })
    const asked = { caller, plan, edits: body.edits, version: expected, note: body.note }
    const { entry, ...saved } = await edits.ask('save', asked)
    const written = await writeJustSaved(entry, saved)
    const reply = { write: () => written, version: entry.version }
    // Whoever is shown a part of the county would look at a part of the plan.
    if (caller.area !== '') return reply
    return { ...reply, same: nameOfPlan(entry, undefined, ''), like: 'plans.get' }
  },
  undo: async ({ params, version, caller, store }) => {
    const { plan } = params
    const { version: back, document } = await store.as(caller, (a) => beforeEdits(a, plan))
    const { findings } = await edits.ask('check', { caller, plan, version: back })
    return store.as(caller, async (access) => {
      const save = { document, findings, note: `↩ ${back}` }
      await savePlan(access, plan, Number(version), save)
      return fullPlan(access, plan)
    })
  },
})
