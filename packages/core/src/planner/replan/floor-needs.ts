import { testFloor } from '../../access/floor-test.ts'
import { opportunitiesIn } from '../../access/opportunity.ts'
import { supplyOfPlan } from '../../access/supply-of-plan.ts'
import type { Plan } from '../../plan/plan.ts'
import type { NeedCell, PlanGround } from '../plan-ground.ts'
import { walksOf } from '../stop-candidates.ts'

/** People of one settlement whose floors for one service hang on the dates of vehicles. */
export interface FloorNeed {
  cell: NeedCell
  /** Settlements within their walk at which a vehicle may stand, themselves included. */
  stops: readonly string[]
  /** Distinct dates wanted, and the longest gap allowed in days. */
  minDates: number
  maxGapDays: number
}

/** What the buildings and the doorstep services of a plan leave to its vehicles. */
export function floorNeeds(ground: PlanGround, plan: Plan): FloorNeed[] {
  const { county, catalogue, travel, horizonDays } = ground
  const walks = walksOf(ground.county, ground.travel.base.walkToStops)
  const supply = supplyOfPlan(county, catalogue, { ...plan, tours: [] })
  const find = opportunitiesIn(supply, travel.base, horizonDays)
  return ground.cells.flatMap((cell): FloorNeed[] => {
    const { service, floors } = cell.scoped
    if (!service.channels.some((c) => c.mode === 'vehicle')) return []
    const found = find(cell.settlement.id, service.id, cell.limits)
    const test = { service, horizonDays, sitesInVillage: sitesInVillage(cell, supply.sites) }
    let minDates = 0
    let maxGapDays = Number.POSITIVE_INFINITY
    for (const floor of floors) {
      const miss = testFloor(floor, found, test)
      if (miss === null) continue
      if (floor.metric === 'maxGapDays') maxGapDays = Math.min(maxGapDays, miss.want)
      const dates = countsVisits.has(floor.metric) ? miss.want - (miss.have ?? 0) : 1
      minDates = Math.max(minDates, dates)
    }
    if (minDates === 0) return []
    const stops = [...walks.get(cell.settlement.id)!]
      .filter(([, seconds]) => seconds <= cell.limits.walkSeconds)
      .map(([id]) => id)
    return [{ cell, stops, minDates, maxGapDays }]
  })
}

const countsVisits: ReadonlySet<string> = new Set([
  'minVisitsPerVillageYear',
  'minServicesPerPersonYear',
])

/** Open buildings of the service's fixed kinds in the administrative village. */
export const sitesInVillage = (
  { settlement, scoped }: Pick<NeedCell, 'settlement' | 'scoped'>,
  sites: readonly { division: string; kind: string }[],
): number =>
  settlement.division === ''
    ? 0
    : sites.filter(
        (s) =>
          s.division === settlement.division &&
          (scoped.fixedKinds as readonly string[]).includes(s.kind),
      ).length
