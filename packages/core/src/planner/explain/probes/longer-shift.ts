import { nearestVehicles } from './near-fleet.ts'
import { type Probe, steps, type Trial } from './probe.ts'

/** Up to four hours longer out, in quarters of an hour. */
const mostQuarters = 16
const quarter = 15

/** One vehicle that brings the service may be out longer, and be as much longer at the wheel. */
export const longerShift: Probe = {
  kind: 'longer-shift',
  trials: (question) =>
    nearestVehicles(question).map(
      ({ vehicle }): Trial => ({
        what: { vehicle: vehicle.id },
        unit: 'minutes',
        amounts: steps(mostQuarters, quarter),
        changes: (minutes) => [
          {
            do: 'set-vehicle',
            vehicle: vehicle.id,
            shiftSeconds: vehicle.shiftSeconds + minutes * 60,
            driveLimitSeconds: vehicle.driveLimitSeconds + minutes * 60,
          },
        ],
      }),
    ),
}
