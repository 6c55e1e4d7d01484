import type { Me } from '@kuashan/contract/session.ts'
import { breakGlass } from '@kuashan/store/accounts/break-glass.ts'
import { useLink } from '@kuashan/store/accounts/links.ts'
import { readSession, type Session, signOut } from '@kuashan/store/accounts/session.ts'
import { sessionSeconds, signIn } from '@kuashan/store/accounts/sign-in.ts'
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

export const sessionHandlers = ({ now }: Desk): TopicHandlers<'session'> => ({
  start: async ({ body, store }) => {
    const token = await signIn(store, body, now())
    const session = await readSession(store, token, now())
    return {
      data: meOf(session),
      cookie: { token, ends: new Date(now() + sessionSeconds * 1000) },
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
})
