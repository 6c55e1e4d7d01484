import { nearestVehicles } from './near-fleet.ts'
import type { Probe, Trial } from './probe.ts'

/** A vehicle whose inspection runs out before the horizon ends is inspected again in time. */
export const inspection: Probe = {
  kind: 'inspection',
  trials: (question) => {
    const { to } = question.world.input.county.settings.horizon
    return nearestVehicles(question).flatMap(({ fleet }): Trial[] =>
      fleet.vehicles
        .filter((v) => v.inspectionUntil !== undefined && v.inspectionUntil < to)
        .slice(0, 3)
        .map((v) => ({
          what: { vehicle: v.id },
          unit: 'none',
          amounts: [0],
          changes: () => [{ do: 'set-vehicle', vehicle: v.id, inspectionUntil: null }],
        })),
    )
  },
}
