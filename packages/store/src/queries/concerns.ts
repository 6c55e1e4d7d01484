import { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { ConcernSeverity } from '@kuashan/core/plan/concern.ts'
import { z } from 'zod'
import { newId } from '../database/new-id.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'

/** Something that residents are concerned about, with how often it was raised and how many voted for it. */
export const Concern = z.object({
  id: z.string(),
  division: z.string(),
  settlement: z.string().nullable(),
  service: z.string().nullable(),
  body: z.string(),
  people: z.number().int(),
  severity: ConcernSeverity,
  plan: z.string().nullable(),
  objection: z.string().nullable(),
  /** The day of the first voice, times raised after it, votes of all voices. */
  since: PlainDate,
  repeats: z.number().int(),
  votes: z.number().int(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: z.string().nullable(),
  version: z.number().int(),
  madeBy: z.string(),
  madeAt: z.string(),
})
export type Concern = z.infer<typeof Concern>

/** What somebody enters. */
export interface RaisedConcern {
  division: string
  settlement: string | null
  service: string | null
  body: string
  people: number
  severity: ConcernSeverity
  plan: string | null
  objection: string | null
  saidOn: PlainDate
  votes: number
}

/** One more time that a concern was raised, or votes for it. */
export interface ConcernVoice {
  saidOn: PlainDate
  raised: boolean
  votes: number
  note: string
}

async function insertVoice({ db, caller }: Access, concern: string, voice: ConcernVoice) {
  await db
    .insertInto('concern_voice')
    .values({
      county: caller.county,
      concern,
      voice: newId(),
      said_on: voice.saidOn,
      raised: voice.raised,
      votes: voice.votes,
      note: voice.note,
      made_by: caller.account!,
    })
    .execute()
}

/** Enters a concern with its first voice. Returns its id. */
export async function raiseConcern(access: Access, made: RaisedConcern): Promise<string> {
  const { db, caller, record } = access
  const concern = newId()
  const { saidOn, votes, ...own } = made
  await db
    .insertInto('concern')
    .values({ county: caller.county, concern, made_by: caller.account!, ...own })
    .execute()
  await insertVoice(access, concern, { saidOn, raised: true, votes, note: '' })
  const facts = made.plan ? { plan: made.plan } : {}
  record({ action: 'raise', table: 'concern', subject: concern, facts })
  return concern
}

/** Adds a voice to a concern that is open. */
export async function addVoice(
  access: Access,
  concern: string,
  voice: ConcernVoice,
): Promise<void> {
  const found = (await listConcerns(access)).find(({ id }) => id === concern)
  if (!found) throw refused('store-not-found', { what: 'concern' })
  if (found.answer !== null) throw refused('concern-closed', {})
  await insertVoice(access, concern, voice)
  access.record({ action: 'raise again', table: 'concern', subject: concern })
}

/** Closes a concern by its answer, from the version that was read. */
export async function answerConcern(
  { db, caller, record }: Access,
  { concern, version }: { concern: string; version: number },
  text: string,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('concern')
    .set({
      answer: text,
      answered_by: caller.account,
      answered_at: new Date().toISOString(),
      version: version + 1,
    })
    .where('county', '=', caller.county)
    .where('concern', '=', concern)
    .where('version', '=', version)
    .where('answer', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refused('store-stale', { what: concern, expected: version })
  record({ action: 'answer', table: 'concern', subject: concern })
}

/** All concerns of the caller's area, open and closed, by id. */
export async function listConcerns({ db, caller }: Access): Promise<Concern[]> {
  const rows = await db
    .selectFrom('concern as c')
    .innerJoin('concern_voice as v', (join) =>
      join.onRef('v.county', '=', 'c.county').onRef('v.concern', '=', 'c.concern'),
    )
    .select([
      'c.concern as id',
      'c.division',
      'c.settlement',
      'c.service',
      'c.body',
      'c.people',
      'c.severity',
      'c.plan',
      'c.objection',
      'c.answer',
      'c.answered_by as answeredBy',
      'c.answered_at as answeredAt',
      'c.version',
      'c.made_by as madeBy',
      'c.made_at as madeAt',
    ])
    .select(({ fn }) => [
      fn.min('v.said_on').as('since'),
      fn.sum<string>('v.votes').as('votes'),
      fn.count<string>('v.voice').filterWhere('v.raised', '=', true).as('raised'),
    ])
    .where('c.county', '=', caller.county)
    .groupBy(['c.county', 'c.concern'])
    .orderBy('c.concern')
    .execute()
  return rows.map(({ raised, votes, ...row }) =>
    Concern.parse({ ...row, votes: Number(votes), repeats: Math.max(0, Number(raised) - 1) }),
  )
}

/** Objections to plans that wait for an answer and stand in no queue yet, newest first. */
export const objectionsNotQueued = ({ db, caller }: Access) =>
  db
    .selectFrom('objection as o')
    .innerJoin('plan as p', (join) =>
      join.onRef('p.county', '=', 'o.county').onRef('p.plan', '=', 'o.plan'),
    )
    .leftJoin('concern as c', (join) =>
      join
        .onRef('c.county', '=', 'o.county')
        .onRef('c.plan', '=', 'o.plan')
        .onRef('c.objection', '=', 'o.objection'),
    )
    .select(['o.plan', 'p.name as planName', 'o.objection', 'o.division', 'o.settlement'])
    .select(['o.body', 'o.made_at as madeAt'])
    .where('o.county', '=', caller.county)
    .where('o.answer', 'is', null)
    .where('c.concern', 'is', null)
    .orderBy('o.made_at', 'desc')
    .limit(200)
    .execute()
