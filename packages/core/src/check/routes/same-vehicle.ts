import { type Finding, finding } from '../../kernel/finding.ts'
import type { RoutingCustomer } from '../../plan/routing.ts'
import type { Visit } from './days.ts'

/** All visits by one vehicle, where that is asked for. */
export function checkSameVehicle(
  { id, rules }: RoutingCustomer,
  visits: readonly Visit[],
): Finding[] {
  if (!rules?.sameVehicle) return []
  const vehicles = [...new Set(visits.map((v) => `${v.depot + 1}/${v.vehicle}`))]
  if (vehicles.length <= 1) return []
  return [finding('customer-vehicles-differ', {}, { id, vehicles: vehicles.join(' ') })]
}
