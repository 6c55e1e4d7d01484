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

type EventIn = Omit<VisitEvent, 'place' | 'at'> & {
  /** Where it starts, and the settlements it is for. */
  here: string
  for: readonly string[]
}

/** One calendar for each village that a vehicle visits or rides start from, its events by date and time. */
export function villageCalendars(
  { county, catalogue }: CountyInput,
  plan: Plan,
  language: Language,
): VillageCalendar[] {
  const own = (x: { name: string; nameEn?: string | undefined } | undefined, id: string) =>
    x ? (language === 'en' ? (x.nameEn ?? x.name) : x.name) : id
  const settlements = new Map(county.settlements.map((s) => [s.id, s]))
  const divisions = new Map(county.divisions.map((d) => [d.code, d]))
  const facilities = new Map(county.facilities.map((f) => [f.id, f]))
  const vehicles = new Map(county.vehicles.map((v) => [v.id, vehicleName(v, language)]))
  const services = new Map(
    catalogue.services.map((s) => [s.id, language === 'en' ? s.nameEn : s.nameZh]),
  )
  const events = [
    ...visitEvents(plan, (id) => vehicles.get(id) ?? id),
    ...rideEvents(plan, (id) => {
      const site = own(facilities.get(id), id)
      return language === 'en' ? `Ride to ${site}` : `接送到${site}`
    }),
  ]
  const calendars = new Map<string, VillageCalendar>()
  for (const { for: whom, here, ...event } of events)
    for (const village of new Set(whom.map((id) => settlements.get(id)?.division || id))) {
      const calendar = calendars.get(village) ?? {
        village,
        name: own(divisions.get(village) ?? settlements.get(village), village),
        events: [],
      }
      const place = settlements.get(here)
      calendar.events.push({
        ...event,
        uid: `${event.uid}@${village}`,
        place: own(place, here),
        at: place?.at ?? null,
        services: event.services.map((id) => services.get(id) ?? id),
      })
      calendars.set(village, calendar)
    }
  return [...calendars.values()]
    .map((c) => ({
      ...c,
      events: c.events.sort((a, b) => compareText(a.date, b.date) || a.start - b.start),
    }))
    .sort(byText((x) => x.village))
}

function visitEvents(plan: Plan, title: (vehicle: string) => string): EventIn[] {
  const stops = new Map(plan.stops.map((s) => [s.id, s]))
  return plan.tours.flatMap((tour) =>
    tour.visits.flatMap((visit): EventIn[] => {
      const stop = stops.get(visit.stop)
      if (!stop) return []
      return [
        {
          uid: visit.id,
          date: tour.date,
          start: visit.arrive,
          end: visit.leave,
          title: title(tour.vehicle),
          services: visit.services,
          here: stop.settlement,
          for: stop.serves.map((s) => s.settlement),
        },
      ]
    }),
  )
}

/** From leaving the pick-up until being back there. */
const rideEvents = (plan: Plan, title: (site: string) => string): EventIn[] =>
  plan.rides.flatMap((ride) =>
    ride.dates.flatMap((date) =>
      ride.pickups.map((pickup) => ({
        uid: `${ride.id}-${date}-${pickup.settlement}`,
        date,
        start: pickup.depart,
        end: pickup.home,
        title: title(ride.site),
        services: ride.services,
        here: pickup.settlement,
        for: pickup.riders.map((r) => r.settlement),
      })),
    ),
  )
