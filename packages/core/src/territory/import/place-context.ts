import type { CoordinateSystem } from '../coordinates.ts'
import type { Area } from './check-places.ts'
import type { DivisionIndex } from './division-code.ts'

/** What a table of places is checked against. */
export interface PlaceContext {
  divisions: DivisionIndex
  /** What the county says of its coordinates; a table's mapping may say otherwise. */
  coordinates: CoordinateSystem
  /** Null where there is no boundary: then places are compared with each other. */
  area: Area | null
}
