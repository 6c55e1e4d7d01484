import type { Purpose, Role } from '@kuashan/core/people/role.ts'
import { createAccount, grantRole } from '@kuashan/store/accounts/accounts.ts'
import { setUpCounty } from '@kuashan/store/accounts/console.ts'
import { makeLink } from '@kuashan/store/accounts/links.ts'
import { type Caller, ownCaller } from '@kuashan/store/database/caller.ts'
import { refused } from '@kuashan/store/database/refused.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import { getCounty } from '@kuashan/store/queries/counties.ts'
import { acceptRevision, stageRevision } from '@kuashan/store/queries/revisions.ts'
import { readForStaging } from './stage-folder.ts'

/** Somebody of the office, with the token of the one-time link that sets their password. */
export interface Seat {
  role: Role
  /** Id of the account; null where it isn’t told, for the administrator. */
  account: string | null
  login: string
  name: string
  token: string
}

/** An office just set up: its people, and the planner as a caller, for what is worked out at once. */
export interface NewOffice {
  seats: Seat[]
  planner: Caller
}

const seats: readonly { role: Role; login: string; name: string; purposes: Purpose[] }[] = [
  { role: 'planner', login: 'planner', name: '规划员', purposes: ['planning'] },
  { role: 'leader', login: 'leader', name: '分管领导', purposes: ['planning'] },
  {
    role: 'department',
    login: 'department',
    name: '卫健局',
    purposes: ['planning', 'delivery'],
  },
  { role: 'auditor', login: 'auditor', name: '审计员', purposes: ['audit', 'planning'] },
]

/**
 * Sets up an office with no data: an administrator, and one seat for each role that the manager’s app is for. Nobody has a
 * password yet; the tokens are shown once and kept nowhere.
 */
export async function setUpEmptyOffice(
  store: Store,
  county: { code: string; name: string; nameEn?: string },
): Promise<NewOffice> {
  const administrator = { login: 'administrator', name: '管理员' }
  const first = await setUpCounty(store, county, administrator)
  const made: Seat[] = [{ ...administrator, role: 'administrator', account: null, token: first }]
  const console: Caller = { ...ownCaller(county.code, 'console'), why: 'first start' }
  for (const { role, login, name: title, purposes } of seats) {
    const seat = await store.as(console, async (access) => {
      const account = await createAccount(access, { login, name: title })
      await grantRole(access, account, { role, area: '', purposes })
      return { account, token: await makeLink(access, account, 'invitation') }
    })
    made.push({ role, login, name: title, ...seat })
  }
  const planner = made.find((seat) => seat.role === 'planner')!.account
  return {
    seats: made,
    planner: { ...console, account: planner, role: 'planner', purpose: 'planning' },
  }
}

/** Sets up an office around a county folder, which becomes the data in force. Refused where the folder has errors. */
export async function setUpOffice(store: Store, folder: string): Promise<NewOffice> {
  const { staged } = await readForStaging(folder)
  if (!staged) throw refused('import-has-errors', { errors: 1 })
  const { code, name, nameEn } = staged.county.settings
  const office = await setUpEmptyOffice(store, { code, name, nameEn })
  await store.as(office.planner, async (access) => {
    const { version } = await getCounty(access)
    await acceptRevision(access, await stageRevision(access, staged), version)
  })
  return office
}
