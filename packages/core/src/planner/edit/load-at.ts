import type { ChoiceGround } from '../joint/build-choice.ts'
import { loadOf, type PlannedStop } from '../planned-stops.ts'

/** What one visit of a stop takes. */
export interface LoadAt {
  services: readonly string[]
  personTimes: number
  staySeconds: (vehicle: { setupSeconds: number; stations: number }) => number
}

/** The load of one visit when so many visits serve the cells of a stop, by the rule of `plannedStops`. */
export function loadAt(
  { base }: { base: ChoiceGround },
  stop: Pick<PlannedStop, 'fleet' | 'cells' | 'share'>,
  visits: number,
): LoadAt {
  const load = loadOf(base.ground, stop, visits)
  const parts = Math.max(1, Math.round(1 / stop.share))
  return {
    services: [...new Set(stop.cells.map((c) => c.scoped.service.id))].sort(),
    personTimes: Math.round((load.personTimes / parts) * 1000) / 1000,
    staySeconds: (v) => Math.ceil(v.setupSeconds + load.personSeconds / v.stations / parts),
  }
}
