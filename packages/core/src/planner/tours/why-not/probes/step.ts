import type { RoutingInstance } from '../../../../plan/routing.ts'

const fine = 0.01

/** The unit of times: 1 where all times of the instance are whole, else a hundredth. */
export function stepOfTime(instance: RoutingInstance): number {
  const { customers, fleets, convention, matrix, durations, travel } = instance
  const whole = (x: number) => !Number.isFinite(x) || Number.isInteger(x)
  const rows = travel ? travel.flatMap(({ times }) => times) : (durations ?? matrix)
  const ways = rows ? rows.every((row) => row.every(whole)) : convention === 'round'
  const stays = customers.every((c) => [c.service, c.open, c.close].every(whole))
  return ways && stays && fleets.every((f) => whole(f.maxDuration)) ? 1 : fine
}

/** The unit of load: 1 where all demands and capacities are whole, else a hundredth. */
export const stepOfLoad = ({ customers, fleets }: RoutingInstance): number => {
  const loads = [
    ...customers.flatMap((c) => [c.demand, c.rules?.pickup ?? 0, ...(c.rules?.otherDemands ?? [])]),
    ...customers.flatMap((c) => c.rules?.otherPickups ?? []),
    ...fleets.flatMap((f) => [f.capacity, ...(f.rules?.otherCapacities ?? [])]),
  ]
  return loads.every((x) => !Number.isFinite(x) || Number.isInteger(x)) ? 1 : fine
}
