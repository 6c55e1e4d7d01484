import { compareText } from '@kuashan/core/kernel/order.ts'
import type { County } from '@kuashan/core/plan/county.ts'
import type { TravelPlace } from '@kuashan/core/travel/snap.ts'

const byId = (a: TravelPlace, b: TravelPlace): number => compareText(a.id, b.id)

/** Places in the order of their ids, so that the order of rows in the files makes no difference. */
export const settlementPlaces = (county: County): TravelPlace[] =>
  county.settlements.map(({ id, at }) => ({ id, at })).sort(byId)

export const facilityPlaces = (county: County): TravelPlace[] =>
  county.facilities.map(({ id, at }) => ({ id, at })).sort(byId)

/** Where vehicles stand: settlements that allow a stop, and the depots. */
export function vehiclePlaces(county: County): TravelPlace[] {
  const depots = new Set(county.vehicles.map((vehicle) => vehicle.depot))
  const stops = county.settlements.filter((settlement) => settlement.canStop)
  const homes = county.facilities.filter((facility) => depots.has(facility.id))
  return [...stops, ...homes].map(({ id, at }) => ({ id, at })).sort(byId)
}
