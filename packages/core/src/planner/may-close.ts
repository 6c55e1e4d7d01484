import type { County } from '../plan/county.ts'
import type { SiteDecision } from '../plan/plan.ts'
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

/** Of the buildings that the choice weighs, the open ones that it may close: what they cost is decided, too. */
export const mayBeClosed = (
  candidates: readonly { facility: Pick<Facility, 'id'>; decision: Pick<SiteDecision, 'action'> }[],
): ReadonlySet<string> =>
  new Set(candidates.flatMap((c) => (c.decision.action === 'keep' ? [c.facility.id] : [])))
