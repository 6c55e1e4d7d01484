import { fullWeek, staffAdded } from './more-staff.ts'
import { nearestVehicles } from './near-fleet.ts'
import type { Probe, Trial } from './probe.ts'

/** One or two more vehicles like one that brings the service, with a crew where the depot lists its staff. */
export const anotherVehicle: Probe = {
  kind: 'another-vehicle',
  trials: (question) => {
    const listed = new Set(question.world.input.county.staff.map((s) => s.employer))
    return nearestVehicles(question).flatMap(({ fleet, vehicle }): Trial[] => {
      const trial = (crew: number): Trial => ({
        what: { vehicle: vehicle.id, kind: fleet.kind, depot: vehicle.depot, crew },
        unit: 'vehicles',
        amounts: [1, 2],
        changes: (count) => [
          { do: 'add-vehicles-like', likeOf: vehicle.id, count },
          ...staffAdded(vehicle.depot, crew * count, fullWeek),
        ],
      })
      return listed.has(vehicle.depot) ? [trial(0), trial(vehicle.crew)] : [trial(0)]
    })
  },
}
