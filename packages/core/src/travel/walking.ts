import { greatCircleMetres } from '../territory/earth.ts'
import type { ElevationSampler } from '../territory/terrain.ts'
import type { TravelProfile } from './profile-table.ts'

/**
 * Adult walking speed in m/s on a slope (rise over run, positive uphill).
 * Tobler (1993): W = 6 exp(-3.5 |S + 0.05|) km/h; 5.04 km/h on the flat.
 */
export function toblerSpeed(slope: number, walking: TravelProfile['walking']): number {
  const steepest = walking.steepest.value
  const s = Math.max(-steepest, Math.min(steepest, slope))
  const kmh =
    walking.fastest.value *
    Math.exp(-walking.slopeLoss.value * Math.abs(s - walking.bestSlope.value))
  return kmh / 3.6
}

/** A straight walk off any path, in both directions. Seconds for an adult. */
export interface OffPathWalk {
  metres: number
  out: number
  back: number
}

/** Steps of about this length, so that a hill between the ends is felt. */
const STEP_M = 100

/** Straight walk from a to b over the terrain at off-path speed; unknown heights count as flat. */
export function offPathWalk(
  lngA: number,
  latA: number,
  lngB: number,
  latB: number,
  elevation: ElevationSampler,
  walking: TravelProfile['walking'],
): OffPathWalk {
  const metres = greatCircleMetres(lngA, latA, lngB, latB)
  const steps = Math.max(1, Math.round(metres / STEP_M))
  const step = metres / steps
  let out = 0
  let back = 0
  let before = elevation(lngA, latA)
  for (let k = 1; k <= steps; k++) {
    const f = k / steps
    const here = elevation(lngA + (lngB - lngA) * f, latA + (latB - latA) * f)
    const rise = here - before
    const slope = step > 0 && !Number.isNaN(rise) ? rise / step : 0
    out += step / (toblerSpeed(slope, walking) * walking.offPath.value)
    back += step / (toblerSpeed(-slope, walking) * walking.offPath.value)
    if (!Number.isNaN(here)) before = here
  }
  return { metres, out, back }
}
