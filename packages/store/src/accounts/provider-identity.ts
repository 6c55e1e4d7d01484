import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'

/** Says which identity of the provider is this account's; null takes it away. One identity is one account's. */
export async function linkIdentity(
  { db, caller, record }: Access,
  account: string,
  identity: string | null,
): Promise<void> {
  const said = { identity, made_by: caller.account!, changed_at: new Date().toISOString() }
  await db
    .insertInto('account_identity')
    .values({ county: caller.county, account, ...said })
    .onConflict((conflict) => conflict.columns(['county', 'account']).doUpdateSet(said))
    .execute()
  const action = identity === null ? 'unlink identity' : 'link identity'
  record({ action, table: 'account', subject: account })
}

/** Identities by account, for whoever keeps accounts. */
export async function listIdentities({ db, caller }: Access): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('account_identity')
    .select(['account', 'identity'])
    .where('county', '=', caller.county)
    .where('identity', 'is not', null)
    .execute()
  return new Map(rows.map(({ account, identity }) => [account, identity!]))
}

/** The open account that an administrator linked to this identity. Refused where there is none. */
export async function accountOfIdentity({ db, caller }: Access, identity: string): Promise<string> {
  const found = await db
    .selectFrom('account_identity')
    .innerJoin('account', (join) =>
      join
        .onRef('account.county', '=', 'account_identity.county')
        .onRef('account.account', '=', 'account_identity.account'),
    )
    .select('account.account')
    .where('account_identity.county', '=', caller.county)
    .where('identity', '=', identity)
    .where('state', '=', 'active')
    .executeTakeFirst()
  if (!found) throw refused('provider-identity-unknown', { identity })
  return found.account
}
