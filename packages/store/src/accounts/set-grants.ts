import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'
import { type Account, endGrant, grantRole, listAccounts } from './accounts.ts'
import type { Grant } from './session.ts'

const isNow = ({ validUntil }: Account['grants'][number], now: string): boolean =>
  validUntil === null || validUntil > now

/** An account with the grants that hold now; earlier ones stay on record and are left out. */
export async function readAccount(access: Access, id: string): Promise<Account> {
  const found = (await listCurrentAccounts(access)).find(({ account }) => account === id)
  if (!found) throw refused('store-not-found', { what: id })
  return found
}

/** The accounts the caller may see, each with the grants that hold now. */
export async function listCurrentAccounts(access: Access): Promise<Account[]> {
  const now = new Date().toISOString()
  return (await listAccounts(access)).map((account) => ({
    ...account,
    grants: account.grants.filter((grant) => isNow(grant, now)),
  }))
}

/** A grant with the instant at which it ends; none for good. */
export type TimedGrant = Grant & { validUntil?: string | null | undefined }

const keyOf = ({ role, area, purposes, validUntil }: TimedGrant): string =>
  JSON.stringify([
    role,
    area,
    [...purposes].sort(),
    validUntil ? new Date(validUntil).toISOString() : null,
  ])

/**
 * Makes the grants of an account those given: what is missing is given, what is too much ends now. Administrators cannot
 * take the office from themselves, now or on a day to come.
 */
export async function setGrants(
  access: Access,
  id: string,
  { grants, version }: { grants: readonly TimedGrant[]; version: number },
): Promise<Account> {
  const { db, caller } = access
  const before = await readAccount(access, id)
  if (
    id === caller.account &&
    !grants.some((g) => g.role === 'administrator' && g.area === '' && !g.validUntil)
  )
    throw refused('account-own')
  const { numUpdatedRows } = await db
    .updateTable('account')
    .set({ version: version + 1 })
    .where('county', '=', caller.county)
    .where('account', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refused('store-stale', { what: id, expected: version })
  const wanted = new Map(grants.map((grant) => [keyOf(grant), grant]))
  for (const grant of before.grants)
    if (!wanted.delete(keyOf(grant))) await endGrant(access, id, grant.id)
  for (const grant of wanted.values()) await grantRole(access, id, grant)
  access.record({ action: 'set grants', table: 'account', subject: id })
  return readAccount(access, id)
}
