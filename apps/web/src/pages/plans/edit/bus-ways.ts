import type { BusLine } from '@kuashan/core/travel/bus-line.ts'

/** A line as somebody rides it from or to a place: when it is there, and its other end. Minutes after midnight. */
export interface LineAt {
  line: string
  minute: number
  end: string
}

/** Lines that are got on at a place: those that go on from there. */
export const linesFrom = (buses: readonly BusLine[], place: string): LineAt[] =>
  buses.flatMap(({ id, stops }) =>
    stops
      .slice(0, -1)
      .filter((stop) => stop.place === place)
      .slice(0, 1)
      .map(({ minute }) => ({ line: id, minute, end: stops.at(-1)!.place })),
  )

/** Lines that are got off at a place: those that come from elsewhere. */
export const linesTo = (buses: readonly BusLine[], place: string): LineAt[] =>
  buses.flatMap(({ id, stops }) =>
    stops
      .slice(1)
      .filter((stop) => stop.place === place)
      .slice(-1)
      .map(({ minute }) => ({ line: id, minute, end: stops[0]!.place })),
  )
