import { Care } from '@kuashan/core/people/care.ts'
import { z } from 'zod'
import { inCounty, registering, serving } from './access.ts'
import { Job } from './jobs.ts'
import { SaidFinding } from './problem.ts'
import { json, route } from './route.ts'

/** A person as lists show them: the identity number masked, of the day of birth the year. */
export const PersonLine = z
  .object({
    id: z.uuid(),
    name: z.string(),
    birthYear: z.number().int().nullable(),
    identity: z.string().nullable(),
    /** Village, 12 digits, and settlement where they live. */
    division: z.string(),
    settlement: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'PersonLine' })
export type PersonLine = z.infer<typeof PersonLine>

/** A person with what is otherwise sealed or left out: a look of its own, with its reason in the audit. */
export const PersonLook = PersonLine.extend({
  identityNumber: z.string().nullable(),
  birthDate: z.iso.date().nullable(),
  telephone: z.string().nullable(),
  care: z.array(Care),
}).meta({ id: 'PersonLook' })
export type PersonLook = z.infer<typeof PersonLook>

/** What an import of a register does, or would do. Nothing is kept where there are errors. */
export const PeopleImport = z
  .object({
    kept: z.boolean(),
    rows: z.number().int(),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    errors: z.number().int(),
    warnings: z.number().int(),
    /** The first thousand, errors first. */
    findings: z.array(SaidFinding),
  })
  .meta({ id: 'PeopleImport' })
export type PeopleImport = z.infer<typeof PeopleImport>

const one = z.strictObject(inCounty)
const onePerson = z.strictObject({ ...inCounty, person: z.uuid() })

/** `yes` where an emergency that the caller declared opens more than their own area. */
const Emergency = z.strictObject({ emergency: z.enum(['yes']).optional() })

const mostRegisterBytes = 64 * 1024 * 1024

export const peopleRoutes = {
  search: route({
    id: 'people.search',
    method: 'POST',
    path: '/api/counties/{county}/people/search',
    what: {
      zh: '按姓名、拼音、首字母或完整身份证号找人；每次查看都有记录',
      en: 'Find people by name, pinyin, initials or a whole identity number; every look is logged',
    },
    params: one,
    query: Emergency,
    body: json(z.strictObject({ typed: z.string().trim().min(1).max(100) })),
    answer: json(z.object({ people: z.array(PersonLine), more: z.boolean() })),
    access: serving,
    reasoned: true,
  }),
  get: route({
    id: 'people.get',
    method: 'GET',
    path: '/api/counties/{county}/people/{person}',
    what: { zh: '一个人，证件号打码', en: 'One person, the identity number masked' },
    params: onePerson,
    query: Emergency,
    answer: json(PersonLine),
    access: serving,
    versioned: true,
    reasoned: true,
  }),
  look: route({
    id: 'people.look',
    method: 'POST',
    path: '/api/counties/{county}/people/{person}/look',
    what: {
      zh: '查看一个人的完整信息：写明事由，记入审计',
      en: 'See all of a person: with a reason, and in the audit',
    },
    params: onePerson,
    query: Emergency,
    answer: json(PersonLook),
    access: serving,
    reasoned: true,
    perMinute: 60,
  }),
  import: route({
    id: 'people.import',
    method: 'POST',
    path: '/api/counties/{county}/people/import',
    what: {
      zh: '导入居民名册（CSV 或 Excel）：先查（keep=no），没有错误再导入（keep=yes）',
      en: 'Import a register of people (CSV or Excel): check it first (keep=no), import it when it has no errors (keep=yes)',
    },
    params: one,
    query: z.strictObject({ keep: z.enum(['yes', 'no']) }),
    body: { as: 'files', mostBytes: mostRegisterBytes, mostFiles: 5 },
    answer: json(Job),
    access: registering,
    reasoned: true,
    perMinute: 20,
  }),
  imported: route({
    id: 'people.imported',
    method: 'GET',
    path: '/api/counties/{county}/people/imports/{job}',
    what: {
      zh: '导入或检查的结果，只给提出的人，保存七天',
      en: 'What an import or check came to, for whoever asked for it; kept for seven days',
    },
    params: z.strictObject({ ...inCounty, job: z.uuid() }),
    answer: json(PeopleImport),
    access: registering,
  }),
} as const
