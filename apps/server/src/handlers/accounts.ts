import type { Account, HeldGrant } from '@kuashan/contract/accounts.ts'
import {
  closeAccount,
  createAccount,
  grantRole,
  type Account as StoredAccount,
} from '@kuashan/store/accounts/accounts.ts'
import { makeLink } from '@kuashan/store/accounts/links.ts'
import { listNames } from '@kuashan/store/accounts/names.ts'
import { linkIdentity, listIdentities } from '@kuashan/store/accounts/provider-identity.ts'
import {
  listCurrentAccounts,
  readAccount,
  setGrants,
  type TimedGrant,
} from '@kuashan/store/accounts/set-grants.ts'
import { refused } from '@kuashan/store/database/refused.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { dayOf, instantsOf } from '../county/county-day.ts'
import type { TopicHandlers } from '../serve/handler.ts'

const accountOf = (
  { account, grants, ...rest }: StoredAccount,
  identities: ReadonlyMap<string, string>,
): Account => ({
  ...rest,
  id: account,
  identity: identities.get(account) ?? null,
  grants: grants.map(({ role, area, purposes, validUntil }) => ({
    role,
    area,
    purposes,
    until: validUntil === null ? null : dayOf(Date.parse(validUntil)),
  })),
})

/** A grant as it is kept: it ends with its last day by the clock of the county. */
const kept = ({ until, ...grant }: HeldGrant): TimedGrant => ({
  ...grant,
  validUntil: until === null ? null : instantsOf(until).last,
})

const shown = async (access: Access, id: string): Promise<Account> =>
  accountOf(await readAccount(access, id), await listIdentities(access))

export const accountHandlers = (): TopicHandlers<'accounts'> => ({
  list: ({ caller, store }) =>
    store.as(caller, async (access) => {
      const identities = await listIdentities(access)
      const accounts = await listCurrentAccounts(access)
      return { data: accounts.map((account) => accountOf(account, identities)) }
    }),
  names: ({ caller, store }) =>
    store.as(caller, async (access) => ({
      data: (await listNames(access)).map(({ account: id, name }) => ({ id, name })),
    })),
  add: ({ body, caller, store }) =>
    store.as(caller, async (access) => {
      const { grants, login, name, department } = body
      const made = { login, name, department: department ?? undefined }
      const id = await createAccount(access, made)
      for (const grant of grants) await grantRole(access, id, kept(grant))
      const token = await makeLink(access, id, 'invitation')
      return { data: { account: await shown(access, id), token } }
    }),
  invite: ({ params, caller, store }) =>
    store.as(caller, async (access) => {
      const account = await shown(access, params.account)
      if (account.state === 'closed') throw refused('store-not-found', { what: account.login })
      return { data: { account, token: await makeLink(access, account.id, 'invitation') } }
    }),
  grant: ({ params, body, version, caller, store }) =>
    store.as(caller, async (access) => {
      const asked = { grants: body.map(kept), version: Number(version) }
      await setGrants(access, params.account, asked)
      const account = await shown(access, params.account)
      return { data: account, version: account.version }
    }),
  identify: ({ params, body, caller, store }) =>
    store.as(caller, async (access) => {
      await readAccount(access, params.account)
      await linkIdentity(access, params.account, body.identity)
      return { data: await shown(access, params.account) }
    }),
  close: ({ params, version, caller, store }) =>
    store.as(caller, async (access) => {
      await readAccount(access, params.account)
      await closeAccount(access, params.account, Number(version))
      return {}
    }),
})
