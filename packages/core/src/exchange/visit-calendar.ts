import type { PlainDate } from '../kernel/calendar.ts'
import { byText, compareText } from '../kernel/order.ts'
import type { CountyInput } from '../plan/county.ts'
import type { Plan } from '../plan/plan.ts'
import { vehicleName } from '../resources/vehicle-name.ts'
import type { LngLat } from '../territory/settlement.ts'
import type { Language } from '../words/language.ts'

/** One visit as residents of a village see it. Local wall-clock time; the zone belongs to the county. */
export interface VisitEvent {
  uid: string
  date: PlainDate
  /** Seconds after midnight. */
  start: number
  end: number
  title: string
  place: string
  at: LngLat | null
  services: string[]
}

/** The feed of one administrative village (or of a settlement that has no village code). */
export interface VillageCalendar {
  village: string
  name: string
  events: VisitEvent[]
}

/** One calendar for each village that a vehicle visits, its events by date and time. */
export function villageCalendars(
  { county, catalogue }: CountyInput,
  plan: Plan,
  language: Language,
): VillageCalendar[] {
  const settlements = new Map(county.settlements.map((s) => [s.id, s]))
  const divisions = new Map(county.divisions.map((d) => [d.code, d]))
  const services = new Map(
    catalogue.services.map((s) => [s.id, language === 'en' ? s.nameEn : s.nameZh]),
  )
  const vehicles = new Map(county.vehicles.map((v) => [v.id, vehicleName(v, language)]))
  const stops = new Map(plan.stops.map((s) => [s.id, s]))
  const own = (x: { name: string; nameEn?: string | undefined } | undefined, id: string) =>
    x ? (language === 'en' ? (x.nameEn ?? x.name) : x.name) : id
  const calendars = new Map<string, VillageCalendar>()
  for (const tour of plan.tours)
    for (const visit of tour.visits) {
      const stop = stops.get(visit.stop)
      if (!stop) continue
      const here = settlements.get(stop.settlement)
      const villages = new Set(
        stop.serves.map(({ settlement }) => settlements.get(settlement)?.division || settlement),
      )
      for (const village of villages) {
        const calendar = calendars.get(village) ?? {
          village,
          name: own(divisions.get(village) ?? settlements.get(village), village),
          events: [],
        }
        calendar.events.push({
          uid: `${visit.id}@${village}`,
          date: tour.date,
          start: visit.arrive,
          end: visit.leave,
          title: vehicles.get(tour.vehicle) ?? tour.vehicle,
          place: own(here, stop.settlement),
          at: here?.at ?? null,
          services: visit.services.map((id) => services.get(id) ?? id),
        })
        calendars.set(village, calendar)
      }
    }
  return [...calendars.values()]
    .map((c) => ({
      ...c,
      events: c.events.sort((a, b) => compareText(a.date, b.date) || a.start - b.start),
    }))
    .sort(byText((x) => x.village))
}
