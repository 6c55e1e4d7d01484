import type { RoutingCustomer } from '../../plan/routing.ts'

/**
 * Pickups with their deliveries, by index. A shipment of VROOM has one of each: a further pickup for the same delivery, or a
 * delivery that is itself picked up for another, makes none.
 */
export function pairsOf(
  customers: readonly RoutingCustomer[],
): { pickup: number; delivery: number }[] {
  const indexOf = new Map(customers.map((c, k) => [c.id, k]))
  const used = new Set<number>()
  return customers.flatMap(({ rules }, pickup) => {
    const delivery = indexOf.get(rules?.deliverTo ?? Number.NaN)
    if (delivery === undefined || used.has(delivery) || used.has(pickup)) return []
    used.add(delivery).add(pickup)
    return [{ pickup, delivery }]
  })
}
