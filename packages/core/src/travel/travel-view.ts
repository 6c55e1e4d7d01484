import { p90Factor, type TravelProfile } from './profile-table.ts'
import type { RoadGraph } from './road-graph.ts'

/**
 * A road graph as one kind of traveller sees it: seconds per half-edge, Infinity where there is no way.
 * Small and derived: each worker makes its own from the shared graph.
 */
export interface TravelView {
  cost: Float64Array
  costP90: Float64Array
  /** 1 where the half-edge is walked. */
  onFoot: Uint8Array
  /** Factor from the graph's running totals to this view's seconds, when driving and when walking. */
  driveFactor: number
  walkFactor: number
  /** P90 over P50 of a walking leg. */
  walkSpread: number
}

/** What a view is of; plain data, to be sent to a worker. */
export type ViewSpec =
  | { kind: 'resident' }
  | { kind: 'walk'; elder: boolean }
  | { kind: 'vehicle'; widthM: number; weightT: number }

export function travelView(graph: RoadGraph, spec: ViewSpec, profile: TravelProfile): TravelView {
  if (spec.kind === 'resident') return residentView(graph, profile)
  if (spec.kind === 'walk') return walkView(graph, spec.elder, profile)
  return vehicleView(graph, spec, profile)
}

/** Riding where there is a road, walking where there is only a path. */
function residentView(graph: RoadGraph, profile: TravelProfile): TravelView {
  const view = emptyView(graph, profile, 1 / profile.resident.factor.value, 1)
  const spread = view.walkSpread
  for (let h = 0; h < view.cost.length; h++) {
    const ride = graph.drive[h]! < Number.POSITIVE_INFINITY
    view.cost[h] = ride ? graph.drive[h]! * view.driveFactor : graph.walk[h]!
    view.costP90[h] = ride ? graph.driveP90[h]! * view.driveFactor : graph.walk[h]! * spread
    view.onFoot[h] = ride ? 0 : 1
  }
  return view
}

function walkView(graph: RoadGraph, elder: boolean, profile: TravelProfile): TravelView {
  const view = emptyView(graph, profile, 1, elder ? 1 / profile.walking.elder.value : 1)
  const spread = view.walkSpread
  for (let h = 0; h < view.cost.length; h++) {
    view.cost[h] = graph.walk[h]! * view.walkFactor
    view.costP90[h] = view.cost[h]! * spread
  }
  view.onFoot.fill(1)
  return view
}

/** Roads too narrow or too weak for the vehicle are absent, not slow. A width equal to the need is enough. */
function vehicleView(
  graph: RoadGraph,
  limits: { widthM: number; weightT: number },
  profile: TravelProfile,
): TravelView {
  const { light, lightUpTo, heavy, clearance } = profile.vehicle
  const factor = limits.weightT <= lightUpTo.value ? light.value : heavy.value
  const view = emptyView(graph, profile, 1 / factor, 1)
  const need = Math.fround(limits.widthM + clearance.value)
  for (let h = 0; h < view.cost.length; h++) {
    const fits =
      graph.width[h >> 1]! >= need && graph.weight[h >> 1]! >= Math.fround(limits.weightT)
    view.cost[h] = fits ? graph.drive[h]! * view.driveFactor : Number.POSITIVE_INFINITY
    view.costP90[h] = fits ? graph.driveP90[h]! * view.driveFactor : Number.POSITIVE_INFINITY
  }
  return view
}

const emptyView = (
  graph: RoadGraph,
  profile: TravelProfile,
  driveFactor: number,
  walkFactor: number,
): TravelView => ({
  cost: new Float64Array(2 * graph.edges),
  costP90: new Float64Array(2 * graph.edges),
  onFoot: new Uint8Array(2 * graph.edges),
  driveFactor,
  walkFactor,
  walkSpread: p90Factor(profile.walking.spread.value),
})
