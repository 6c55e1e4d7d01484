import type { RoutingInstance } from '../../../../plan/routing.ts'
import { largest, upTo, withFleetRules, withFleets } from './loosened.ts'
import type { Probe } from './probe.ts'
import { stepOfTime } from './step.ts'

const opens = ({ depots, fleets }: RoutingInstance) =>
  fleets.map((f) => Math.max(depots[f.depot]!.open, f.rules?.open ?? 0))

const closes = ({ depots, fleets }: RoutingInstance) =>
  fleets.map((f) => Math.min(depots[f.depot]!.close, f.rules?.close ?? Infinity))

/** Depots and vehicles close later, by up to the length of the longest day. */
export const closeLater: Probe<'close-later'> = {
  kind: 'close-later',
  answers: ['shift'],
  step: stepOfTime,
  widest: ({ instance }) =>
    upTo('close-later', largest(closes(instance)) - Math.min(...opens(instance))),
  apply: (instance, _, { amount = 0 }) =>
    withFleets(
      {
        ...instance,
        depots: instance.depots.map((d) => ({ ...d, close: d.close + amount })),
      },
      (fleet) => {
        const close = fleet.rules?.close
        return close === undefined ? fleet : withFleetRules(fleet, { close: close + amount })
      },
    ),
}

/** Depots and vehicles open earlier, at 0 at the earliest. */
export const openEarlier: Probe<'open-earlier'> = {
  kind: 'open-earlier',
  answers: ['shift', 'windows'],
  step: stepOfTime,
  widest: ({ instance }) => upTo('open-earlier', largest(opens(instance))),
  apply: (instance, _, { amount = 0 }) => {
    const earlier = (open: number) => Math.max(Math.min(open, 0), open - amount)
    return withFleets(
      { ...instance, depots: instance.depots.map((d) => ({ ...d, open: earlier(d.open) })) },
      (fleet) => {
        const open = fleet.rules?.open
        return open === undefined ? fleet : withFleetRules(fleet, { open: earlier(open) })
      },
    )
  },
}
