import type { Account, HeldGrant } from '@kuashan/contract/accounts.ts'
import {
  closeAccount,
  createAccount,
  grantRole,
  type Account as StoredAccount,
} from '@kuashan/store/accounts/accounts.ts'
import { makeLink } from '@kuashan/store/accounts/links.ts'
import {
  listCurrentAccounts,
  readAccount,
  setGrants,
  type TimedGrant,
} from '@kuashan/store/accounts/set-grants.ts'
import { refused } from '@kuashan/store/database/refused.ts'
import { dayOf, instantsOf } from '../county/county-day.ts'
import type { TopicHandlers } from '../serve/handler.ts'

const accountOf = ({ account, grants, ...rest }: StoredAccount): Account => ({
  ...rest,
  id: account,
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

export const accountHandlers = (): TopicHandlers<'accounts'> => ({
  list: ({ caller, store }) =>
    store.as(caller, async (access) => ({
      data: (await listCurrentAccounts(access)).map(accountOf),
    })),
  add: ({ body, caller, store }) =>
    store.as(caller, async (access) => {
      const { grants, login, name, department } = body
      const made = { login, name, department: department ?? undefined }
      const id = await createAccount(access, made)
      for (const grant of grants) await grantRole(access, id, kept(grant))
      const token = await makeLink(access, id, 'invitation')
      return { data: { account: accountOf(await readAccount(access, id)), token } }
    }),
  invite: ({ params, caller, store }) =>
    store.as(caller, async (access) => {
      const account = accountOf(await readAccount(access, params.account))
      if (account.state === 'closed') throw refused('store-not-found', { what: account.login })
      return { data: { account, token: await makeLink(access, account.id, 'invitation') } }
    }),
  grant: ({ params, body, version, caller, store }) =>
    store.as(caller, async (access) => {
      const asked = { grants: body.map(kept), version: Number(version) }
      const account = accountOf(await setGrants(access, params.account, asked))
      return { data: account, version: account.version }
    }),
  close: ({ params, version, caller, store }) =>
    store.as(caller, async (access) => {
      await readAccount(access, params.account)
      await closeAccount(access, params.account, Number(version))
      return {}
    }),
})
