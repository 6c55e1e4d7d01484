import { type LoadLine, type VisitLoad, visitLoad } from '../plan/visit-load.ts'
import type { FleetClass } from './fleet-class.ts'
import { largestFloor, type NeedCell, type PlanGround } from './plan-ground.ts'

/** People and seconds of one visit when `visits` of the horizon serve these cells. */
export function loadOf(
  ground: PlanGround,
  { fleet, cells }: { fleet: FleetClass; cells: readonly NeedCell[] },
  visits: number,
): VisitLoad {
  const lines = cells.map(
    (cell): LoadLine => ({
      people: cell.steered,
      servicesPerPersonYear: largestFloor(cell.scoped, ['minServicesPerPersonYear']),
      minutesPerPerson: cell.scoped.service.channels.find(
        (c) => c.mode === 'vehicle' && c.kind === fleet.kind,
      )?.minutesPerPerson,
    }),
  )
  const uptake = ground.county.settings.assumptions.uptakePerVisit
  return visitLoad(lines, (visits * 365) / ground.horizonDays, uptake)
}
