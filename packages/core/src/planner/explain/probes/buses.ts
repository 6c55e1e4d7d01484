import type { County } from '../../../plan/county.ts'
import { rideAssumption } from '../../../plan/ride-assumptions.ts'
import { mayCarry, Vehicle } from '../../../resources/vehicle.ts'
import { fullWeek, staffAdded } from './more-staff.ts'
import type { Probe, Question, Trial } from './probe.ts'
import { tripOf } from './ride-trip.ts'

const listsStaff = ({ staff }: County, depot: string): boolean =>
  staff.some((s) => s.employer === depot)

/** The vehicle whose depot is the least way from a settlement, of those that are asked for. */
function nearestOf(
  { world }: Question,
  pickup: string,
  wanted: (vehicle: Vehicle) => boolean,
): Vehicle | undefined {
  return world.input.county.vehicles
    .filter(wanted)
    .map((v) => ({ v, seconds: world.base.resident.seconds(pickup, v.depot) }))
    .filter(({ seconds }) => seconds >= 0)
    .sort((a, b) => a.seconds - b.seconds)[0]?.v
}

/** One or two more buses like the nearest, with a crew where the depot lists its staff. */
export const anotherBus: Probe = {
  kind: 'another-bus',
  trials: (question): Trial[] => {
    const trip = tripOf(question)
    const bus = trip && nearestOf(question, trip.pickup, mayCarry)
    if (!trip || !bus) return []
    const crew = listsStaff(question.world.input.county, bus.depot) ? bus.crew : 0
    return [
      {
        what: { vehicle: bus.id, depot: bus.depot, site: trip.site, crew },
        unit: 'vehicles',
        amounts: [1, 2],
        changes: (count) => [
          { do: 'add-vehicles-like', likeOf: bus.id, count },
          ...staffAdded(bus.depot, crew * count, fullWeek),
        ],
      },
    ]
  },
}

/** A bus where the county has none: it goes where the nearest vehicle goes, at that one's costs. */
export const newBus: Probe = {
  kind: 'new-bus',
  trials: (question): Trial[] => {
    const { county } = question.world.input
    const trip = tripOf(question)
    if (trip === null || county.vehicles.some(mayCarry)) return []
    const model = nearestOf(question, trip.pickup, () => true)
    const depot = model?.depot ?? trip.site
    const seats = rideAssumption(county.settings, 'hiredSeats')
    const vehicle = busOf(depot, seats, model)
    const crew = listsStaff(county, depot) ? vehicle.crew : 0
    return [
      {
        what: { depot, seats, vehicle: model?.id ?? '', site: trip.site, crew },
        unit: 'none',
        amounts: [0],
        ...(model === undefined ? { unpriced: true } : {}),
        changes: () => [{ do: 'add-vehicle', vehicle }, ...staffAdded(depot, crew, fullWeek)],
      },
    ]
  },
}

function busOf(depot: string, seats: number, model: Vehicle | undefined): Vehicle {
  const own = {
    id: `bus@${depot}`,
    name: 'bus',
    kind: 'bus',
    depot,
    seats,
    crew: 1,
    services: [],
    provenance: { method: 'entered', note: 'proposed by an explanation' },
  }
  if (model === undefined) return Vehicle.parse(own)
  const { inspectionUntil: _, down: __, fund: ___, ...like } = model
  return Vehicle.parse({ ...like, ...own })
}

/** Fen a kilometre of a hired bus where the county states none (docs/methods/explain.md). */
const assumedBusPerKmFen = 500

/** Buses are hired where the county has no price for them. */
export const hiredRun: Probe = {
  kind: 'hired-run',
  trials: (question): Trial[] => {
    const trip = tripOf(question)
    if (trip === null || question.world.input.county.settings.prices.busPerKmFen > 0) return []
    return [
      {
        what: { site: trip.site, yuan: assumedBusPerKmFen / 100 },
        unit: 'none',
        amounts: [0],
        changes: () => [{ do: 'set-price', price: 'busPerKmFen', value: assumedBusPerKmFen }],
      },
    ]
  },
}
