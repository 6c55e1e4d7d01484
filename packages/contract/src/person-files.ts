import { PersonFile } from '@kuashan/core/people/person-file.ts'
import { z } from 'zod'
import { inCounty, registering } from './access.ts'
import { json, route } from './route.ts'

const one = z.strictObject(inCounty)
const onePerson = z.strictObject({ ...inCounty, person: z.uuid() })

/** Files of persons between counties: kept registers only, each with its reason in the audit. */
export const personFileRoutes = {
  export: route({
    id: 'personFiles.export',
    method: 'POST',
    path: '/api/counties/{county}/people/{person}/file',
    what: {
      zh: '导出一个人的档案文件，交给迁入的县：写明事由，记入审计',
      en: 'Export the file of a person for the county they move to: with a reason, and in the audit',
    },
    params: onePerson,
    answer: json(PersonFile.meta({ id: 'PersonFile' })),
    access: registering,
    reasoned: true,
    perMinute: 60,
  }),
  import: route({
    id: 'personFiles.import',
    method: 'POST',
    path: '/api/counties/{county}/people/files',
    what: {
      zh: '接收外县发来的个人档案文件（旧格式也读得懂），写上现在住的村',
      en: 'Take a person over from another county’s file, also of an older format, at the village where they live now',
    },
    params: one,
    body: json(
      z.strictObject({
        /** The file as it came, of any format. */
        file: z.record(z.string(), z.unknown()),
        division: z.string().regex(/^\d{12}$/),
        settlement: z.string().max(100).nullable(),
      }),
    ),
    answer: json(z.object({ person: z.uuid() })),
    access: registering,
    reasoned: true,
    perMinute: 60,
  }),
} as const
