import { z } from 'zod'
import { administering, inCounty } from './access.ts'
import { json, route } from './route.ts'
import { Grant } from './session.ts'

/** A role of an account; `until` is the last day on which it holds, null for good. */
export const HeldGrant = Grant.extend({ until: z.iso.date().nullable().default(null) }).meta({
  id: 'HeldGrant',
})
export type HeldGrant = z.infer<typeof HeldGrant>

/** Somebody who may sign in, with what they may do now. */
export const Account = z
  .object({
    id: z.uuid(),
    login: z.string(),
    name: z.string(),
    department: z.string().nullable(),
    state: z.enum(['active', 'closed']),
    version: z.number().int(),
    /** Who this is for the sign-in provider; null where they sign in with a password only. */
    identity: z.string().nullable(),
    grants: z.array(HeldGrant),
  })
  .meta({ id: 'Account' })
export type Account = z.infer<typeof Account>

/** The token of a one-time link, which is shown once: `/link#` and then the token is its address. */
export const Invitation = z
  .object({ account: Account, token: z.string() })
  .meta({ id: 'Invitation' })

const one = z.strictObject(inCounty)
const oneAccount = z.strictObject({ ...inCounty, account: z.uuid() })
const Login = z.string().trim().min(2).max(100)

export const accountRoutes = {
  list: route({
    id: 'accounts.list',
    method: 'GET',
    path: '/api/counties/{county}/accounts',
    what: { zh: '用户和授权', en: 'Users and what they may do' },
    params: one,
    answer: json(z.array(Account)),
    access: administering,
  }),
  names: route({
    id: 'accounts.names',
    method: 'GET',
    path: '/api/counties/{county}/names',
    what: {
      zh: '同事的姓名：记录里的用户编号是谁',
      en: 'Names of colleagues: whose the account ids in comments, steps and versions are',
    },
    params: one,
    answer: json(z.array(z.object({ id: z.uuid(), name: z.string() }))),
    access: { open: 'signed-in' },
  }),
  add: route({
    id: 'accounts.add',
    method: 'POST',
    path: '/api/counties/{county}/accounts',
    what: { zh: '添加用户：得到一次性链接', en: 'Add a user: gives a one-time link' },
    params: one,
    body: json(
      z.strictObject({
        login: Login,
        name: z.string().trim().min(1).max(100),
        department: z.string().trim().max(100).nullable(),
        grants: z.array(HeldGrant).min(1).max(50),
      }),
    ),
    answer: json(Invitation),
    access: administering,
  }),
  invite: route({
    id: 'accounts.invite',
    method: 'POST',
    path: '/api/counties/{county}/accounts/{account}/invitation',
    what: {
      zh: '再发一次性链接：设置新密码，用一次即失效',
      en: 'Another one-time link: sets a new password, works once',
    },
    params: oneAccount,
    answer: json(Invitation),
    access: administering,
    perMinute: 30,
  }),
  grant: route({
    id: 'accounts.grant',
    method: 'PUT',
    path: '/api/counties/{county}/accounts/{account}/grants',
    what: { zh: '改授权：给出全部授权', en: 'Change what a user may do: all of it' },
    params: oneAccount,
    body: json(z.array(HeldGrant).max(50)),
    answer: json(Account),
    access: administering,
    versioned: true,
  }),
  identify: route({
    id: 'accounts.identify',
    method: 'PUT',
    path: '/api/counties/{county}/accounts/{account}/identity',
    what: {
      zh: '对应统一身份：此人用它登录；null 取消',
      en: 'Link an identity of the sign-in provider, by which this user signs in; null takes it away',
    },
    params: oneAccount,
    body: json(z.strictObject({ identity: z.string().trim().min(1).max(300).nullable() })),
    answer: json(Account),
    access: administering,
  }),
  close: route({
    id: 'accounts.close',
    method: 'DELETE',
    path: '/api/counties/{county}/accounts/{account}',
    what: { zh: '停用用户：立即退出', en: 'Close an account: its sessions are over at once' },
    params: oneAccount,
    access: administering,
    versioned: true,
  }),
} as const
