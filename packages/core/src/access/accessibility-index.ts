import { compareText } from '../kernel/order.ts'
import { type Decay, gaussianTo } from './decay.ts'
import { cyclicGaps } from './gaps.ts'
import type { Opportunities } from './opportunity.ts'
import { temporalAvailability, type WaitDecay } from './waiting.ts'

/** How one settlement gets to one service, mode by mode. Null: no such way. */
export interface Ways {
  /** On foot to the nearest site. */
  walkMinutes: number | null
  /** By the usual means (bus, motorcycle) to the nearest site. */
  rideMinutes: number | null
  /** On foot to the nearest stop, with the days between its visits round the year. */
  tour: { walkMinutes: number; gaps: readonly number[] } | null
}

/** How far and how long is too far and too long, for one service. */
export interface IndexScale {
  walk: Decay
  ride: Decay
  wait: WaitDecay
}

/** Walks fade out at 30 minutes, rides at 60; a need keeps in full for a month. */
const usualScale: IndexScale = {
  walk: gaussianTo(30),
  ride: gaussianTo(60),
  wait: { form: 'step', days: 30 },
}

/** Nearness by each mode, 0 (none) to 1 (at the door, at once). */
export interface ByMode {
  walk: number
  ride: number
  tour: number
}

/** One settlement × service. `index` is the chance that some mode serves if each did so on its own: 1 − Π(1 − mode). */
export interface ServiceIndex extends ByMode {
  index: number
}

const together = ({ walk, ride, tour }: ByMode): number => 1 - (1 - walk) * (1 - ride) * (1 - tour)

export function serviceIndex(ways: Ways, scale: IndexScale = usualScale): ServiceIndex {
  const by: ByMode = {
    walk: ways.walkMinutes === null ? 0 : scale.walk(ways.walkMinutes),
    ride: ways.rideMinutes === null ? 0 : scale.ride(ways.rideMinutes),
    tour:
      ways.tour === null
        ? 0
        : scale.walk(ways.tour.walkMinutes) * temporalAvailability(ways.tour.gaps, scale.wait),
  }
  return { ...by, index: together(by) }
}

/** The rise of a settlement's index when a tour is added where none came: what the other modes leave open, times the tour's. */
export function riseByTour(without: ByMode, tour: NonNullable<Ways['tour']>, scale = usualScale) {
  const added = serviceIndex({ walkMinutes: null, rideMinutes: null, tour }, scale).tour
  return (1 - without.walk) * (1 - without.ride) * added
}

/** The ways of a settlement out of its opportunities for one service. */
export function waysOf(found: Opportunities, horizonDays: number): Ways {
  const nearest = found.vehicle.reduce((min, v) => Math.min(min, v.seconds), Infinity)
  return {
    walkMinutes: found.nearestWalkSeconds === null ? null : found.nearestWalkSeconds / 60,
    rideMinutes: found.nearestSeconds === null ? null : found.nearestSeconds / 60,
    tour:
      found.visitDates.length === 0
        ? null
        : { walkMinutes: nearest / 60, gaps: cyclicGaps(found.visitDates, horizonDays) },
  }
}

export interface VillageIndex extends ServiceIndex {
  village: string
  people: number
}

/**
 * Index of a village over its settlements and essential services: the mean over people entitled, each mode and the
 * whole. Lowest first.
 */
export function villageIndices(
  cells: readonly { village: string; people: number; ways: Ways; scale?: IndexScale }[],
): VillageIndex[] {
  const found = new Map<string, VillageIndex>()
  for (const { village, people, ways, scale } of cells) {
    const sum = found.get(village) ?? { village, people: 0, walk: 0, ride: 0, tour: 0, index: 0 }
    const own = serviceIndex(ways, scale)
    sum.people += people
    for (const mode of ['walk', 'ride', 'tour', 'index'] as const) sum[mode] += people * own[mode]
    found.set(village, sum)
  }
  return [...found.values()]
    .map((v) => {
      const over = (sum: number) => (v.people > 0 ? sum / v.people : 0)
      return {
        ...v,
        walk: over(v.walk),
        ride: over(v.ride),
        tour: over(v.tour),
        index: over(v.index),
      }
    })
    .sort((a, b) => a.index - b.index || compareText(a.village, b.village))
}
