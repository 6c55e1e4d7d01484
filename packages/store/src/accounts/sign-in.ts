import { ownCaller } from '../database/caller.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'
import type { Store } from '../open-store.ts'
import { isPassword } from './password.ts'
import { newToken } from './token.ts'

/** After this many wrong tries in a row an account is closed for a while, and longer with each further one. */
const triesBeforeLock = 5
const firstLockSeconds = 60
const longestLockSeconds = 3600

export const sessionIdleSeconds = 8 * 3600
export const sessionSeconds = 24 * 3600

const secondsFrom = (now: number, seconds: number): string =>
  new Date(now + seconds * 1000).toISOString()

const findAccount = ({ db, caller }: Access, login: string) =>
  db
    .selectFrom('account')
    .leftJoin('account_secret as secret', (join) =>
      join
        .onRef('secret.county', '=', 'account.county')
        .onRef('secret.account', '=', 'account.account'),
    )
    .select(['account.account', 'password_hash', 'failed_tries', 'locked_until'])
    .where('account.county', '=', caller.county)
    .where('login', '=', login)
    .where('state', '=', 'active')
    .executeTakeFirst()

type Found = NonNullable<Awaited<ReturnType<typeof findAccount>>>

async function countFailure({ db, caller, record }: Access, { account }: Found, now: number) {
  const { failed_tries: tries } = await db
    .updateTable('account_secret')
    .set((eb) => ({ failed_tries: eb('failed_tries', '+', 1) }))
    .where('county', '=', caller.county)
    .where('account', '=', account)
    .returning('failed_tries')
    .executeTakeFirstOrThrow()
  const over = tries - triesBeforeLock
  if (over >= 0)
    await db
      .updateTable('account_secret')
      .set({
        locked_until: secondsFrom(now, Math.min(firstLockSeconds * 2 ** over, longestLockSeconds)),
      })
      .where('county', '=', caller.county)
      .where('account', '=', account)
      .execute()
  record({ action: 'sign-in refused', table: 'account', subject: account, facts: { tries } })
}

/** Opens a session of an account that has shown who it is; returns its token. */
export async function openSession(access: Access, account: string, now: number): Promise<string> {
  const { db, caller, record } = access
  const token = newToken(caller.county)
  await db
    .updateTable('account_secret')
    .set({ failed_tries: 0, locked_until: null })
    .where('county', '=', caller.county)
    .where('account', '=', account)
    .execute()
  await db
    .insertInto('session')
    .values({
      county: caller.county,
      token_hash: token.hash,
      account,
      idle_until: secondsFrom(now, sessionIdleSeconds),
      expires_at: secondsFrom(now, sessionSeconds),
    })
    .execute()
  record({ action: 'sign-in', table: 'account', subject: account })
  return token.text
}

/**
 * Exchanges a name and password for a session's token. Refused alike, and after as long, whether the name or the
 * password is wrong; refused for a while after repeated tries.
 */
export async function signIn(
  store: Store,
  { county, login, password }: { county: string; login: string; password: string },
  now: number,
): Promise<string> {
  const gate = ownCaller(county, 'gate')
  const found = await store.as(gate, (access) => findAccount(access, login))
  if (found?.locked_until && Date.parse(found.locked_until) > now)
    throw refused('sign-in-locked', { until: found.locked_until })
  const right = await isPassword(found?.password_hash ?? null, password)
  if (found && right) return store.as(gate, (access) => openSession(access, found.account, now))
  if (found?.password_hash) await store.as(gate, (access) => countFailure(access, found, now))
  throw refused('sign-in-refused')
}
