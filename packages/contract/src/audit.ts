import { z } from 'zod'
import { auditing, inCounty, reviewing } from './access.ts'
import { json, route } from './route.ts'

/** Who did or looked at what, why and when. Lines are never changed; batches of them are sealed in a chain. */
export const AuditLine = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime({ offset: true }),
    /** Null where the machine itself acted. */
    account: z.uuid().nullable(),
    who: z.string(),
    role: z.string(),
    area: z.string(),
    purpose: z.string(),
    action: z.string(),
    table: z.string(),
    subject: z.string(),
    why: z.string(),
    facts: z.json(),
    sealed: z.boolean(),
  })
  .meta({ id: 'AuditLine' })
export type AuditLine = z.infer<typeof AuditLine>

const Seal = z.object({ seal: z.number().int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) })

/** Whether the chain is as it was made. Keep `last` outside of the machine: with it, a chain cut short shows too. */
export const Verification = z
  .object({
    whole: z.boolean(),
    broken: z.array(
      z.object({
        seal: z.number().int(),
        problem: z.enum([
          'entry-changed',
          'entries-changed',
          'seal-changed',
          'seal-missing',
          'chain-cut',
        ]),
        entry: z.uuid().nullable(),
      }),
    ),
    /** Lines under seal. */
    lines: z.number().int(),
    last: Seal.nullable(),
  })
  .meta({ id: 'Verification' })
export type Verification = z.infer<typeof Verification>

/** Somebody saw more than their role lets them, because of an emergency; nobody has looked into it yet. */
export const Emergency = z
  .object({
    id: z.uuid(),
    account: z.uuid(),
    who: z.string(),
    area: z.string(),
    reason: z.string(),
    startedAt: z.iso.datetime({ offset: true }),
    expiresAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'Emergency' })
export type Emergency = z.infer<typeof Emergency>

const one = z.strictObject(inCounty)

export const auditRoutes = {
  lines: route({
    id: 'audit.lines',
    method: 'GET',
    path: '/api/counties/{county}/audit',
    what: { zh: '审计记录，新的在前', en: 'The audit, newest first' },
    params: one,
    query: z.strictObject({
      account: z.uuid().optional(),
      table: z.string().max(40).optional(),
      subject: z.string().max(200).optional(),
      /** Days by the county’s clock; both belong. */
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      /** The last line of the page before. */
      before: z.uuid().optional(),
    }),
    answer: json(z.object({ lines: z.array(AuditLine), more: z.boolean() })),
    access: auditing,
  }),
  verify: route({
    id: 'audit.verify',
    method: 'POST',
    path: '/api/counties/{county}/audit/verify',
    what: { zh: '核验审计链是否完整', en: 'Verify that the chain of the audit is whole' },
    params: one,
    body: json(z.strictObject({ anchor: Seal.nullable() })),
    answer: json(Verification),
    access: auditing,
    perMinute: 30,
  }),
  emergencies: route({
    id: 'audit.emergencies',
    method: 'GET',
    path: '/api/counties/{county}/emergencies',
    what: { zh: '待复核的紧急查看', en: 'Emergencies that nobody has looked into yet' },
    params: one,
    answer: json(z.array(Emergency)),
    access: auditing,
  }),
  review: route({
    id: 'audit.review',
    method: 'POST',
    path: '/api/counties/{county}/emergencies/{emergency}/review',
    what: { zh: '复核一次紧急查看', en: 'Say what you found of an emergency' },
    params: z.strictObject({ ...inCounty, emergency: z.uuid() }),
    body: json(z.strictObject({ review: z.string().trim().min(1).max(2000) })),
    access: reviewing,
  }),
} as const
