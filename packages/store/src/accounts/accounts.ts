import { z } from 'zod'
import { newId } from '../database/new-id.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'
import { Grant } from './session.ts'

export const Account = z.object({
  account: z.string(),
  login: z.string(),
  name: z.string(),
  department: z.string().nullable(),
  state: z.enum(['active', 'closed']),
  version: z.number().int(),
  grants: z.array(Grant.extend({ id: z.string(), validUntil: z.string().nullable() })),
})
export type Account = z.infer<typeof Account>

export interface NewAccount {
  login: string
  name: string
  department?: string | undefined
}

/** An account that cannot sign in yet: it needs a link to set a password, and grants. Returns its id. */
export async function createAccount(access: Access, made: NewAccount): Promise<string> {
  const { db, caller, record } = access
  const account = newId()
  const { login, name, department = null } = made
  await db
    .insertInto('account')
    .values({ county: caller.county, account, login, name, department })
    .execute()
  record({ action: 'create', table: 'account', subject: account, facts: { login } })
  return account
}

/** Gives a role in an area for purposes, from now until an instant or for good. Returns the grant's id. */
export async function grantRole(
  { db, caller, record }: Access,
  account: string,
  asked: Grant & { validUntil?: string | null | undefined },
): Promise<string> {
  const { role, area, purposes } = Grant.parse(asked)
  const id = newId()
  await db
    .insertInto('account_grant')
    .values({
      county: caller.county,
      account,
      account_grant: id,
      role,
      area,
      purposes,
      valid_until: asked.validUntil ?? null,
      made_by: caller.account,
    })
    .execute()
  const facts = { role, area, purposes, validUntil: asked.validUntil ?? null }
  record({ action: 'grant', table: 'account', subject: account, facts })
  return id
}

/** Takes a grant back now; that it was given stays on record. */
export async function endGrant({ db, caller, record }: Access, account: string, id: string) {
  const { numUpdatedRows } = await db
    .updateTable('account_grant')
    .set({ valid_until: new Date().toISOString() })
    .where('county', '=', caller.county)
    .where('account', '=', account)
    .where('account_grant', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refused('store-not-found', { what: id })
  record({ action: 'end grant', table: 'account', subject: account, facts: { grant: id } })
}

/** Closes an account: its sessions are over at once. Nobody closes their own. */
export async function closeAccount(
  { db, caller, record }: Access,
  account: string,
  version: number,
) {
  if (account === caller.account) throw refused('account-own')
  const { numUpdatedRows } = await db
    .updateTable('account')
    .set({ state: 'closed', version: version + 1 })
    .where('county', '=', caller.county)
    .where('account', '=', account)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refused('store-stale', { what: account, expected: version })
  record({ action: 'close', table: 'account', subject: account })
}

/** The accounts the caller may see, with every grant ever given, by login. */
export async function listAccounts({ db, caller }: Access): Promise<Account[]> {
  const accounts = await db
    .selectFrom('account')
    .select(['account', 'login', 'name', 'department', 'state', 'version'])
    .where('county', '=', caller.county)
    .orderBy('login')
    .execute()
  const grants = await db
    .selectFrom('account_grant')
    .select([
      'account',
      'account_grant as id',
      'role',
      'area',
      'purposes',
      'valid_until as validUntil',
    ])
    .where('county', '=', caller.county)
    .orderBy('account_grant')
    .execute()
  const byAccount = Map.groupBy(grants, (grant) => grant.account)
  return accounts.map((row) => Account.parse({ ...row, grants: byAccount.get(row.account) ?? [] }))
}
