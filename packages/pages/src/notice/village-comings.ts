import type { VehicleKind } from '@kuashan/core/catalogue/service.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { compareText } from '@kuashan/core/kernel/order.ts'
import type { Plan, Stop, Visit } from '@kuashan/core/plan/plan.ts'

/** One kind of vehicle at one place, as the people of a village meet it. */
export interface Coming {
  kind: VehicleKind
  /** Where it stands, and the settlements of the village that go there. */
  stop: string
  for: string[]
  /** The farthest walk, seconds. */
  walkSeconds: number
  dates: PlainDate[]
  /** Earliest and latest arrival, seconds after midnight. */
  arrive: { from: number; to: number }
  services: string[]
}

/** A ride that picks up people of the village. */
export interface RideThere {
  site: string
  pickups: { settlement: string; depart: number }[]
  home: number
  dates: PlainDate[]
  services: string[]
}

/** A place that is open, or staff who come to the door, with what they give. */
export interface Elsewhere {
  place: string
  services: string[]
}

export interface VillageComings {
  comings: Coming[]
  rides: RideThere[]
  sites: Elsewhere[]
  doorstep: Elsewhere[]
  /** Services of which a floor is missed somewhere in the village. */
  missed: string[]
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]

/** Everything that a plan brings to the settlements of one village from a day on. */
export function villageComings(
  plan: Plan,
  settlements: ReadonlySet<string>,
  from: PlainDate,
): VillageComings {
  const own = plan.assignments.filter((a) => settlements.has(a.settlement) && a.chosen !== true)
  const due = new Set(own.map((a) => `${a.place} ${a.service}`))
  const places = (mode: 'fixed' | 'doorstep'): Elsewhere[] => {
    const here = own.filter((a) => a.mode === mode)
    const near = [...here].sort((a, b) => a.seconds - b.seconds)
    return unique(near.map((a) => a.place)).map((place) => ({
      place,
      services: unique(here.filter((a) => a.place === place).map((a) => a.service)).sort(),
    }))
  }
  return {
    comings: comingsOf(plan, settlements, from, due),
    rides: ridesOf(plan, settlements, from),
    sites: places('fixed'),
    doorstep: places('doorstep'),
    missed: unique(
      plan.shortages.filter((s) => settlements.has(s.settlement)).map((s) => s.service),
    ).sort(),
  }
}

function comingsOf(
  plan: Plan,
  settlements: ReadonlySet<string>,
  from: PlainDate,
  due: ReadonlySet<string>,
): Coming[] {
  const stops = new Map(
    plan.stops
      .filter((stop) => stop.serves.some((s) => settlements.has(s.settlement)))
      .map((stop) => [stop.id, stop]),
  )
  const found = new Map<string, { stops: Set<Stop>; made: { date: PlainDate; visit: Visit }[] }>()
  for (const { date, visits } of plan.tours)
    for (const visit of visits) {
      const stop = stops.get(visit.stop)
      if (stop === undefined || date < from) continue
      const key = `${stop.settlement}|${stop.kind}`
      const entry = found.get(key) ?? { stops: new Set(), made: [] }
      entry.stops.add(stop)
      entry.made.push({ date, visit })
      found.set(key, entry)
    }
  return [...found.values()]
    .map(({ stops: at, made }): Coming => {
      const [first] = at
      const serves = [...at].flatMap((s) => s.serves).filter((s) => settlements.has(s.settlement))
      const arrivals = made.map(({ visit }) => visit.arrive)
      return {
        kind: first!.kind,
        stop: first!.settlement,
        for: unique(serves.map((s) => s.settlement)),
        walkSeconds: Math.max(...serves.map((s) => s.walkSeconds)),
        dates: unique(made.map(({ date }) => date)).sort(),
        arrive: { from: Math.min(...arrivals), to: Math.max(...arrivals) },
        services: unique(
          made.flatMap(({ visit }) => visit.services.filter((s) => due.has(`${visit.stop} ${s}`))),
        ).sort(),
      }
    })
    .sort((a, b) => compareText(a.dates[0]!, b.dates[0]!) || compareText(a.stop, b.stop))
}

function ridesOf(plan: Plan, settlements: ReadonlySet<string>, from: PlainDate): RideThere[] {
  return plan.rides.flatMap((ride): RideThere[] => {
    const pickups = ride.pickups.filter((p) => p.riders.some((r) => settlements.has(r.settlement)))
    const dates = ride.dates.filter((date) => date >= from)
    if (pickups.length === 0 || dates.length === 0) return []
    const home = Math.max(...pickups.map((p) => p.home))
    const at = pickups.map(({ settlement, depart }) => ({ settlement, depart }))
    return [{ site: ride.site, pickups: at, home, dates, services: ride.services }]
  })
}
