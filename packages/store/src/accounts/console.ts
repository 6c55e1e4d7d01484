import { type Caller, ownCaller } from '../database/caller.ts'
import { refused } from '../database/refused.ts'
import type { Store } from '../open-store.ts'
import { createCounty, findCounty } from '../queries/counties.ts'
import { createAccount, grantRole, type NewAccount } from './accounts.ts'
import { makeLink } from './links.ts'

/** Acts from the machine's own terminal: whoever can read the data folder may. Never offered over the network. */
const consoleOf = (county: string, why: string): Caller => ({
  ...ownCaller(county, 'console'),
  why,
})

/** Sets a county up with its first administrator. Returns the one-time link's token; there is no default password. */
export const setUpCounty = (
  store: Store,
  county: { code: string; name: string; nameEn?: string },
  administrator: NewAccount,
): Promise<string> =>
  store.as(consoleOf(county.code, 'first start'), async (access) => {
    if (await findCounty(access)) throw refused('store-already-there', { what: county.code })
    await createCounty(access, county)
    const account = await createAccount(access, administrator)
    const purposes = ['administration' as const]
    await grantRole(access, account, { role: 'administrator', area: '', purposes })
    return makeLink(access, account, 'first')
  })

/** Lets a locked-out person back in: a link that works for an hour. Everybody can see in the log that it was made. */
export const recoverAccount = (store: Store, county: string, login: string, why: string) =>
  store.as(consoleOf(county, why), async (access) => {
    const found = await access.db
      .selectFrom('account')
      .select('account')
      .where('county', '=', county)
      .where('login', '=', login)
      .executeTakeFirst()
    if (!found) throw refused('store-not-found', { what: login })
    return makeLink(access, found.account, 'recovery')
  })
