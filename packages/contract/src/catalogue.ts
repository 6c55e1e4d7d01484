import { Service } from '@kuashan/core/catalogue/service.ts'
import { AdoptedStandard, Level, Metric } from '@kuashan/core/catalogue/standard.ts'
import { z } from 'zod'
import { inCounty, plannersOwn, planning } from './access.ts'
import { SaidFinding } from './problem.ts'
import { json, route } from './route.ts'

/** What binds today for a service: the strictest of the layers in force, with its document and clause. */
export const FloorInForce = z
  .object({
    service: z.string(),
    metric: Metric,
    value: z.number(),
    unit: z.string(),
    level: Level,
    document: z.string(),
    clause: z.string(),
    invented: z.boolean(),
  })
  .meta({ id: 'FloorInForce' })

export const CatalogueOfCounty = z
  .object({
    services: z.array(Service),
    floors: z.array(FloorInForce),
    adopted: z.array(AdoptedStandard),
    /** What the linter says of services and standards together. */
    findings: z.array(SaidFinding),
  })
  .meta({ id: 'CatalogueOfCounty' })
export type CatalogueOfCounty = z.infer<typeof CatalogueOfCounty>

const one = z.strictObject(inCounty)

export const catalogueRoutes = {
  get: route({
    id: 'catalogue.get',
    method: 'GET',
    path: '/api/counties/{county}/catalogue',
    what: { zh: '服务目录和现行标准', en: 'Services and the standards in force' },
    params: one,
    answer: json(CatalogueOfCounty),
    access: planning,
    versioned: true,
  }),
  adopt: route({
    id: 'catalogue.adopt',
    method: 'PUT',
    path: '/api/counties/{county}/standards',
    what: {
      zh: '采用或修改标准：整份清单，写明依据；作为一次数据更新留痕',
      en: 'Adopt or change standards: the whole list, with a reason; kept as a revision of the data',
    },
    params: one,
    body: json(
      z.strictObject({
        standards: z.array(AdoptedStandard.strict()).max(1000),
        reason: z.string().trim().min(1).max(400),
      }),
    ),
    answer: json(CatalogueOfCounty),
    access: plannersOwn,
    versioned: true,
  }),
} as const
