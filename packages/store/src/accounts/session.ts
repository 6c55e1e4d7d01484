import { Purpose, Role } from '@kuashan/core/people/role.ts'
import { isInArea, unionOf } from '@kuashan/core/territory/area.ts'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { z } from 'zod'
import { Area, type Caller, ownCaller } from '../database/caller.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'
import type { Store } from '../open-store.ts'
import { sessionIdleSeconds } from './sign-in.ts'
import { readToken } from './token.ts'

/** What somebody may act as: a role, in an area and everything inside it, for purposes. */
export const Grant = z.object({ role: Role, area: Area, purposes: z.array(Purpose) })
export type Grant = z.infer<typeof Grant>

/** Somebody who has signed in. */
export interface Session {
  county: string
  account: string
  login: string
  name: string
  expiresAt: string
  grants: Grant[]
}

/** The idle time is written down at most this often. */
const touchSeconds = 300

/** A session with the account it is of, and what that may act as: asked for on each call, so in one statement. */
const findSession = ({ db, caller }: Access, hash: string, now: string) =>
  db
    .selectFrom('session')
    .innerJoin('account', (join) =>
      join
        .onRef('account.county', '=', 'session.county')
        .onRef('account.account', '=', 'session.account'),
    )
    .select(['session.account', 'login', 'name', 'idle_until', 'expires_at', 'ended_at', 'state'])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('account_grant')
          .select(['role', 'area', 'purposes'])
          .where('account_grant.county', '=', caller.county)
          .whereRef('account_grant.account', '=', 'session.account')
          .where('valid_from', '<=', now)
          .where((or) => or.or([or('valid_until', 'is', null), or('valid_until', '>', now)]))
          .orderBy('account_grant'),
      ).as('grants'),
    )
    .where('session.county', '=', caller.county)
    .where('token_hash', '=', hash)
    .executeTakeFirst()

async function touch({ db, caller }: Access, hash: string, now: number): Promise<void> {
  await db
    .updateTable('session')
    .set({ idle_until: new Date(now + sessionIdleSeconds * 1000).toISOString() })
    .where('county', '=', caller.county)
    .where('token_hash', '=', hash)
    .execute()
}

/** Who shows this token, with what they may act as now. Refused when it is over, ended, unused too long or unknown. */
export async function readSession(store: Store, text: string, now: number): Promise<Session> {
  const token = readToken(text)
  if (!token) throw refused('session-over')
  const { county, hash } = token
  return store.as(ownCaller(county, 'gate'), async (access) => {
    const instant = new Date(now).toISOString()
    const found = await findSession(access, hash, instant)
    if (!found || found.ended_at || found.state !== 'active') throw refused('session-over')
    if (found.idle_until <= instant || found.expires_at <= instant) throw refused('session-over')
    const touched = Date.parse(found.idle_until) - sessionIdleSeconds * 1000
    if (now - touched > touchSeconds * 1000) await touch(access, hash, now)
    const { account, login, name, expires_at: expiresAt } = found
    const grants = found.grants.map((grant) => Grant.parse(grant))
    return { county, account, login, name, expiresAt, grants }
  })
}

/** Ends a session; a token that is none ends nothing. */
export async function signOut(store: Store, text: string): Promise<void> {
  const token = readToken(text)
  if (!token) return
  await store.as(ownCaller(token.county, 'gate'), async ({ db, caller, record }) => {
    const ended = await db
      .updateTable('session')
      .set({ ended_at: new Date().toISOString() })
      .where('county', '=', caller.county)
      .where('token_hash', '=', token.hash)
      .where('ended_at', 'is', null)
      .returning('account')
      .executeTakeFirst()
    if (ended) record({ action: 'sign-out', table: 'account', subject: ended.account })
  })
}

/** Where grants let somebody act in a role for a purpose: all their areas together; null where none does. */
export function areaOf(
  grants: readonly Grant[],
  { role, purpose }: Pick<Caller, 'role' | 'purpose'>,
): string | null {
  const held = grants.filter(
    (grant) => grant.role === role && (purpose === 'emergency' || grant.purposes.includes(purpose)),
  )
  return held.length === 0 ? null : unionOf(held.map(({ area }) => area))
}

/**
 * The caller for one request: a role, area and purpose of the session's grants. The area may be any inside what is granted
 * together. An emergency needs grants of the role and area only; what it opens is decided by the open break-glass.
 */
export function callerOf(
  { county, account, grants }: Session,
  asked: Pick<Caller, 'role' | 'area' | 'purpose'> & { why?: string },
): Caller {
  const allowed = areaOf(grants, asked)
  if (allowed === null || !isInArea(asked.area, allowed)) throw refused('grant-missing')
  const { role, area, purpose, why = '' } = asked
  return { county, account, role, area, purpose, why }
}
