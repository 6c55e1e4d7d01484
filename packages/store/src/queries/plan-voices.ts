import { AnswerSource } from '@kuashan/core/plan/answer-source.ts'
import { z } from 'zod'
import { newId } from '../database/new-id.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'
import { getPlan } from './plans.ts'

const answered = {
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: z.string().nullable(),
  version: z.number().int(),
  madeBy: z.string(),
  madeAt: z.string(),
}

/** What a department says of a plan, and what came of it. */
export const PlanComment = z.object({
  comment: z.string(),
  department: z.string(),
  body: z.string(),
  ...answered,
})
export type PlanComment = z.infer<typeof PlanComment>

/** What a village objects, answered with its price and with who would be displaced. Money in fen. */
export const Objection = z.object({
  objection: z.string(),
  division: z.string(),
  settlement: z.string().nullable(),
  body: z.string(),
  priceFen: z.number().int().nullable(),
  displaced: z.array(z.string()).nullable(),
  accepted: z.boolean().nullable(),
  source: AnswerSource.nullable(),
  ...answered,
})
export type Objection = z.infer<typeof Objection>

const answerColumns = [
  'answer',
  'answered_by as answeredBy',
  'answered_at as answeredAt',
  'version',
  'made_by as madeBy',
  'made_at as madeAt',
] as const

/** Adds a department's comment on a plan that the caller may see. Returns its id. */
export async function commentOnPlan(
  access: Access,
  plan: string,
  { department, body }: { department: string; body: string },
): Promise<string> {
  const { db, caller, record } = access
  await getPlan(access, plan)
  const comment = newId()
  await db
    .insertInto('plan_comment')
    .values({
      county: caller.county,
      plan,
      comment,
      department,
      body,
      made_by: caller.account!,
    })
    .execute()
  record({ action: 'comment', table: 'plan_comment', subject: comment, facts: { plan } })
  return comment
}

export async function listComments({ db, caller }: Access, plan: string): Promise<PlanComment[]> {
  const rows = await db
    .selectFrom('plan_comment')
    .select(['comment', 'department', 'body'])
    .select(answerColumns)
    .where('county', '=', caller.county)
    .where('plan', '=', plan)
    .orderBy('comment')
    .execute()
  return rows.map((row) => PlanComment.parse(row))
}

const answer = ({ caller }: Access, text: string, version: number) => ({
  answer: text,
  answered_by: caller.account,
  answered_at: new Date().toISOString(),
  version: version + 1,
})

export async function answerComment(
  access: Access,
  { plan, comment, version }: { plan: string; comment: string; version: number },
  text: string,
): Promise<void> {
  const { numUpdatedRows } = await access.db
    .updateTable('plan_comment')
    .set(answer(access, text, version))
    .where('county', '=', access.caller.county)
    .where('plan', '=', plan)
    .where('comment', '=', comment)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refused('store-stale', { what: comment, expected: version })
  access.record({ action: 'answer', table: 'plan_comment', subject: comment, facts: { plan } })
}

/** Records where and when a village's page was posted. */
export async function postNotice(
  access: Access,
  plan: string,
  { division, postedOn, place }: { division: string; postedOn: string; place: string },
): Promise<void> {
  const { db, caller, record } = access
  await getPlan(access, plan)
  await db
    .insertInto('plan_notice')
    .values({
      county: caller.county,
      plan,
      division,
      posted_on: postedOn,
      place,
      made_by: caller.account!,
    })
    .execute()
  record({ action: 'post', table: 'plan_notice', subject: `${plan} ${division}` })
}

export const listNotices = ({ db, caller }: Access, plan: string) =>
  db
    .selectFrom('plan_notice')
    .select(['division', 'posted_on as postedOn', 'place', 'made_by as madeBy'])
    .where('county', '=', caller.county)
    .where('plan', '=', plan)
    .orderBy('division')
    .execute()

/** Adds a village's objection to a plan that the caller may see. Returns its id. */
export async function objectToPlan(
  access: Access,
  plan: string,
  made: { division: string; settlement?: string | undefined; body: string },
): Promise<string> {
  const { db, caller, record } = access
  await getPlan(access, plan)
  const objection = newId()
  await db
    .insertInto('objection')
    .values({
      county: caller.county,
      plan,
      objection,
      division: made.division,
      settlement: made.settlement ?? null,
      body: made.body,
      made_by: caller.account!,
    })
    .execute()
  record({ action: 'object', table: 'objection', subject: objection, facts: { plan } })
  return objection
}

export async function listObjections({ db, caller }: Access, plan: string): Promise<Objection[]> {
  const rows = await db
    .selectFrom('objection')
    .select(['objection', 'division', 'settlement', 'body', 'displaced', 'accepted', 'source'])
    .select('price_fen as priceFen')
    .select(answerColumns)
    .where('county', '=', caller.county)
    .where('plan', '=', plan)
    .orderBy('objection')
    .execute()
  return rows.map((row) => Objection.parse(row))
}

export async function answerObjection(
  access: Access,
  { plan, objection, version }: { plan: string; objection: string; version: number },
  made: {
    answer: string
    priceFen: number
    displaced: readonly string[]
    accepted: boolean
    source: AnswerSource
  },
): Promise<void> {
  const { numUpdatedRows } = await access.db
    .updateTable('objection')
    .set({
      ...answer(access, made.answer, version),
      price_fen: made.priceFen,
      displaced: JSON.stringify(made.displaced),
      accepted: made.accepted,
      source: JSON.stringify(made.source),
    })
    .where('county', '=', access.caller.county)
    .where('plan', '=', plan)
    .where('objection', '=', objection)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refused('store-stale', { what: objection, expected: version })
  const facts = { plan, accepted: made.accepted, by: made.source.by }
  access.record({ action: 'answer', table: 'objection', subject: objection, facts })
}
