import type { Opportunities } from '../../../access/opportunity.ts'
import { visitLoad } from '../../../plan/visit-load.ts'
import type { FleetClass } from '../../fleet-class.ts'
import { largestFloor, mayServe, meets, type NeedCell, type PlanGround } from '../../plan-ground.ts'
import type { RoadOf } from '../../route-cost.ts'
import type { ChoiceGround } from '../build-choice.ts'
import type { Option, StopChoice } from '../option.ts'
import { offerOf } from './offer-of.ts'

/** Key of a stop of one class, and back. */
export const stopKey = (settlement: string, fleet: FleetClass): string =>
  `${settlement} ${fleet.key}`

const perYear = (ground: PlanGround): number => 365 / ground.horizonDays

/** Every stop that a class reaches, with what a visit costs on the road. */
export function stopChoices(
  { ground, classes, stops }: ChoiceGround,
  roadOf: RoadOf,
): StopChoice[] {
  const hourFen = ground.county.settings.prices.staffHourFen
  return stops.flatMap((settlement) =>
    classes.flatMap((fleet): StopChoice[] => {
      const road = roadOf(settlement, fleet)
      if (road === null) return []
      const cash =
        ((road.metres * fleet.perKmFen) / 1000 + road.days * fleet.perDayFen) * perYear(ground)
      const seconds = road.driveSeconds + fleet.setupSeconds
      const hours = ((seconds * fleet.crew) / 3600) * perYear(ground)
      return [
        {
          key: stopKey(settlement, fleet),
          valuePerVisit: cash + hours * hourFen,
          usesPerVisit: [
            [`fleet ${fleet.key}`, seconds / fleet.shiftSeconds],
            ['cash', cash],
          ],
        },
      ]
    }),
  )
}

/** Person-seconds of one visit for one cell, one after the other. */
export function secondsAtVisit(cell: NeedCell, fleet: FleetClass, ground: PlanGround): number {
  const channel = cell.scoped.service.channels.find(
    (c) => c.mode === 'vehicle' && c.kind === fleet.kind,
  )
  const line = {
    people: cell.steered,
    servicesPerPersonYear: largestFloor(cell.scoped, ['minServicesPerPersonYear']),
    minutesPerPerson: channel?.minutesPerPerson,
  }
  const uptake = ground.county.settings.assumptions.uptakePerVisit
  return visitLoad([line], cell.visits * perYear(ground), uptake).personSeconds
}

/** Whether a class can give the service of a cell at a settlement. */
const canBring = (cell: NeedCell, fleet: FleetClass, ground: PlanGround): boolean =>
  fleet.services.has(cell.scoped.service.id) &&
  (fleet.township === null || mayServe(ground, `${fleet.township}`, cell.settlement.division))

/** Stops within the walk at which the cell's floors would hold. */
export function vehicleOptions(cell: NeedCell, base: ChoiceGround, roadOf: RoadOf): Option[] {
  const { ground, classes, walks, stops } = base
  const able = classes.filter((fleet) => canBring(cell, fleet, ground))
  if (able.length === 0) return []
  const allowed = new Set(stops)
  const near = [...walks.get(cell.settlement.id)!].filter(
    ([stop, seconds]) =>
      seconds <= cell.limits.walkSeconds &&
      allowed.has(stop) &&
      mayServe(ground, ground.settlements.get(stop)?.division ?? '', cell.settlement.division),
  )
  const gap = Math.ceil(ground.horizonDays / cell.visits)
  const day = ground.county.settings.horizon.from
  return near.slice(0, base.nearest.stops).flatMap(([stop, walk]) =>
    able.flatMap((fleet): Option[] => {
      if (roadOf(stop, fleet) === null) return []
      const offer = offerOf(cell.scoped.service.id, 'vehicle', stop, fleet.kind)
      const found: Opportunities = {
        ...cell.existing,
        vehicle: [...cell.existing.vehicle, { offer, seconds: walk }],
        visitDates: [...cell.existing.visitDates, ...new Array(cell.visits).fill(day)],
        visitGap: gap,
      }
      if (!meets(cell, found, cell.sitesInVillage, ground.horizonDays)) return []
      const seconds = (secondsAtVisit(cell, fleet, ground) / fleet.stations) * cell.visits
      const hours = ((seconds * fleet.crew) / 3600) * perYear(ground)
      const days = seconds / fleet.shiftSeconds
      return [
        {
          mode: 'vehicle',
          stop: stopKey(stop, fleet),
          visits: cell.visits,
          value: hours * ground.county.settings.prices.staffHourFen,
          uses: [[`fleet ${fleet.key}`, days]],
        },
      ]
    }),
  )
}
