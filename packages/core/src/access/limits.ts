import type { Floor } from '../catalogue/standard.ts'
import type { CountySettings } from '../plan/county.ts'
import { assumedOfRides } from '../plan/ride-assumptions.ts'

/** Values used where neither a floor nor the county says anything; printed as assumed (docs/methods/floors.md). */
export const assumedLimits = {
  fixedMaxMin: 60,
  walkToStopMin: 30,
  doorstepMaxMin: 60,
  rideMaxMin: assumedOfRides.rideMaxMin,
} as const

/** How far people go, and how far staff come, for one service. Seconds, inclusive. */
export interface Limits {
  fixedSeconds: number
  walkSeconds: number
  doorstepSeconds: number
  /** Door to door. */
  rideSeconds: number
}

type Assumptions = CountySettings['assumptions']

/** Limits of a service: from its floors where they say so, else from the county's assumptions. */
export function limitsOf(floors: readonly Floor[], assumptions: Assumptions): Limits {
  const floor = (metric: Floor['metric']) => floors.find((f) => f.metric === metric)?.value
  const assumed = (name: keyof typeof assumedLimits) => assumptions[name] ?? assumedLimits[name]
  return {
    fixedSeconds: 60 * (floor('maxTravelMin') ?? assumed('fixedMaxMin')),
    walkSeconds: 60 * (floor('maxWalkMin') ?? assumed('walkToStopMin')),
    doorstepSeconds: 60 * assumed('doorstepMaxMin'),
    rideSeconds: 60 * assumed('rideMaxMin'),
  }
}
