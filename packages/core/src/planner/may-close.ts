import type { County } from '../plan/county.ts'
import type { Facility } from '../resources/facility.ts'

/** Buildings whose closing is never a by-product of cost: it needs a case of its own. */
export const neverClosed: readonly Facility['kind'][] = [
  'countyHospital',
  'townshipHealthCentre',
  'nursery',
  'kindergarten',
  'primarySchool',
  'juniorSchool',
  'vocationalSchool',
  'nursingHome',
  'resettlementEstate',
]

/** An open building may be closed only where the county says so (`assumptions.mayClose` = 1), and if no vehicle lives there. */
export const closable = (county: County, facility: Facility): boolean =>
  county.settings.assumptions.mayClose === 1 &&
  facility.state === 'open' &&
  !neverClosed.includes(facility.kind) &&
  !county.vehicles.some((v) => v.depot === facility.id)
