import type { ChangeRule } from './change-rule.ts'
import { fundFaults, idOf, nameFaults, takenFaults, withCounty } from './named-row.ts'

export const addBusLine: ChangeRule<'add-bus-line'> = {
  resolve: ({ line, capital }, input) => [
    ...takenFaults(input, 'line', line.id),
    ...line.stops.flatMap(({ place }) => nameFaults(input, 'place', place)),
    ...fundFaults(input, capital?.fund),
  ],
  apply: ({ line }, input) => {
    const stops = line.stops.map((s) => ({ ...s, place: idOf(input, 'place', s.place) }))
    return withCounty(input, { buses: [...input.county.buses, { ...line, stops }] })
  },
  marks: ({ line }) => [{ key: `bus line ${line.id}`, side: 'there', exact: '' }],
}
