import {
  DatedHours,
  ResourceNeed,
  SharedResource,
} from '@kuashan/core/resources/pool/shared-resource.ts'
import { z } from 'zod'
import { correcting, inCounty, planning, preparing } from './access.ts'
import { json, route } from './route.ts'

const ResourceLine = SharedResource.extend({
  id: z.uuid(),
  version: z.number().int(),
}).meta({ id: 'SharedResourceLine' })
export type ResourceLine = z.infer<typeof ResourceLine>

const ResourceMatch = z
  .object({
    resource: ResourceLine,
    /** `own`: it belongs to the unit that asks. */
    distance: z.enum(['own', 'township', 'county', 'neighbours']),
    priceFen: z.number().int(),
  })
  .meta({ id: 'ResourceMatch' })

const Matches = z
  .object({
    /** The unit’s own first, then the nearest, then the cheapest. */
    matches: z.array(ResourceMatch),
    /** How many of the kind could not, by reason. */
    missed: z.partialRecord(
      z.enum(['other-kind', 'lacks-skills', 'not-lent', 'not-free', 'booked', 'notice']),
      z.number().int(),
    ),
  })
  .meta({ id: 'ResourceMatches' })
export type Matches = z.infer<typeof Matches>

const BookingLine = DatedHours.extend({
  id: z.uuid(),
  resource: z.uuid(),
  unit: z.string(),
  purpose: z.string(),
  owner: z.string(),
  pricePerHourFen: z.number().int(),
  state: z.enum(['booked', 'cancelled']),
  version: z.number().int(),
}).meta({ id: 'BookingLine' })
export type BookingLine = z.infer<typeof BookingLine>

const SettlementOfMonth = z
  .object({
    lines: z.array(
      z.object({
        borrower: z.string(),
        owner: z.string(),
        hours: z.number(),
        fen: z.number().int(),
      }),
    ),
    /** What each unit gets (above zero) or pays; together zero. */
    balances: z.array(z.object({ unit: z.string(), fen: z.number().int() })),
  })
  .meta({ id: 'SettlementOfMonth' })

const one = z.strictObject(inCounty)
const path = '/api/counties/{county}/pool'
const Entry = SharedResource.meta({ id: 'SharedResource' })

export const poolRoutes = {
  resources: route({
    id: 'pool.resources',
    method: 'GET',
    path: `${path}/resources`,
    what: {
      zh: '共享资源台账：岗位、车辆、房间、设备，归谁、何时空闲、怎么借',
      en: 'The register of shared resources: posts, vehicles, rooms, devices; whose, when free, on what terms',
    },
    params: one,
    answer: json(z.array(ResourceLine)),
    access: planning,
  }),
  enter: route({
    id: 'pool.enter',
    method: 'POST',
    path: `${path}/resources`,
    what: { zh: '登记一项共享资源', en: 'Enter a shared resource' },
    params: one,
    body: json(Entry),
    answer: json(ResourceLine),
    access: preparing,
  }),
  takeOver: route({
    id: 'pool.takeOver',
    method: 'POST',
    path: `${path}/resources/take-over`,
    what: {
      zh: '把数据里的岗位、车辆和房间带进台账；带过的不再带',
      en: 'Take posts, vehicles and rooms of the data over into the register; none twice',
    },
    params: one,
    answer: json(z.object({ added: z.number().int() })),
    access: preparing,
  }),
  save: route({
    id: 'pool.save',
    method: 'PUT',
    path: `${path}/resources/{resource}`,
    what: { zh: '改一项共享资源', en: 'Change what is said of a shared resource' },
    params: z.strictObject({ ...inCounty, resource: z.uuid() }),
    body: json(Entry),
    answer: json(ResourceLine),
    access: preparing,
    versioned: true,
  }),
  match: route({
    id: 'pool.match',
    method: 'POST',
    path: `${path}/match`,
    what: {
      zh: '按需要找空闲资源，含肯借的邻乡邻县',
      en: 'Find what is free for a need, neighbours that lend included',
    },
    params: one,
    body: json(ResourceNeed.meta({ id: 'ResourceNeed' })),
    answer: json(Matches),
    access: planning,
  }),
  bookings: route({
    id: 'pool.bookings',
    method: 'GET',
    path: `${path}/bookings`,
    what: { zh: '预订', en: 'Bookings' },
    params: one,
    answer: json(z.array(BookingLine)),
    access: planning,
  }),
  book: route({
    id: 'pool.book',
    method: 'POST',
    path: `${path}/bookings`,
    what: {
      zh: '预订一项资源；同一时间不会订出两次',
      en: 'Book a resource; no hour of it is booked twice',
    },
    params: one,
    body: json(
      z.strictObject({
        resource: z.uuid(),
        need: ResourceNeed,
        purpose: z.string().trim().min(1).max(500),
      }),
    ),
    answer: json(BookingLine),
    access: correcting,
  }),
  cancel: route({
    id: 'pool.cancel',
    method: 'POST',
    path: `${path}/bookings/{booking}/cancel`,
    what: { zh: '取消预订', en: 'Cancel a booking' },
    params: z.strictObject({ ...inCounty, booking: z.uuid() }),
    answer: json(BookingLine),
    access: correcting,
    versioned: true,
  }),
  settlement: route({
    id: 'pool.settlement',
    method: 'GET',
    path: `${path}/settlement`,
    what: {
      zh: '一个月的结算：谁该付谁，合计为零',
      en: 'The settlement of a month: who owes whom; all together zero',
    },
    params: one,
    query: z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
    answer: json(SettlementOfMonth),
    access: planning,
  }),
} as const
