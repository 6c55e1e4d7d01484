import { largest, upTo, withFleets } from './loosened.ts'
import type { Probe } from './probe.ts'
import { stepOfTime } from './step.ts'

/** All vehicles may be out longer, by up to as long again. */
export const longerShift: Probe<'longer-shift'> = {
  kind: 'longer-shift',
  answers: ['shift'],
  step: stepOfTime,
  widest: ({ instance }) =>
    upTo('longer-shift', largest(instance.fleets.map((f) => f.maxDuration))),
  apply: (instance, _, { amount = 0 }) =>
    withFleets(instance, (fleet) => ({ ...fleet, maxDuration: fleet.maxDuration + amount })),
}
