import { compareText } from '../kernel/order.ts'
import { assumedUptakePerVisit } from '../plan/visit-load.ts'
import type { CountyGround } from './county-ground.ts'
import { type LocalDelivery, type TripsAvoided, tripsAvoided } from './own-trip.ts'
import { ownTripsToSites, type TripToSite } from './own-trips-to-sites.ts'
import { type Spread, spreadOf } from './spread.ts'

/** A trip to the county hospital and home again from one settlement; null where there is no way. */
export interface HospitalTrip {
  settlement: string
  people: number
  trip: Pick<
    TripToSite,
    | 'facility'
    | 'means'
    | 'seconds'
    | 'waitSeconds'
    | 'fareFen'
    | 'costFen'
    | 'wholeDay'
    | 'overnight'
  > | null
}

export interface TripFigures {
  /** Door to door and back, minutes, over residents; farthest first. */
  hospital: {
    minutes: Spread
    trips: HospitalTrip[]
    /** Residents for whom it takes the whole day (six hours or more), by means of travel, and those with no way. */
    wholeDayPeople: number
    noWayPeople: number
    byMeans: Record<TripToSite['means'], number>
  }
  /** In a year: person-times brought to where people live by those visits and calls that reach them first. */
  avoided: {
    trips: number
    hours: number
    fareFen: number
    newlyServed: number
    /** By settlement, most hours first. */
    settlements: Omit<TripsAvoided, 'service'>[]
  }
}

/** Trips of residents: to the county hospital, and those that vehicles and doorstep calls save them. */
export const tripFigures = (ground: CountyGround): TripFigures => ({
  hospital: hospitalTrips(ground),
  avoided: avoidedTrips(ground),
})

const hospital = 'countyHospital'

function hospitalTrips({ county, travel, supply, at }: CountyGround): TripFigures['hospital'] {
  const sites = supply.sites.filter((s) => s.kind === hospital)
  const offers = sites.map((s) => ({
    service: hospital,
    mode: 'fixed' as const,
    place: s.facility,
    kind: s.kind,
    dates: null,
    capacityYear: null,
  }))
  const tripOf = ownTripsToSites(county, travel.base, { offers, sites })
  const byMeans: Record<TripToSite['means'], number> = { walk: 0, bus: 0, own: 0 }
  const trips = county.settlements
    .filter((s) => s.permanent.total > 0)
    .map(({ id, permanent }): HospitalTrip => {
      const trip = tripOf(id, hospital)
      if (trip === null) return { settlement: id, people: permanent.total, trip: null }
      const { facility, means, seconds, waitSeconds, fareFen, costFen, wholeDay, overnight } = trip
      byMeans[means] += permanent.total
      const shown = { facility, means, seconds, waitSeconds, fareFen, costFen, wholeDay, overnight }
      return { settlement: id, people: permanent.total, trip: shown }
    })
    .sort(
      (a, b) =>
        (b.trip?.seconds ?? Infinity) - (a.trip?.seconds ?? Infinity) ||
        compareText(a.settlement, b.settlement),
    )
  const peopleIf = (test: (t: HospitalTrip) => boolean) =>
    trips.reduce((sum, t) => sum + (test(t) ? t.people : 0), 0)
  return {
    minutes: spreadOf(
      trips.map((t) => ({ ...t, value: t.trip === null ? null : t.trip.seconds / 60 })),
      'high',
      at,
    ),
    trips,
    wholeDayPeople: peopleIf((t) => t.trip?.wholeDay === true),
    noWayPeople: peopleIf((t) => t.trip === null),
    byMeans,
  }
}

function avoidedTrips(ground: CountyGround): TripFigures['avoided'] {
  const { county, travel, supply } = ground
  const rows = tripsAvoided(
    deliveriesMeasured(ground),
    ownTripsToSites(county, travel.base, supply),
  )
  const sum = { trips: 0, hours: 0, fareFen: 0, newlyServed: 0 }
  const places = new Map<string, Omit<TripsAvoided, 'service'>>()
  for (const row of rows) {
    const { settlement } = row
    const place = places.get(settlement) ?? {
      settlement,
      trips: 0,
      hours: 0,
      fareFen: 0,
      newlyServed: 0,
    }
    for (const key of ['trips', 'hours', 'fareFen', 'newlyServed'] as const) {
      sum[key] += row[key]
      place[key] += row[key]
    }
    places.set(settlement, place)
  }
  const settlements = [...places.values()].sort(
    (a, b) => b.hours - a.hours || compareText(a.settlement, b.settlement),
  )
  return { ...sum, settlements }
}

/**
 * Person-times a year brought to people by vehicle or at the door, where that is what reaches them first: those with a
 * site within the limit are taken to go there. n a person and year where a floor says so and the visits suffice,
 * else uptake × visits.
 */
export function deliveriesMeasured({
  county,
  measurement,
}: Pick<CountyGround, 'county' | 'measurement'>): LocalDelivery[] {
  const uptake = county.settings.assumptions.uptakePerVisit ?? assumedUptakePerVisit
  const due = new Map(
    measurement.floors.flatMap((f) =>
      f.metric === 'minServicesPerPersonYear' ? [[f.service, f.value]] : [],
    ),
  )
  return measurement.cells.flatMap(({ settlement, service, people, reach }) => {
    const first = reach[0]
    if (first === undefined || (first.mode !== 'vehicle' && first.mode !== 'doorstep')) return []
    const wanted = due.get(service)
    const times = first.opportunities
    if (wanted === undefined && times === null) return []
    const each = wanted === undefined ? uptake * times! : Math.min(wanted, times ?? wanted)
    const localSeconds = first.mode === 'vehicle' ? 2 * first.seconds : 0
    return [{ settlement, service, personTimes: people * each, localSeconds }]
  })
}
