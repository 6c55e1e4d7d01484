import type { Place } from '../../kernel/finding.ts'
import type { RoutingInstance } from '../../plan/routing.ts'

/** Where the parts of an instance stand in its file, each by its index in the instance. */
export interface Whereabouts {
  file: string
  depot(index: number): Place
  fleet(index: number): Place
  customer(index: number): Place
}

/** For files of lines: depots and customers by the row of their number; fleets have no row of their own. */
export function byRow(
  file: string,
  rows: ReadonlyMap<number, number>,
  { depots, customers }: RoutingInstance,
): Whereabouts {
  const at = (id: number | undefined): Place =>
    id !== undefined && rows.has(id) ? { file, row: rows.get(id)! } : { file }
  return {
    file,
    depot: (index) => at(depots[index]?.id),
    fleet: (index) => ({ file, path: `fleets.${index}` }),
    customer: (index) => at(customers[index]?.id),
  }
}

/** For our own JSON: by path. */
export const byPath = (file: string): Whereabouts => ({
  file,
  depot: (index) => ({ file, path: `depots.${index}` }),
  fleet: (index) => ({ file, path: `fleets.${index}` }),
  customer: (index) => ({ file, path: `customers.${index}` }),
})

/** A field within a part. */
export const within = (place: Place, field: string): Place =>
  place.path === undefined ? place : { ...place, path: `${place.path}.${field}` }
