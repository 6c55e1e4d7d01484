import type { PlainDate } from '../../kernel/calendar.ts'
import type { NewStop } from '../../plan/plan-edit.ts'
import { pricePerKm } from '../../plan/price-per-km.ts'
import type { Vehicle } from '../../resources/vehicle.ts'
import type { PlannedStop } from '../planned-stops.ts'
import { daysFit } from '../vehicle-days.ts'
import { type EditState, peekTour, staysOf, visitsOf } from './edit-state.ts'
import { staysHold } from './holds.ts'
import { newStopOf } from './new-stop.ts'
import { datesNearMiddle, widestStretch } from './spread-dates.ts'
import { type Room, roomOf } from './staff-room.ts'
import { cheapestPlace, timeTour } from './tour-clock.ts'

/** Where a further visit would go. */
export interface Place {
  date: PlainDate
  vehicle: string
  at: number
}

/** Days nearest to the middle of the gap among which the cheapest is taken. */
const daysWeighed = 6

/**
 * A place in the calendar for a further visit of a stop: in its widest gap, on a day near the middle, where it costs
 * least and shift, driving, rest, crew and staff hours hold. Null where no workday of the gap has one. `made` says what the
 * stop would be where the plan has none of that id.
 */
export function findRoom(
  state: EditState,
  stopId: string,
  made?: { newStop: NewStop; vehicle: string },
): Place | null {
  const stop = stopFor(state, stopId, made)
  if (stop === null) return null
  const { ground } = state.base
  const { horizon } = ground.county.settings
  const visited = [...visitsOf(state)].filter((v) => v.visit.stop === stopId).map((v) => v.date)
  const days = datesNearMiddle(widestStretch(visited, horizon), ground.workdays, horizon)
  const room = roomOf(state)
  let best: { place: Place; fen: number } | null = null
  const fitDays = stop.fleet.vehicles.map(
    (v) => [v, new Set(daysFit(ground, v).map((k) => ground.workdays[k]!))] as const,
  )
  /** Vehicles that bring people to a site that day. */
  const bringing = new Set(
    [...state.rides.values()].flatMap((r) => r.dates.map((date) => `${r.vehicle} ${date}`)),
  )
  let weighed = 0
  for (const date of days) {
    if (best !== null && weighed >= daysWeighed) break
    weighed++
    for (const [vehicle, fit] of fitDays) {
      if (!fit.has(date) || bringing.has(`${vehicle.id} ${date}`)) continue
      const found = placeOn(state, stop, vehicle, date, room)
      if (found !== null && (best === null || found.fen < best.fen)) best = found
    }
  }
  return best?.place ?? null
}

/** The stop as it stands, or as it would be made. */
function stopFor(
  state: EditState,
  id: string,
  made: { newStop: NewStop; vehicle: string } | undefined,
): PlannedStop | null {
  const known = state.stops.get(id)
  if (known !== undefined || made === undefined) return known ?? null
  const vehicle = state.vehicles.get(made.vehicle)
  const stop = vehicle && newStopOf(state, id, made.newStop, vehicle)
  return stop !== undefined && 'stop' in stop ? stop.stop : null
}

function placeOn(
  state: EditState,
  stop: PlannedStop,
  vehicle: Vehicle,
  date: PlainDate,
  room: Room,
): { place: Place; fen: number } | null {
  const { ground } = state.base
  const tour = peekTour(state, vehicle, date) ?? {
    id: `${vehicle.id}-${date}`,
    vehicle,
    date,
    depart: vehicle.earliest,
    visits: [],
  }
  if (tour.visits.length === 0 && room.crewLeft(vehicle, date) < vehicle.crew) return null
  const stays = staysOf(state, tour)
  const place = cheapestPlace(tour, vehicle, stays, stop.settlement, state.roads)
  if (place === null) return null
  const visit = {
    id: '',
    stop: stop.stop.id,
    arrive: 0,
    leave: stop.serviceSeconds,
    services: [...stop.services],
    personTimes: stop.personTimes,
  }
  const before = timeTour(tour, vehicle, stays, state.roads)
  const longer = stays.toSpliced(place.at, 0, { settlement: stop.settlement, visit })
  const after = timeTour(tour, vehicle, longer, state.roads)
  if (!('tour' in after) || !('tour' in before)) return null
  if (!staysHold(tour, vehicle, longer, state.roads)) return null
  const { tour: out } = after
  const isNew = tour.visits.length === 0
  const seconds = out.finish - out.depart - (isNew ? 0 : before.tour.finish - before.tour.depart)
  const hours = (seconds * vehicle.crew) / 3600
  if (hours > room.hoursLeft(vehicle.depot) + 1e-6) return null
  const metres = out.metres - (isNew ? 0 : before.tour.metres)
  const { county } = ground
  const fen =
    (metres * pricePerKm(vehicle, county)) / 1000 +
    (isNew ? vehicle.costPerDayFen : 0) +
    hours * county.settings.prices.staffHourFen
  return { place: { date, vehicle: vehicle.id, at: place.at }, fen }
}
