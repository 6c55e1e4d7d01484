import { largest, upTo, withFleetRules, withFleets } from './loosened.ts'
import type { Probe } from './probe.ts'
import { stepOfTime } from './step.ts'

/** All vehicles may be driven longer a day, by up to as long again. */
export const moreDriving: Probe<'more-driving'> = {
  kind: 'more-driving',
  answers: ['driving'],
  step: stepOfTime,
  widest: ({ instance }) =>
    upTo('more-driving', largest(instance.fleets.map((f) => f.rules?.maxDriving))),
  apply: (instance, _, { amount = 0 }) =>
    withFleets(instance, (fleet) => {
      const most = fleet.rules?.maxDriving
      return most === undefined ? fleet : withFleetRules(fleet, { maxDriving: most + amount })
    }),
}
