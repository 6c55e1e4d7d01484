import { type Finding, finding, type Place } from '../../kernel/finding.ts'
import { checkMatrix } from './check-matrices.ts'
import type { VroomProblem } from './vroom-schema.ts'

/** A place of a VROOM problem: its row in the matrices, or null for a start that may be anywhere. */
export interface VroomPlace {
  row: number | null
  x: number
  y: number
}

/** The largest unsigned number of 32 bits: no limit of time, and in matrices no way. */
export const noWay = 4_294_967_295

/** Speed of straight lines where the file brings no matrices, in km/h. */
export const straightSpeed = 40

/** How long and how far it is from row to row for a profile. */
export interface Ways {
  time(from: number, to: number): number
  metres: ((from: number, to: number) => number) | null
  cost: ((from: number, to: number) => number) | null
}

interface Located {
  location?: number[]
  location_index?: number
}

/** Turns what a file says of a place into rows: those of its matrices, or one for each pair of coordinates. */
export class PlaceReader {
  readonly findings: Finding[] = []
  readonly #matrices: NonNullable<VroomProblem['matrices']> | null
  readonly #size: number
  readonly #rows = new Map<string, number>()
  readonly #points: (readonly [lon: number, lat: number])[] = []
  readonly #file: string

  constructor(problem: VroomProblem, file: string) {
    this.#file = file
    const { matrix } = problem
    this.#matrices = problem.matrices ?? (matrix ? { car: { durations: matrix } } : null)
    const all = Object.values(this.#matrices ?? {}).flatMap((m) => [
      m.durations,
      m.distances,
      m.costs,
    ])
    this.#size = Math.max(0, ...all.map((rows) => rows?.length ?? 0))
    this.#checkMatrices()
    if (!this.#matrices)
      this.findings.push(finding('vroom-straight-lines', { file }, { speed: straightSpeed }))
  }

  #checkMatrices(): void {
    for (const [profile, given] of Object.entries(this.#matrices ?? {}))
      for (const [kind, rows] of Object.entries(given))
        if (rows)
          this.findings.push(
            ...checkMatrix(rows, this.#size, this.#file, `matrices.${profile}.${kind}`, noWay),
          )
  }

  read({ location, location_index }: Located, at: Place): VroomPlace {
    const [x = 0, y = 0] = location ?? []
    if (!this.#matrices) {
      if (!location)
        this.findings.push(finding('instance-section-missing', at, { section: 'location' }))
      return { row: this.#rowOf(x, y), x, y }
    }
    if (location_index === undefined)
      this.findings.push(finding('instance-section-missing', at, { section: 'location_index' }))
    else if (location_index >= this.#size)
      this.findings.push(
        finding('instance-id-unknown', at, { what: 'location_index', id: location_index }),
      )
    return { row: location_index ?? 0, x, y }
  }

  #rowOf(lon: number, lat: number): number {
    const key = `${lon},${lat}`
    const row = this.#rows.get(key) ?? this.#points.push([lon, lat]) - 1
    this.#rows.set(key, row)
    return row
  }

  /** Null, with a finding, where the file has matrices and none for the profile. */
  ways(profile: string, needsMetres: boolean, at: Place): Ways | null {
    if (!this.#matrices) {
      const metres = (a: number, b: number) => straightLine(this.#points[a]!, this.#points[b]!)
      const time = (a: number, b: number) => Math.round((metres(a, b) * 3.6) / straightSpeed)
      return { metres: (a, b) => Math.round(metres(a, b)), time, cost: null }
    }
    const { durations, distances, costs } = this.#matrices[profile] ?? {}
    const section = !durations ? 'durations' : needsMetres && !distances ? 'distances' : null
    if (section) {
      const missing = `matrices.${profile}.${section}`
      this.findings.push(finding('instance-section-missing', at, { section: missing }))
      return null
    }
    const look = (rows: number[][]) => (a: number, b: number) => rows[a]?.[b] ?? 0
    return {
      time: look(durations!),
      metres: distances ? look(distances) : null,
      cost: costs ? look(costs) : null,
    }
  }
}

/** Metres on a sphere of mean radius 6371 km (haversine formula). */
function straightLine(a: readonly [number, number], b: readonly [number, number]): number {
  const radians = Math.PI / 180
  const [lonA, latA, lonB, latB] = [...a, ...b].map((v) => v * radians) as [
    number,
    number,
    number,
    number,
  ]
  const h =
    Math.sin((latB - latA) / 2) ** 2 +
    Math.cos(latA) * Math.cos(latB) * Math.sin((lonB - lonA) / 2) ** 2
  return 2 * 6_371_000 * Math.asin(Math.min(1, Math.sqrt(h)))
}
