import type { Finding } from '@kuashan/core/kernel/finding.ts'
import { PlanStep, stepFindings } from '@kuashan/core/plan/publication.ts'
import { Refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'
import { listComments, listNotices, listObjections } from './plan-voices.ts'
import { advancePlan, getPlan, type PlanEntry } from './plans.ts'

export interface StepAsked {
  to: PlanStep
  /** The opinion, the minutes, or the reason; needed where the step leans on one. */
  note: string
  /** Codes of the villages that the plan touches: each gets a notice. */
  villages: readonly string[]
}

async function writeStep(
  access: Access,
  plan: string,
  { version, from, to, note }: { version: number; from: PlanStep; to: PlanStep; note: string },
) {
  const { caller, db } = access
  await db
    .insertInto('plan_step')
    .values({
      county: caller.county,
      plan,
      version,
      from_step: from,
      to_step: to,
      note,
      made_by: caller.account!,
    })
    .execute()
  access.record({ action: `step to ${to}`, table: 'plan', subject: plan, facts: { from, version } })
}

/** A county has one published plan: the one before becomes part of the record. */
async function replacePublished(access: Access, plan: string): Promise<void> {
  const published = await access.db
    .selectFrom('plan')
    .select(['plan', 'version'])
    .where('county', '=', access.caller.county)
    .where('step', '=', 'published')
    .where('plan', '<>', plan)
    .execute()
  for (const old of published) {
    const version = await advancePlan(access, old.plan, old.version, { step: 'replaced' })
    const note = plan
    await writeStep(access, old.plan, { version, from: 'published', to: 'replaced', note })
  }
}

/**
 * Takes a plan one step along its road, from the version the caller saw. Refused with the first thing that is missing;
 * `findStepFindings` tells all of them beforehand. Returns the new version.
 */
export async function takeStep(
  access: Access,
  plan: string,
  version: number,
  asked: StepAsked,
): Promise<number> {
  const state = await readRoadState(access, await getPlan(access, plan))
  const missing = findStepFindings(state, access.caller.role, asked)[0]
  if (missing) throw new Refused(missing)
  const { to, note } = asked
  // First, so that the plan before was in force until this one was: readers tell by that which came before.
  if (to === 'published') await replacePublished(access, plan)
  const next = await advancePlan(access, plan, version, { step: to })
  await writeStep(access, plan, { version: next, from: state.step, to, note })
  return next
}

/** Where a plan stands on its road: what decides which steps it may take. */
export interface RoadState {
  step: PlanStep
  errors: number
  unansweredComments: number
  unansweredObjections: number
  /** Where and when notices hang, as far as the caller may see. */
  notices: Awaited<ReturnType<typeof listNotices>>
}

export async function readRoadState(
  access: Access,
  { plan, step, errors }: PlanEntry,
): Promise<RoadState> {
  const [comments, objections, notices] = await Promise.all([
    listComments(access, plan),
    listObjections(access, plan),
    listNotices(access, plan),
  ])
  const open = (entries: readonly { answeredAt: string | null }[]) =>
    entries.filter((entry) => entry.answeredAt === null).length
  return {
    step,
    errors,
    unansweredComments: open(comments),
    unansweredObjections: open(objections),
    notices,
  }
}

/** Everything that still stands between a plan in this state and a step, for somebody of this role. */
export function findStepFindings(
  { step, notices, ...counts }: RoadState,
  role: string,
  { to, note, villages }: StepAsked,
): Finding[] {
  const posted = new Set(notices.map((notice) => notice.division))
  const villagesWithoutNotice = villages.filter((village) => !posted.has(village)).length
  return stepFindings(step, to, { role, note, ...counts, villagesWithoutNotice })
}

/** The steps a plan has taken, oldest first: who, when, and what each leaned on. */
export async function listSteps({ db, caller }: Access, plan: string) {
  const rows = await db
    .selectFrom('plan_step')
    .select(['version', 'from_step', 'to_step', 'note', 'made_by as madeBy', 'made_at as madeAt'])
    .where('county', '=', caller.county)
    .where('plan', '=', plan)
    .orderBy('version')
    .execute()
  return rows.map(({ from_step, to_step, ...row }) => ({
    ...row,
    from: PlanStep.parse(from_step),
    to: PlanStep.parse(to_step),
  }))
}
