import { ownCaller } from '../database/caller.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'
import type { Store } from '../open-store.ts'
import { hashPassword, refusePoorPassword } from './password.ts'
import { newToken, readToken } from './token.ts'

const linkHours = { first: 24, invitation: 72, recovery: 1 } as const

/** Makes a link that sets the account's password once. Returns the token, which is shown or sent and kept nowhere. */
export async function makeLink(
  { db, caller, record }: Access,
  account: string,
  kind: keyof typeof linkHours,
): Promise<string> {
  const token = newToken(caller.county)
  const expires = new Date(Date.now() + linkHours[kind] * 3_600_000).toISOString()
  await db
    .insertInto('account_link')
    .values({ county: caller.county, token_hash: token.hash, account, kind, expires_at: expires })
    .execute()
  record({ action: `${kind} link`, table: 'account', subject: account })
  return token.text
}

const findLink = ({ db, caller }: Access, hash: string, now: string) =>
  db
    .selectFrom('account_link as link')
    .innerJoin('account', (join) =>
      join
        .onRef('account.county', '=', 'link.county')
        .onRef('account.account', '=', 'link.account'),
    )
    .select(['account.account', 'login'])
    .where('link.county', '=', caller.county)
    .where('token_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('link.expires_at', '>', now)
    .where('state', '=', 'active')
    .executeTakeFirst()

async function setPassword({ db, caller }: Access, account: string, hash: string, now: string) {
  const secret = { password_hash: hash, failed_tries: 0, locked_until: null, changed_at: now }
  await db
    .insertInto('account_secret')
    .values({ county: caller.county, account, ...secret })
    .onConflict((conflict) => conflict.columns(['county', 'account']).doUpdateSet(secret))
    .execute()
  await db
    .updateTable('session')
    .set({ ended_at: now })
    .where('county', '=', caller.county)
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .execute()
}

/** Uses a link: sets the password, unlocks the account, ends its sessions. Works once, also when clicked twice at once. */
export async function useLink(store: Store, text: string, password: string, now: number) {
  const token = readToken(text)
  if (!token) throw refused('link-not-valid')
  const gate = ownCaller(token.county, 'gate')
  const instant = new Date(now).toISOString()
  const found = await store.as(gate, (access) => findLink(access, token.hash, instant))
  if (!found) throw refused('link-not-valid')
  refusePoorPassword(password, found.login)
  const hash = await hashPassword(password)
  await store.as(gate, async (access) => {
    const { numUpdatedRows } = await access.db
      .updateTable('account_link')
      .set({ used_at: instant })
      .where('county', '=', token.county)
      .where('token_hash', '=', token.hash)
      .where('used_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw refused('link-not-valid')
    await setPassword(access, found.account, hash, instant)
    access.record({ action: 'set password', table: 'account', subject: found.account })
  })
}
