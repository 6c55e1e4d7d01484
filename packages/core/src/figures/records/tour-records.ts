import type { CountyGround } from '../../access/county-ground.ts'
import { toursOfToday } from '../../access/tours-today.ts'
import type { Plan } from '../../plan/plan.ts'
import type { FigureRecord } from '../figure.ts'
import { placeKeysIn } from '../place-keys.ts'

/** Tours of the plan, or those of today's timetable. */
export const toursOf = (ground: CountyGround): Pick<Plan, 'stops' | 'tours'> =>
  ground.plan ?? toursOfToday(ground)

/** One for each vehicle and day out. */
export function tripRecords(
  { county }: CountyGround,
  { tours }: Pick<Plan, 'tours'>,
): FigureRecord[] {
  const vehicles = new Map(county.vehicles.map((v) => [v.id, v]))
  return tours.map(({ id, vehicle, date, metres, visits }) => ({
    id,
    on: date,
    place: vehicles.get(vehicle)?.depot ?? null,
    keys: { vehicleKind: vehicles.get(vehicle)?.kind ?? '' },
    quantities: {
      trips: 1,
      metres,
      visits: visits.length,
      personTimes: visits.reduce((sum, v) => sum + v.personTimes, 0),
    },
  }))
}

/** One for each vehicle at a stop on a day. */
export function visitRecords(
  { county, remote }: CountyGround,
  { stops, tours }: Pick<Plan, 'stops' | 'tours'>,
): FigureRecord[] {
  const keysOf = placeKeysIn(county, remote)
  const at = new Map(stops.map((s) => [s.id, s]))
  return tours.flatMap(({ date, visits }) =>
    visits.map(({ id, stop, personTimes }) => {
      const settlement = at.get(stop)?.settlement ?? null
      return {
        id,
        on: date,
        place: settlement,
        keys: { ...keysOf(settlement ?? ''), vehicleKind: at.get(stop)?.kind ?? '' },
        quantities: { visits: 1, personTimes },
      }
    }),
  )
}

/** One for each ride and date; today has none. */
export const rideRecords = ({ plan }: CountyGround): FigureRecord[] =>
  (plan?.rides ?? []).flatMap(({ id, site, by, dates, seats, people, metres }) =>
    dates.map((date) => ({
      id: `${id} ${date}`,
      on: date,
      place: site,
      keys: { site, channel: by },
      quantities: { trips: 1, metres, personTimes: people, seats: seats ?? 0 },
    })),
  )
