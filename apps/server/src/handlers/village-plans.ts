import type { VillagePlan, VillageVisit } from '@kuashan/contract/village-plans.ts'
import { villageCalendars } from '@kuashan/core/exchange/visit-calendar.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { County } from '@kuashan/core/plan/county.ts'
import { partOfPlan } from '@kuashan/core/plan/part-of-county.ts'
import { publicSteps } from '@kuashan/core/plan/publication.ts'
import { villagesOfPlan } from '@kuashan/core/plan/villages-of-plan.ts'
import { isInArea } from '@kuashan/core/territory/area.ts'
import { refused } from '@kuashan/store/database/refused.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { listNotices } from '@kuashan/store/queries/plan-voices.ts'
import { listPlans } from '@kuashan/store/queries/plans.ts'
import { countyInput } from '../county/county-shelf.ts'
import { type OpenedPlan, openPlan, readPlan } from '../county/open-plan.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import type { Desk } from './desk.ts'

async function inVillages(access: Access, county: County, id: string): Promise<VillagePlan> {
  const { entry, plan } = await readPlan(access, id)
  const divisions = new Map(county.divisions.map((d) => [d.code, d]))
  const posted = new Map((await listNotices(access, entry.plan)).map((n) => [n.division, n]))
  const villages = villagesOfPlan(county, plan).filter((code) => isInArea(code, access.caller.area))
  return {
    id: entry.plan,
    name: entry.name,
    step: entry.step,
    horizon: plan.horizon,
    villages: villages.map((village) => {
      const zh = divisions.get(village)?.name ?? village
      return {
        village,
        name: { zh, en: divisions.get(village)?.nameEn ?? zh },
        postedOn: posted.get(village)?.postedOn ?? null,
        place: posted.get(village)?.place ?? null,
      }
    }),
  }
}

/** Visits and rides of an area, in order of days. */
function visitsIn({ plan, under }: OpenedPlan, area: string): VillageVisit[] {
  const part = partOfPlan(plan, under.input.county, area)
  const calendars = {
    zh: villageCalendars(under.input, part, 'zh'),
    en: villageCalendars(under.input, part, 'en'),
  }
  const english = new Map(calendars.en.flatMap(({ events }) => events.map((e) => [e.uid, e])))
  const visits = calendars.zh.flatMap(({ village, events }) =>
    events.map((event): VillageVisit => {
      const { date, start, end, title, place, services } = event
      const en = english.get(event.uid) ?? event
      return {
        village,
        date,
        start,
        end,
        what: { zh: title, en: en.title },
        place: { zh: place, en: en.place },
        services: services.map((zh, k) => ({ zh, en: en.services[k] ?? zh })),
      }
    }),
  )
  return visits
}

const isWithin = (date: PlainDate, from?: PlainDate, to?: PlainDate): boolean =>
  (from === undefined || from <= date) && (to === undefined || date <= to)

const byDay = (a: VillageVisit, b: VillageVisit): number =>
  a.date.localeCompare(b.date) || a.start - b.start

export const villagePlanHandlers = ({ shelf }: Desk): TopicHandlers<'villagePlans'> => ({
  list: ({ caller, store }) =>
    store.as(caller, async (access) => {
      const data: VillagePlan[] = []
      const { county } = (await countyInput(shelf, access)).input
      for (const { plan, step } of await listPlans(access))
        if (publicSteps.has(step)) data.push(await inVillages(access, county, plan))
      return { data }
    }),
  days: ({ params, query, caller, store }) =>
    store.as(caller, async (access) => {
      const opened = await openPlan(shelf, access, params.plan)
      if (!publicSteps.has(opened.entry.step))
        throw refused('store-not-found', { what: params.plan })
      const visits = visitsIn(opened, caller.area)
      return { data: visits.filter(({ date }) => isWithin(date, query.from, query.to)).sort(byDay) }
    }),
})
