import type { Offer } from '../../../access/supply.ts'

/** An offer as it is tried before there are dates. */
export const offerOf = (
  service: string,
  mode: Offer['mode'],
  place: string,
  kind: string,
): Offer => ({
  service,
  mode,
  place,
  kind,
  dates: null,
  capacityYear: null,
})
