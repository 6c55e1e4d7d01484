import { Purpose, Role } from '@kuashan/core/people/role.ts'
import { z } from 'zod'
import { json, route } from './route.ts'

const Name = z.string().trim().min(1).max(80)
const Password = z.string().min(12).max(200)

/** One role of a caller: where, for what, until when. */
export const Grant = z
  .object({
    county: z.string(),
    role: Role,
    /** Division codes whose rows are seen; a shorter code covers all below it. */
    areas: z.array(z.string()).min(1),
    purposes: z.array(Purpose).min(1),
    until: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Grant' })
export type Grant = z.infer<typeof Grant>

export const Me = z
  .object({
    account: z.string(),
    name: z.string(),
    grants: z.array(Grant),
    language: z.enum(['zh', 'en']),
    /** When the session ends if nothing is called. */
    ends: z.iso.datetime(),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof Me>

export const sessionRoutes = {
  start: route({
    id: 'session.start',
    method: 'POST',
    path: '/api/session',
    what: { zh: '登录', en: 'Sign in' },
    body: json(z.strictObject({ name: Name, password: z.string().max(200) })),
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
  firstAdministrator: route({
    id: 'session.firstAdministrator',
    method: 'POST',
    path: '/api/session/first-administrator',
    what: {
      zh: '用一次性链接设立第一位管理员',
      en: 'Make the first administrator with the one-time link',
    },
    body: json(
      z.strictObject({ token: z.string().min(20).max(100), name: Name, password: Password }),
    ),
    answer: json(Me),
    access: { open: 'anybody' },
    perMinute: 10,
  }),
  breakGlass: route({
    id: 'session.breakGlass',
    method: 'POST',
    path: '/api/counties/{county}/session/break-glass',
    what: {
      zh: '紧急情况下临时查看，须写明理由，事后审计',
      en: 'See more in an emergency, with a reason, for a short time, audited',
    },
    params: z.strictObject({ county: z.string() }),
    body: json(
      z.strictObject({
        area: z.string(),
        reason: z.string().trim().min(10).max(500),
        minutes: z.number().int().min(5).max(240),
      }),
    ),
    answer: json(Me),
    access: { open: 'signed-in' },
    perMinute: 5,
  }),
} as const
