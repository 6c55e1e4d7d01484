import type { Me } from '@kuashan/contract/session.ts'
import { breakGlass, endBreakGlass, listOwnOpen } from '@kuashan/store/accounts/break-glass.ts'
import { useLink } from '@kuashan/store/accounts/links.ts'
import { beginFlow, signInByIdentity, takeFlow } from '@kuashan/store/accounts/provider-sign-in.ts'
import { readSession, type Session, signOut } from '@kuashan/store/accounts/session.ts'
import { sessionSeconds, signIn } from '@kuashan/store/accounts/sign-in.ts'
import { refused } from '@kuashan/store/database/refused.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import type { Desk } from './desk.ts'

const meOf = ({ county, account, login, name, grants, expiresAt }: Session): Me => ({
  county,
  account,
  login,
  name,
  grants,
  ends: new Date(expiresAt).toISOString(),
})

async function opened(store: Store, token: string, now: number) {
  const session = await readSession(store, token, now)
  return { data: meOf(session), cookie: { token, ends: new Date(now + sessionSeconds * 1000) } }
}

export const sessionHandlers = ({ now, provider }: Desk): TopicHandlers<'session'> => ({
  start: async ({ body, store }) => opened(store, await signIn(store, body, now()), now()),
  provider: async () => ({ data: { name: provider?.name ?? null } }),
  leave: async ({ body, store }) => {
    if (!provider) throw refused('provider-not-set-up')
    const { address, flow } = await provider.begin()
    return { data: { address }, flowCookie: await beginFlow(store, body.county, flow, now()) }
  },
  return: async ({ body, flow: token, store }) => {
    if (!provider) throw refused('provider-not-set-up')
    const { county, flow } = await takeFlow(store, token, now())
    const identity = await provider.identity(body.answer, flow)
    const session = await signInByIdentity(store, county, identity, now())
    return {
      ...(await opened(store, session, now())),
      flowCookie: { token: null, ends: new Date(0) },
    }
  },
  me: async ({ session }) => ({ data: meOf(session!) }),
  end: async ({ token, store }) => {
    await signOut(store, token)
    return { cookie: { token: null, ends: new Date(0) } }
  },
  link: async ({ body, store }) => {
    await useLink(store, body.token, body.password, now())
    return {}
  },
  breakGlass: async ({ body, caller, session, store }) => {
    await store.as(caller, (access) => breakGlass(access, body))
    return { data: meOf(session!) }
  },
  emergencies: async ({ caller, store }) => ({
    data: await store.as(caller, (access) => listOwnOpen(access, now())),
  }),
  endEmergency: async ({ params, caller, store }) => {
    await store.as(caller, (access) => endBreakGlass(access, params.emergency))
    return {}
  },
})
