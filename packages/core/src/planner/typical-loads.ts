import type { FleetClass } from './fleet-class.ts'
import type { ChoiceGround } from './joint/build-choice.ts'
import { secondsAtVisit } from './joint/options/vehicle-options.ts'
import type { NeedCell } from './plan-ground.ts'

/** Seconds for people at one visit of a settlement's own need: a first guess for how many stops a tour holds. */
export function typicalLoads({
  ground,
}: ChoiceGround): (settlement: string, fleet: FleetClass) => number {
  const atHome = new Map<string, NeedCell[]>()
  for (const cell of ground.cells) {
    if (cell.met) continue
    const of = atHome.get(cell.settlement.id) ?? []
    of.push(cell)
    atHome.set(cell.settlement.id, of)
  }
  return (settlement, fleet) => {
    let seconds = 0
    for (const cell of atHome.get(settlement) ?? [])
      if (fleet.services.has(cell.scoped.service.id)) seconds += secondsAtVisit(cell, fleet, ground)
    return Math.min(seconds / fleet.stations, fleet.shiftSeconds)
  }
}
