import type { FindingCode } from '@kuashan/core/kernel/finding.ts'
import { matchNeed, type NotToBeHad, notToBeHad } from '@kuashan/core/resources/pool/book.ts'
import { resourcesOfCounty } from '@kuashan/core/resources/pool/resources-of-county.ts'
import { settleMonth } from '@kuashan/core/resources/pool/settle.ts'
import type { ResourceNeed } from '@kuashan/core/resources/pool/shared-resource.ts'
import { refused } from '@kuashan/store/database/refused.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import {
  bookResource,
  cancelBooking,
  listBookings,
} from '@kuashan/store/queries/resource-bookings.ts'
import {
  enterResource,
  getResource,
  listResources,
  saveResource,
  takeOver,
} from '@kuashan/store/queries/shared-resources.ts'
import { dayOf } from '../county/county-day.ts'
import { countyInput } from '../county/county-shelf.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import type { Desk } from './desk.ts'

const codes: Readonly<Record<NotToBeHad, FindingCode>> = {
  'other-kind': 'resource-not-fitting',
  'lacks-skills': 'resource-not-fitting',
  'not-lent': 'resource-not-lent',
  'not-free': 'resource-not-free',
  booked: 'resource-booked',
  notice: 'resource-notice',
}

const booked = async (access: Access) =>
  (await listBookings(access)).filter(({ state }) => state === 'booked')

async function book(
  access: Access,
  asked: { resource: string; need: ResourceNeed; purpose: string },
  today: ReturnType<typeof dayOf>,
) {
  const { need, purpose } = asked
  const resource = await getResource(access, asked.resource)
  const bookings = (await booked(access)).filter((one) => one.resource === resource.id)
  const why = notToBeHad({ need, resource, bookings, today })
  if (why !== null) throw refused(codes[why], { name: resource.name, days: resource.noticeDays })
  const { unit, date, from, to } = need
  const { owner } = resource
  const pricePerHourFen = unit === owner ? 0 : resource.pricePerHourFen
  const made = { resource: resource.id, unit, date, from, to, purpose, owner, pricePerHourFen }
  const id = await bookResource(access, made)
  return { ...made, id, state: 'booked' as const, version: 1 }
}

export const poolHandlers = ({ shelf, now }: Desk): TopicHandlers<'pool'> => ({
  resources: ({ caller, store }) =>
    store.as(caller, async (access) => ({ data: await listResources(access) })),
  enter: ({ body, caller, store }) =>
    store.as(caller, async (access) => ({
      data: await getResource(access, await enterResource(access, body)),
    })),
  takeOver: ({ caller, store }) =>
    store.as(caller, async (access) => {
      const { county } = (await countyInput(shelf, access)).input
      return { data: { added: await takeOver(access, resourcesOfCounty(county)) } }
    }),
  save: ({ params, body, version, caller, store }) =>
    store.as(caller, async (access) => {
      const data = await saveResource(access, params.resource, body, Number(version))
      return { data, version: data.version }
    }),
  match: ({ body, caller, store }) =>
    store.as(caller, async (access) => ({
      data: matchNeed(body, await listResources(access), await booked(access), dayOf(now())),
    })),
  bookings: ({ caller, store }) =>
    store.as(caller, async (access) => ({ data: await listBookings(access) })),
  book: ({ body, caller, store }) =>
    store.as(caller, async (access) => ({ data: await book(access, body, dayOf(now())) })),
  cancel: ({ params, version, caller, store }) =>
    store.as(caller, async (access) => {
      const data = await cancelBooking(access, params.booking, Number(version))
      return { data, version: data.version }
    }),
  settlement: ({ query, caller, store }) =>
    store.as(caller, async (access) => ({
      data: settleMonth(query.month, await booked(access)),
    })),
})
