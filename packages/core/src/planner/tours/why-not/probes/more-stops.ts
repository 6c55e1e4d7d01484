import { upTo, withFleetRules, withFleets } from './loosened.ts'
import type { Probe } from './probe.ts'

/** All vehicles may serve more customers a day: as many more as are asked about. */
export const moreStops: Probe<'more-stops'> = {
  kind: 'more-stops',
  answers: ['stops'],
  step: () => 1,
  widest: ({ instance, customers }) =>
    instance.fleets.some((f) => f.rules?.maxStops !== undefined)
      ? upTo('more-stops', customers.length)
      : [],
  apply: (instance, _, { amount = 0 }) =>
    withFleets(instance, (fleet) => {
      const most = fleet.rules?.maxStops
      return most === undefined ? fleet : withFleetRules(fleet, { maxStops: most + amount })
    }),
}
