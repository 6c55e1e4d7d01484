import { z } from 'zod'
import { PlainDate } from '../kernel/calendar.ts'
import { Service } from './service.ts'

/** The starting catalogue, `catalogue/data/catalogue.json`; a county may add services to it. */
export const Catalogue = z.object({
  catalogueVersion: z.string(),
  asOf: PlainDate,
  warning: z.string(),
  sources: z.record(z.string(), z.object({ title: z.string(), where: z.string() })),
  attributes: z.record(z.string(), z.string()),
  enums: z.record(z.string(), z.array(z.string())),
  ruleOperators: z.record(z.string(), z.string()),
  services: z.array(Service),
  nationalItems2021: z.object({
    status: z.string(),
    items: z.array(
      z.object({
        no: z.number().int(),
        aspect: z.string(),
        category: z.string(),
        nameZh: z.string(),
      }),
    ),
  }),
  nationalItemsNotCovered: z.array(z.number().int()),
  instruments: z.record(z.string(), z.unknown()),
})
export type Catalogue = z.infer<typeof Catalogue>
