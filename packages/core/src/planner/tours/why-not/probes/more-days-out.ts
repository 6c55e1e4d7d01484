import { upTo, withFleetRules, withFleets } from './loosened.ts'
import type { Probe } from './probe.ts'

/** All vehicles may be out on more days: up to all days of the instance. */
export const moreDaysOut: Probe<'more-days-out'> = {
  kind: 'more-days-out',
  answers: ['days-out'],
  step: () => 1,
  widest: ({ instance }) => {
    const limits = instance.fleets.flatMap((f) => f.rules?.maxDaysOut ?? [])
    return limits.length === 0 ? [] : upTo('more-days-out', instance.days - Math.min(...limits))
  },
  apply: (instance, _, { amount = 0 }) =>
    withFleets(instance, (fleet) => {
      const most = fleet.rules?.maxDaysOut
      return most === undefined ? fleet : withFleetRules(fleet, { maxDaysOut: most + amount })
    }),
}
