import { DateRange, PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { PlanStep } from '@kuashan/core/plan/publication.ts'
import { z } from 'zod'
import { inCounty, inVillages } from './access.ts'
import { json, route } from './route.ts'

const words = z.object({ zh: z.string(), en: z.string() })

/** A plan that hangs in the villages or is in force, with the villages of the caller’s area that it touches. */
export const VillagePlan = z
  .object({
    id: z.uuid(),
    name: z.string(),
    step: PlanStep,
    horizon: DateRange,
    villages: z.array(
      z.object({
        village: z.string(),
        name: words,
        /** Null where its notice has not been posted. */
        postedOn: z.iso.date().nullable(),
        place: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'VillagePlan' })
export type VillagePlan = z.infer<typeof VillagePlan>

/** A vehicle that comes to a village, or a ride that starts there. Seconds after midnight. */
export const VillageVisit = z
  .object({
    village: z.string(),
    date: PlainDate,
    start: z.number().int(),
    end: z.number().int(),
    what: words,
    place: words,
    services: z.array(words),
  })
  .meta({ id: 'VillageVisit' })
export type VillageVisit = z.infer<typeof VillageVisit>

const of = '/api/counties/{county}/village-plans'

export const villagePlanRoutes = {
  list: route({
    id: 'villagePlans.list',
    method: 'GET',
    path: of,
    what: {
      zh: '公示中和已公布的方案，和本片各村的公告',
      en: 'Plans on notice or in force, with the notices of the villages of one’s area',
    },
    params: z.strictObject(inCounty),
    answer: json(z.array(VillagePlan)),
    access: inVillages,
  }),
  days: route({
    id: 'villagePlans.days',
    method: 'GET',
    path: `${of}/{plan}/days`,
    what: {
      zh: '本片各村哪天来什么车、办什么事',
      en: 'What comes to the villages of one’s area on which day, and what for',
    },
    params: z.strictObject({ ...inCounty, plan: z.uuid() }),
    query: z.strictObject({ from: PlainDate.optional(), to: PlainDate.optional() }),
    answer: json(z.array(VillageVisit)),
    access: inVillages,
  }),
} as const
