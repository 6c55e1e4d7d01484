import type { FleetClass } from './fleet-class.ts'
import { profileOf } from './fleet-class.ts'
import type { PlanGround } from './plan-ground.ts'
import { type RoadReader, roadReader } from './road-reader.ts'

/** What one visit costs on the road, its share of the tour it is on. */
export interface VisitRoad {
  driveSeconds: number
  metres: number
  /** Share of a vehicle-day's cash. */
  days: number
}

/** The estimate of a visit's road share by stop and class; null where no vehicle of the class gets there and back. */
export type RoadOf = (settlement: string, fleet: FleetClass) => VisitRoad | null

/** One reader for each vehicle profile and road state, made once. */
export type RoadsOf = (profile: string) => RoadReader

export function baseRoads(ground: PlanGround): RoadsOf {
  const known = new Map<string, RoadReader>()
  return (profile) => {
    const reader = known.get(profile) ?? roadReader(ground.travel.base.vehicle[profile])
    known.set(profile, reader)
    return reader
  }
}

interface DepotWay {
  /** There and back. */
  seconds: number
  metres: number
}

/** The shortest way there and back from a depot of the class. */
export function depotWay(settlement: string, fleet: FleetClass, roads: RoadsOf): DepotWay | null {
  let best: DepotWay | null = null
  for (const vehicle of fleet.vehicles) {
    const road = roads(profileOf(vehicle))
    const out = road.seconds(vehicle.depot, settlement)
    const back = road.seconds(settlement, vehicle.depot)
    if (out < 0 || back < 0 || out + back > vehicle.driveLimitSeconds) continue
    if (out + back + fleet.setupSeconds >= vehicle.shiftSeconds) continue
    if (best !== null && best.seconds <= out + back) continue
    const metres =
      Math.max(0, road.metres(vehicle.depot, settlement)) +
      Math.max(0, road.metres(settlement, vehicle.depot))
    best = { seconds: out + back, metres }
  }
  return best
}

/**
 * First estimate: a tour of k visits drives from the depot and back once and k − 1 times to the nearest other stop;
 * k is what the shift holds. Later rounds put what real tours cost in its place (`learnRoads`).
 */
export function estimateRoads(
  ground: PlanGround,
  stops: readonly string[],
  typicalSeconds: (settlement: string, fleet: FleetClass) => number,
): RoadOf {
  const roads = baseRoads(ground)
  const known = new Map<string, VisitRoad | null>()
  const estimate = (settlement: string, fleet: FleetClass): VisitRoad | null => {
    const depot = depotWay(settlement, fleet, roads)
    if (depot === null) return null
    const road = roads(profileOf(fleet.vehicles[0]!))
    let near: { seconds: number; metres: number } | null = null
    for (const other of stops) {
      if (other === settlement) continue
      const seconds = road.seconds(settlement, other)
      if (seconds < 0 || (near !== null && seconds >= near.seconds)) continue
      near = { seconds, metres: road.metres(settlement, other) }
    }
    const service = fleet.setupSeconds + typicalSeconds(settlement, fleet)
    const room = fleet.shiftSeconds - depot.seconds
    const leg = near ?? { seconds: fleet.shiftSeconds, metres: 0 }
    const k = Math.max(1, Math.min(8, Math.floor((room + leg.seconds) / (service + leg.seconds))))
    return {
      driveSeconds: (depot.seconds + (k - 1) * leg.seconds) / k,
      metres: (depot.metres + (k - 1) * leg.metres) / k,
      days: 1 / k,
    }
  }
  return (settlement, fleet) => {
    const key = `${settlement} ${fleet.key}`
    const found = known.get(key)
    if (found !== undefined) return found
    const value = estimate(settlement, fleet)
    known.set(key, value)
    return value
  }
}

/** A visit as it was on a real tour: which stop, and the tour's figures to share out. */
export interface TouredVisit {
  settlement: string
  fleet: FleetClass
  tour: { driveSeconds: number; metres: number }
  /** Weight of this visit among those of the tour: how far the stop is from the depot. */
  share: number
}

/**
 * Estimates from real tours: the mean share of the stops that were visited; the first estimate times the mean ratio
 * of the class for those that were not.
 */
export function learnRoads(first: RoadOf, visits: readonly TouredVisit[]): RoadOf {
  const sums = new Map<string, VisitRoad & { visits: number }>()
  const ratios = new Map<string, { real: number; estimated: number }>()
  for (const { settlement, fleet, tour, share } of visits) {
    const key = `${settlement} ${fleet.key}`
    const sum = sums.get(key) ?? { driveSeconds: 0, metres: 0, days: 0, visits: 0 }
    sum.driveSeconds += tour.driveSeconds * share
    sum.metres += tour.metres * share
    sum.days += share
    sum.visits += 1
    sums.set(key, sum)
    const ratio = ratios.get(fleet.key) ?? { real: 0, estimated: 0 }
    ratio.real += tour.driveSeconds * share
    ratio.estimated += first(settlement, fleet)?.driveSeconds ?? 0
    ratios.set(fleet.key, ratio)
  }
  return (settlement, fleet) => {
    const sum = sums.get(`${settlement} ${fleet.key}`)
    if (sum !== undefined)
      return {
        driveSeconds: sum.driveSeconds / sum.visits,
        metres: sum.metres / sum.visits,
        days: sum.days / sum.visits,
      }
    const guess = first(settlement, fleet)
    const ratio = ratios.get(fleet.key)
    if (guess === null || ratio === undefined || ratio.estimated === 0) return guess
    const factor = Math.min(1.5, Math.max(0.7, ratio.real / ratio.estimated))
    return {
      driveSeconds: guess.driveSeconds * factor,
      metres: guess.metres * factor,
      days: guess.days,
    }
  }
}
