import { type Finding, hasErrors } from '../../../kernel/finding.ts'
import type { LocationId, LocationInstance } from '../../../plan/location.ts'

/** An instance, null where errors stand in the way, and everything that was found. */
export interface ReadLocation {
  instance: LocationInstance | null
  findings: Finding[]
}

/** The largest number of places that is read: pairs are kept in one table. */
export const mostPlaces = 12_000

/** 1 to n: the ids of files that number their places by order. */
export const numbersTo = (n: number): number[] => Array.from({ length: n }, (_, k) => k + 1)

export const ones = (n: number): Float64Array => new Float64Array(n).fill(1)

/** An instance with nothing but its clients and sites; what a file adds is given. */
export function instanceOf(
  name: string,
  clients: readonly LocationId[],
  sites: readonly LocationId[],
  rest: Partial<LocationInstance>,
): LocationInstance {
  return {
    name,
    clients,
    sites,
    weight: ones(clients.length),
    demand: ones(clients.length),
    pairs: null,
    covers: null,
    fixed: null,
    capacity: null,
    p: null,
    radius: null,
    ...rest,
  }
}

/** The name of an instance: its file without folder and ending. */
export const nameOf = (file: string): string => file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')

/** Ends a reader: an instance with errors is not handed out, nor built. */
export const ended = (findings: Finding[], build: () => LocationInstance): ReadLocation => ({
  instance: hasErrors(findings) ? null : build(),
  findings,
})

export interface Point {
  x: number
  y: number
}

/** Straight-line distances from each of the first points to each of the second, one row a client. */
export function euclidean(
  from: readonly Point[],
  to: readonly Point[],
  round: (d: number) => number = (d) => d,
): Float64Array {
  const pairs = new Float64Array(from.length * to.length)
  from.forEach((a, i) => {
    const row = i * to.length
    to.forEach((b, j) => {
      pairs[row + j] = round(Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2))
    })
  })
  return pairs
}
