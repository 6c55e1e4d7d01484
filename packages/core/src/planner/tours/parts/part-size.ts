import type { RoutingInstance } from '../../../plan/routing.ts'

/** Named in stored results; changes whenever the same seed may give other routes. */
export const partsVersion = 'parts-1'

/** Below this a search of the whole finds as good routes in the same time, by measurement; above 6,000 its matrix bursts. */
const wholeUpTo = 2000

/** Whether an instance is better solved in parts: large, and of the literature's kinds, as rules may bind far routes together. */
export const worthCutting = ({ customers, fleets, unions, travel }: RoutingInstance): boolean =>
  customers.length > wholeUpTo &&
  !unions &&
  !travel &&
  ![...customers, ...fleets].some((holder) => holder.rules)

const fewest = 500
const most = 1500
/** A part needs neighbours to exchange with: Taillard & Voss's POPMUSIC takes a seed and about ten of the nearest. */
const routesInPart = 10

/** Customers of a part: ten routes of what the largest vehicle carries, from 500 to 1,500. */
export function partSize(instance: RoutingInstance): number {
  const { customers, fleets } = instance
  const demand = customers.reduce((sum, c) => sum + c.demand, 0) / Math.max(1, customers.length)
  const capacity = fleets.reduce((largest, f) => Math.max(largest, f.capacity), 0)
  const stops = demand > 0 && Number.isFinite(capacity) ? capacity / demand : 0
  return Math.round(Math.min(most, Math.max(fewest, routesInPart * stops)))
}
