import { greatCircleMetres, METRES_PER_DEGREE, metresPerLng } from '../territory/earth.ts'
import type { RoadWay } from '../territory/roads.ts'
import type { ElevationSampler } from '../territory/terrain.ts'
import type { TravelProfile } from './profile-table.ts'
import { toblerSpeed } from './walking.ts'

/** What a season does to driving: a factor on seconds, above a height or everywhere. */
export interface RoadSeason {
  timeFactor: number
  aboveM: number | null
}

/**
 * Running totals at each vertex of a way. Forward totals are from the first vertex to here;
 * backward totals are from here to the first vertex. Seconds (P50, reference vehicle; adult on foot) and metres.
 */
export interface WayTimes {
  along: Float64Array
  driveForward: Float64Array
  driveBackward: Float64Array
  walkForward: Float64Array
  walkBackward: Float64Array
}

/** A way's line with the heights of its ends, which bridges and tunnels are interpolated between. */
export interface WayLine {
  lng: Float64Array
  lat: Float64Array
  startHeight: number
  endHeight: number
}

/**
 * Times along one way, from its own line alone: cutting it at a new junction changes nothing,
 * so that an added road never lengthens a journey that doesn't use it.
 */
export function wayTimes(
  way: RoadWay,
  line: WayLine,
  elevation: ElevationSampler,
  season: RoadSeason | null,
  profile: TravelProfile,
): WayTimes {
  const along = alongLine(line.lng, line.lat)
  const length = along[along.length - 1]!
  const cells = Math.max(1, Math.round(length / profile.curve.sample.value))
  const step = length / cells
  const at = samples(line, along, cells, step)
  const heights = heightsAlong(way, line, at, elevation)
  const curvature = curvatures(at)
  const extra = hairpinDelays(line, along, cells, step, profile)
  const totals = [0, 1, 2, 3].map(() => new Float64Array(cells + 1)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const [driveForward, driveBackward, walkForward, walkBackward] = totals
  const cap = speedCap(way, profile)
  const free = profile.speed[way.class].value
  const passing =
    way.widthM !== undefined && way.widthM < profile.passing.below.value
      ? (profile.passing.delay.value * step) / 1000
      : 0
  for (let k = 0; k < cells; k++) {
    const slope = step > 0 ? (heights[k + 1]! - heights[k]!) / step : 0
    const grade = Math.max(
      -profile.grade.steepest.value,
      Math.min(profile.grade.steepest.value, slope),
    )
    const bend = Math.min(
      cap,
      curveSpeed(Math.max(curvature[k]!, curvature[k + 1]!), profile.curve),
    )
    const height = (heights[k]! + heights[k + 1]!) / 2
    const slow =
      season && (season.aboveM === null || height > season.aboveM) ? season.timeFactor : 1
    const up = Math.min(bend, free * gradeFactor(grade, profile.grade))
    const down = Math.min(bend, free * gradeFactor(-grade, profile.grade))
    const delay = passing + extra[k]!
    driveForward[k + 1] = driveForward[k]! + ((3.6 * step) / up + delay) * slow
    driveBackward[k + 1] = driveBackward[k]! + ((3.6 * step) / down + delay) * slow
    walkForward[k + 1] = walkForward[k]! + step / toblerSpeed(slope, profile.walking)
    walkBackward[k + 1] = walkBackward[k]! + step / toblerSpeed(-slope, profile.walking)
  }
  return {
    along,
    driveForward: atVertices(driveForward, along, step),
    driveBackward: atVertices(driveBackward, along, step),
    walkForward: atVertices(walkForward, along, step),
    walkBackward: atVertices(walkBackward, along, step),
  }
}

/** Factor on free speed for a grade (rise over run, positive uphill). */
export function gradeFactor(grade: number, table: TravelProfile['grade']): number {
  if (grade >= 0)
    return 1 / (1 + table.uphillLoss.value * Math.max(0, grade - table.uphillFree.value))
  return 1 / (1 + table.downhillLoss.value * Math.max(0, -grade - table.downhillFree.value))
}

/** km/h at which a bend of the given curvature (1/m) is driven: v = 3.6 sqrt(a R). */
function curveSpeed(curvature: number, table: TravelProfile['curve']): number {
  if (curvature <= 1e-9) return Number.POSITIVE_INFINITY
  return Math.max(table.slowest.value, 3.6 * Math.sqrt(table.lateral.value / curvature))
}

function speedCap(way: RoadWay, profile: TravelProfile): number {
  const width = way.widthM
  const narrow =
    width === undefined ? undefined : profile.width.find((step) => width < step.below.value)
  return Math.min(
    profile.speed[way.class].value,
    way.maxSpeed ?? Number.POSITIVE_INFINITY,
    profile.surface[way.surface].value,
    narrow?.speed.value ?? Number.POSITIVE_INFINITY,
  )
}

function alongLine(lng: Float64Array, lat: Float64Array): Float64Array {
  const along = new Float64Array(lng.length)
  for (let k = 1; k < lng.length; k++)
    along[k] = along[k - 1]! + greatCircleMetres(lng[k - 1]!, lat[k - 1]!, lng[k]!, lat[k]!)
  return along
}

interface Samples {
  lng: Float64Array
  lat: Float64Array
}

/** The line at even steps. */
function samples(line: WayLine, along: Float64Array, cells: number, step: number): Samples {
  const lng = new Float64Array(cells + 1)
  const lat = new Float64Array(cells + 1)
  let k = 0
  for (let s = 0; s <= cells; s++) {
    const d = Math.min(s * step, along[along.length - 1]!)
    while (k < along.length - 2 && along[k + 1]! < d) k++
    const span = along[k + 1]! - along[k]!
    const f = span > 0 ? Math.min(1, (d - along[k]!) / span) : 0
    lng[s] = line.lng[k]! + (line.lng[k + 1]! - line.lng[k]!) * f
    lat[s] = line.lat[k]! + (line.lat[k + 1]! - line.lat[k]!) * f
  }
  return { lng, lat }
}

/** Smoothed heights at the samples; straight between the ends on bridges and in tunnels; flat where unknown. */
function heightsAlong(
  way: RoadWay,
  line: WayLine,
  at: Samples,
  elevation: ElevationSampler,
): Float64Array {
  const n = at.lng.length
  const heights = new Float64Array(n)
  const structure = way.bridge || way.tunnel
  for (let k = 0; k < n; k++)
    heights[k] = structure
      ? line.startHeight + ((line.endHeight - line.startHeight) * k) / (n - 1)
      : elevation(at.lng[k]!, at.lat[k]!)
  if (structure) return fillGaps(heights)
  heights[0] = line.startHeight
  heights[n - 1] = line.endHeight
  return smooth(fillGaps(heights))
}

/** Unknown heights are interpolated between the nearest known ones; all unknown is level ground. */
function fillGaps(heights: Float64Array): Float64Array {
  let last = -1
  for (let k = 0; k < heights.length; k++) {
    if (Number.isNaN(heights[k]!)) continue
    const from = last < 0 ? heights[k]! : heights[last]!
    for (let j = last + 1; j < k; j++)
      heights[j] = from + ((heights[k]! - from) * (last < 0 ? 0 : j - last)) / (k - last)
    last = k
  }
  heights.fill(last < 0 ? 0 : heights[last]!, last + 1)
  return heights
}

/** Half width of the moving mean in samples: 5 × 25 m. */
const HALF_WINDOW = 2

/** Moving mean whose window narrows at the ends, so that ways keep meeting at one height. */
function smooth(heights: Float64Array): Float64Array {
  const n = heights.length
  const out = new Float64Array(n)
  for (let k = 0; k < n; k++) {
    const half = Math.min(HALF_WINDOW, k, n - 1 - k)
    let sum = 0
    for (let j = k - half; j <= k + half; j++) sum += heights[j]!
    out[k] = sum / (2 * half + 1)
  }
  return out
}

/** 1/R of the circle through each sample and its neighbours, smoothed 1-2-1; the ends are straight. */
function curvatures(at: Samples): Float64Array {
  const n = at.lng.length
  const raw = new Float64Array(n)
  const perLng = metresPerLng(at.lat[0]!)
  for (let k = 1; k < n - 1; k++) {
    const ax = (at.lng[k]! - at.lng[k - 1]!) * perLng
    const ay = (at.lat[k]! - at.lat[k - 1]!) * METRES_PER_DEGREE
    const bx = (at.lng[k + 1]! - at.lng[k]!) * perLng
    const by = (at.lat[k + 1]! - at.lat[k]!) * METRES_PER_DEGREE
    const product = Math.hypot(ax, ay) * Math.hypot(bx, by) * Math.hypot(ax + bx, ay + by)
    raw[k] = product > 0 ? (2 * Math.abs(ax * by - ay * bx)) / product : 1
  }
  const out = new Float64Array(n)
  for (let k = 1; k < n - 1; k++) {
    const before = k > 1 ? raw[k - 1]! : raw[k]!
    const after = k < n - 2 ? raw[k + 1]! : raw[k]!
    out[k] = (before + 2 * raw[k]! + after) / 4
  }
  return out
}

/** Seconds lost by hairpins in each cell: net turn of at least the limit within the given metres. */
function hairpinDelays(
  line: WayLine,
  along: Float64Array,
  cells: number,
  step: number,
  profile: TravelProfile,
): Float64Array {
  const delays = new Float64Array(cells)
  const { hairpinTurn, hairpinWithin, hairpinDelay } = profile.curve
  const limit = (hairpinTurn.value * Math.PI) / 180
  const turns = turnsAt(line)
  const n = along.length
  let first = 1
  let turned = 0
  for (let k = 1; k < n - 1; k++) {
    turned += turns[k]!
    while (along[k]! - along[first]! > hairpinWithin.value) turned -= turns[first++]!
    if (Math.abs(turned) <= limit) continue
    const middle = (along[first]! + along[k]!) / 2
    const cell = Math.min(cells - 1, Math.floor(middle / step))
    delays[cell] = delays[cell]! + hairpinDelay.value
    first = k + 1
    turned = 0
  }
  return delays
}

/** Signed change of heading at each vertex, radians. */
function turnsAt(line: WayLine): Float64Array {
  const n = line.lng.length
  const turns = new Float64Array(n)
  const perLng = metresPerLng(line.lat[0]!)
  let heading = Number.NaN
  for (let k = 1; k < n; k++) {
    const dx = (line.lng[k]! - line.lng[k - 1]!) * perLng
    const dy = (line.lat[k]! - line.lat[k - 1]!) * METRES_PER_DEGREE
    if (dx === 0 && dy === 0) continue
    const next = Math.atan2(dy, dx)
    if (!Number.isNaN(heading)) {
      const turn = next - heading
      turns[k - 1] = turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI))
    }
    heading = next
  }
  return turns
}

/** Totals at the samples, read off at the vertices. */
function atVertices(totals: Float64Array, along: Float64Array, step: number): Float64Array {
  const out = new Float64Array(along.length)
  const last = totals.length - 1
  for (let k = 1; k < along.length; k++) {
    const cell = step > 0 ? Math.min(last - 1, Math.floor(along[k]! / step)) : 0
    const f = step > 0 ? Math.min(1, along[k]! / step - cell) : 1
    out[k] = totals[cell]! + (totals[cell + 1]! - totals[cell]!) * f
  }
  out[along.length - 1] = totals[last]!
  return out
}
