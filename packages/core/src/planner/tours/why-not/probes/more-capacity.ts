import type { RoutingCustomer } from '../../../../plan/routing.ts'
import type { Part } from '../answer.ts'
import { customersOf, withFleetRules, withFleets } from './loosened.ts'
import type { Probe } from './probe.ts'
import { stepOfLoad } from './step.ts'

/** What a customer can add to a load, by dimension. */
const loadsOf = ({ demand, rules }: RoutingCustomer): number[] =>
  Array.from({ length: 4 }, (_, d) =>
    d === 0
      ? demand + (rules?.pickup ?? 0)
      : (rules?.otherDemands?.[d - 1] ?? 0) + (rules?.otherPickups?.[d - 1] ?? 0),
  )

/** All vehicles carry more in one dimension: as much more as the customer's own load. */
export const moreCapacity: Probe<'more-capacity'> = {
  kind: 'more-capacity',
  answers: ['load'],
  step: stepOfLoad,
  widest: ({ instance, customers }) => {
    const loads = customersOf(instance, customers).map(loadsOf)
    return Array.from({ length: 4 }, (_, dimension): Part<'more-capacity'> => {
      const amount = loads.reduce((sum, load) => sum + load[dimension]!, 0)
      return { kind: 'more-capacity', amount, what: { dimension } }
    }).filter(({ amount = 0, what: { dimension } }) => {
      const limited = instance.fleets.some(({ capacity, rules }) =>
        Number.isFinite(
          dimension === 0 ? capacity : (rules?.otherCapacities?.[dimension - 1] ?? Infinity),
        ),
      )
      return amount > 0 && limited
    })
  },
  apply: (instance, _, { amount = 0, what: { dimension } }) =>
    withFleets(instance, (fleet) => {
      if (dimension === 0) return { ...fleet, capacity: fleet.capacity + amount }
      const others = fleet.rules?.otherCapacities
      if (others?.[dimension - 1] === undefined) return fleet
      return withFleetRules(fleet, {
        otherCapacities: others.with(dimension - 1, others[dimension - 1]! + amount),
      })
    }),
}
