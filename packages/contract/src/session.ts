import { Purpose, Role } from '@kuashan/core/people/role.ts'
import { z } from 'zod'
import { breakingGlass, inCounty } from './access.ts'
import { json, route } from './route.ts'

const Name = z.string().trim().min(1).max(80)
/** How long a password must be is for the store to say. */
/** Digits of the township or village whose rows are seen; '' for the whole county. */
const Area = z.string().regex(/^([0-9]{9}|[0-9]{12})?$/)
const Password = z.string().min(1).max(200)

/** One role of a caller: where and for what. */
export const Grant = z
  .strictObject({
    role: Role,
    area: Area,
    purposes: z.array(Purpose),
  })
  .meta({ id: 'Grant' })
export type Grant = z.infer<typeof Grant>

export const Me = z
  .object({
    county: z.string(),
    account: z.uuid(),
    login: z.string(),
    name: z.string(),
    grants: z.array(Grant),
    /** The session ends then at the latest, earlier where nothing is called. */
    ends: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof Me>

/** An emergency that the caller declared and that is open. */
export const OwnEmergency = z
  .object({
    id: z.uuid(),
    /** Whose people it opens: a township or village, '' for the whole county. */
    area: Area,
    reason: z.string(),
    startedAt: z.iso.datetime({ offset: true }),
    expiresAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'OwnEmergency' })
export type OwnEmergency = z.infer<typeof OwnEmergency>

export const sessionRoutes = {
  start: route({
    id: 'session.start',
    method: 'POST',
    path: '/api/session',
    what: { zh: '登录', en: 'Sign in' },
    body: json(z.strictObject({ ...inCounty, login: Name, password: z.string().max(200) })),
    answer: json(Me),
    access: { open: 'anybody' },
    perMinute: 10,
  }),
  me: route({
    id: 'session.me',
    method: 'GET',
    path: '/api/session',
    what: { zh: '我是谁，能做什么', en: 'Who I am and what I may do' },
    answer: json(Me),
    access: { open: 'signed-in' },
  }),
  end: route({
    id: 'session.end',
    method: 'DELETE',
    path: '/api/session',
    what: { zh: '退出', en: 'Sign out' },
    access: { open: 'signed-in' },
  }),
  link: route({
    id: 'session.link',
    method: 'POST',
    path: '/api/session/link',
    what: {
      zh: '用一次性链接设置密码：第一位管理员、新用户、找回',
      en: 'Set a password with a one-time link: first administrator, new user, recovery',
    },
    body: json(z.strictObject({ token: z.string().min(20).max(200), password: Password })),
    access: { open: 'anybody' },
    perMinute: 10,
  }),
  provider: route({
    id: 'session.provider',
    method: 'GET',
    path: '/api/session/provider',
    what: {
      zh: '统一身份登录叫什么；没有设置则为空',
      en: 'What the sign-in provider is called; null where none is set up',
    },
    answer: json(z.object({ name: z.string().nullable() })),
    access: { open: 'anybody' },
  }),
  leave: route({
    id: 'session.leave',
    method: 'POST',
    path: '/api/session/provider',
    what: {
      zh: '去统一身份认证登录：得到要前往的地址，10 分钟内有效',
      en: 'Leave for the sign-in provider: gives the address to go to, good for 10 minutes',
    },
    body: json(z.strictObject(inCounty)),
    answer: json(z.object({ address: z.url() })),
    access: { open: 'anybody' },
    perMinute: 20,
  }),
  return: route({
    id: 'session.return',
    method: 'POST',
    path: '/api/session/provider/return',
    what: {
      zh: '从统一身份认证回来：交回地址里 ? 之后的内容，换成登录',
      en: 'Come back from the sign-in provider: what stands behind the ? of the address, for a session',
    },
    body: json(z.strictObject({ answer: z.string().min(1).max(8000) })),
    answer: json(Me),
    access: { open: 'anybody' },
    perMinute: 20,
  }),
  breakGlass: route({
    id: 'session.breakGlass',
    method: 'POST',
    path: '/api/counties/{county}/session/break-glass',
    what: {
      zh: '紧急情况下临时查看，须写明理由，事后审计',
      en: 'See more in an emergency, with a reason, for a short time, audited',
    },
    params: z.strictObject(inCounty),
    body: json(
      z.strictObject({
        area: Area,
        reason: z.string().trim().min(10).max(500),
        minutes: z.number().int().min(5).max(240),
      }),
    ),
    answer: json(Me),
    access: breakingGlass,
    perMinute: 20,
  }),
  emergencies: route({
    id: 'session.emergencies',
    method: 'GET',
    path: '/api/counties/{county}/session/emergencies',
    what: { zh: '我打开的紧急查看', en: 'The emergencies that I have open' },
    params: z.strictObject(inCounty),
    answer: json(z.array(OwnEmergency)),
    access: breakingGlass,
  }),
  endEmergency: route({
    id: 'session.endEmergency',
    method: 'DELETE',
    path: '/api/counties/{county}/session/emergencies/{emergency}',
    what: {
      zh: '提前结束自己打开的紧急查看；复核照样进行',
      en: 'End an emergency of one’s own before its time; it is looked into all the same',
    },
    params: z.strictObject({ ...inCounty, emergency: z.uuid() }),
    access: breakingGlass,
  }),
} as const
