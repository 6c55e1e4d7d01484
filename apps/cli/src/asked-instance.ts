import type {
  ArcConvention,
  RoutingInstance,
  RoutingObjective,
} from '@kuashan/core/plan/routing.ts'
import { numbered } from '@kuashan/core/planner/formats/numbered.ts'

/** What a caller may want otherwise than the file says. */
export interface Asked {
  objective?: RoutingObjective
  convention?: ArcConvention
  /** For each depot and day. */
  vehicles?: number
}

/** The instance as asked for: objective, rounding of arcs, number of vehicles. */
export const withAsked = (instance: RoutingInstance, asked: Asked): RoutingInstance => ({
  ...instance,
  objective: asked.objective ?? instance.objective,
  convention: asked.convention ?? instance.convention,
  fleets: asked.vehicles
    ? instance.fleets.map((fleet) => ({ ...fleet, vehicles: numbered(asked.vehicles ?? 1) }))
    : instance.fleets,
})
