import { type Finding, finding } from '../../kernel/finding.ts'
import type { RoutingInstance } from '../../plan/routing.ts'
import type { CustomerRules, FleetRules } from '../../plan/routing-rules.ts'
import type { RouteOnDay } from './route-on-day.ts'

const ofFleets: readonly (keyof FleetRules)[] = [
  'open',
  'close',
  'endDepot',
  'travel',
  'maxDriving',
  'rest',
  'breaks',
  'reload',
  'nights',
]
const ofCustomers: readonly (keyof CustomerRules)[] = ['windows', 'serviceByGap', 'place', 'setup']

/** Whether a rule bears on clock or place, so that stops alone don't tell how a route runs. */
export function runNeeded(instance: RoutingInstance): boolean {
  return (
    instance.travel !== undefined ||
    instance.fleets.some(({ rules }) => ofFleets.some((name) => rules?.[name] !== undefined)) ||
    instance.customers.some(({ rules }) => ofCustomers.some((name) => rules?.[name] !== undefined))
  )
}

/** A run that is asked for and not there, or that leaves out stops. */
export function checkRunThere({ name, route, run }: RouteOnDay, needed: boolean): Finding[] {
  if (run || (!needed && !route.run)) return []
  if (!route.run) return [finding('route-run-missing', {}, { route: name })]
  const facts = { route: name, stops: route.stops.length, times: route.run.times.length }
  return [finding('route-run-incomplete', {}, facts)]
}
