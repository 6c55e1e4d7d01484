import type { RoadClass, Surface } from '../territory/roads.ts'

/** Where a factor comes from. `judgement` values are priors to be calibrated with measured trips. */
export type SourceMark = 'published' | 'judgement'

/** One number of the table, with its unit and its source. */
export interface Factor {
  value: number
  unit: string
  mark: SourceMark
  source: string
}

const judged = (value: number, unit: string, source = 'prior for county roads'): Factor => ({
  value,
  unit,
  mark: 'judgement',
  source,
})
const published = (value: number, unit: string, source: string): Factor => ({
  value,
  unit,
  mark: 'published',
  source,
})

const TOBLER = 'Tobler (1993), Three presentations on geographical analysis and modeling'

/**
 * Every factor of every travel time, in one place.
 * Driving speed = min(class, legal limit, surface, width, curve, class × grade) × vehicle ÷ season.
 */
export interface TravelProfile {
  /** Free speed by class, dry summer road, km/h; 0 is "no driving". */
  speed: Record<RoadClass, Factor>
  /** Highest speed by surface, km/h. */
  surface: Record<Surface, Factor>
  /** Highest speed on carriageways narrower than `below` metres, narrowest first. */
  width: readonly { below: Factor; speed: Factor }[]
  /** Waiting for oncoming traffic where it is narrower than `below` metres. */
  passing: { below: Factor; delay: Factor }
  grade: {
    /** Grade up to which climbing costs nothing, and the loss beyond it: 1 / (1 + loss × excess). */
    uphillFree: Factor
    uphillLoss: Factor
    downhillFree: Factor
    downhillLoss: Factor
    /** Steeper readings on a road are errors of the elevation model and are cut to this. */
    steepest: Factor
  }
  curve: {
    lateral: Factor
    sample: Factor
    slowest: Factor
    hairpinTurn: Factor
    hairpinWithin: Factor
    hairpinDelay: Factor
  }
  /** Lognormal spread (sigma of the log) of driving time by class; P90 = P50 × exp(1.2816 sigma). */
  spread: Record<RoadClass, Factor>
  walking: {
    fastest: Factor
    slopeLoss: Factor
    bestSlope: Factor
    steepest: Factor
    offPath: Factor
    elder: Factor
    spread: Factor
    /** How far people walk off any path by choice; farther only where no road is nearer. */
    reach: Factor
  }
  resident: { factor: Factor; boarding: Factor }
  vehicle: { light: Factor; lightUpTo: Factor; heavy: Factor; clearance: Factor }
  /** Spread of times that were given as a table of minutes. */
  minutesSpread: Factor
  /** Pieces of road shorter than this, cut off from the rest, are taken for errors of drawing. */
  tinyPiece: Factor
}

export const travelProfile: TravelProfile = {
  speed: {
    motorway: judged(80, 'km/h'),
    trunk: judged(60, 'km/h'),
    primary: judged(50, 'km/h'),
    secondary: judged(40, 'km/h'),
    tertiary: judged(32, 'km/h'),
    unclassified: judged(24, 'km/h', 'prior for village roads'),
    residential: judged(20, 'km/h'),
    service: judged(15, 'km/h'),
    track: judged(14, 'km/h', 'prior for tracks of grade 1 and 2'),
    path: judged(0, 'km/h', 'on foot only'),
  },
  surface: {
    paved: judged(200, 'km/h', 'no cap'),
    gravel: judged(30, 'km/h'),
    dirt: judged(18, 'km/h'),
    unknown: judged(200, 'km/h', 'no cap: the class stands for the usual surface'),
  },
  width: [
    { below: judged(3, 'm'), speed: judged(15, 'km/h') },
    { below: judged(4.5, 'm'), speed: judged(25, 'km/h') },
    { below: judged(5.5, 'm'), speed: judged(35, 'km/h') },
  ],
  passing: { below: judged(4.5, 'm'), delay: judged(8, 's/km') },
  grade: {
    uphillFree: judged(0.03, 'm/m'),
    uphillLoss: judged(6, '1'),
    downhillFree: judged(0.06, 'm/m'),
    downhillLoss: judged(4, '1'),
    steepest: judged(0.18, 'm/m'),
  },
  curve: {
    lateral: judged(1.75, 'm/s²', '1.5 to 2.0 for a van that carries equipment'),
    sample: judged(25, 'm', 'spacing of the points on which radii are taken'),
    slowest: judged(10, 'km/h'),
    hairpinTurn: judged(120, '°'),
    hairpinWithin: judged(40, 'm'),
    hairpinDelay: judged(8, 's', '6 to 10 s'),
  },
  spread: {
    motorway: judged(0.1, '1'),
    trunk: judged(0.12, '1'),
    primary: judged(0.14, '1'),
    secondary: judged(0.16, '1'),
    tertiary: judged(0.18, '1'),
    unclassified: judged(0.22, '1'),
    residential: judged(0.22, '1'),
    service: judged(0.25, '1'),
    track: judged(0.3, '1'),
    path: judged(0.15, '1'),
  },
  walking: {
    fastest: published(6, 'km/h', TOBLER),
    slopeLoss: published(3.5, '1', TOBLER),
    bestSlope: published(-0.05, 'm/m', TOBLER),
    steepest: judged(0.7, 'm/m', 'steeper readings are cut'),
    offPath: published(0.6, '1', TOBLER),
    elder: judged(0.65, '1', '0.6 to 0.7 of an adult’s speed'),
    spread: judged(0.15, '1'),
    reach: judged(1500, 'm'),
  },
  resident: {
    factor: judged(0.9, '1', 'small bus, motorcycle or shared ride'),
    boarding: judged(0, 's', 'own or hailed vehicle; timetables are in a resident’s own trip'),
  },
  vehicle: {
    light: judged(0.9, '1', 'small bus or clinic van'),
    lightUpTo: judged(4.5, 't', 'the limit of a light vehicle'),
    heavy: judged(0.85, '1', 'light truck'),
    clearance: judged(0.5, 'm', 'carriageway beyond the vehicle’s own width'),
  },
  minutesSpread: judged(0.2, '1'),
  tinyPiece: judged(2000, 'm'),
}

/** Standard normal quantile of 0.9. */
const Z90 = 1.2815515655446004

/** P90 over P50 of a lognormal time with the given sigma. */
export const p90Factor = (sigma: number): number => Math.exp(Z90 * sigma)

export interface ProfileRow extends Factor {
  name: string
}

/** The table as rows for a report: `speed.trunk`, 60, km/h, judgement. */
export function profileRows(profile: TravelProfile): ProfileRow[] {
  const rows: ProfileRow[] = []
  const visit = (name: string, node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('value' in node && 'unit' in node) rows.push({ name, ...(node as Factor) })
    else
      for (const [key, child] of Object.entries(node)) visit(name ? `${name}.${key}` : key, child)
  }
  visit('', profile)
  return rows
}
