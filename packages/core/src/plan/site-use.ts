import type { Facility } from '../resources/facility.ts'
import { isMade, type SiteDecision } from './plan.ts'

/** What a building is used as under decisions, and for which services (none named: all of its kind). */
export interface SiteUse {
  kind: Facility['kind']
  services: readonly string[]
}

/** A building with the room that it has under a decision: that of its conversion where it is made by one. */
export function withRoom(facility: Facility, decision: SiteDecision): Facility {
  const conversion = isMade(decision)
    ? facility.conversions.find((c) => c.toKind === decision.toKind)
    : undefined
  if (conversion === undefined) return facility
  const today = conversion.toKind === facility.kind ? facility.capacityYear : {}
  return { ...facility, capacityYear: { ...today, ...conversion.capacityYear } }
}

/** Null where it is not in use. */
export function useOf(facility: Facility, decisions: readonly SiteDecision[]): SiteUse | null {
  const decided = decisions.find((s) => s.facility === facility.id)
  if (decided === undefined) return facility.state === 'open' ? facility : null
  if (decided.action === 'close') return null
  const services = decided.services.length > 0 ? decided.services : facility.services
  return { kind: decided.toKind, services }
}

/** Whether a building in such a use gives a service that these kinds of building give. */
export const givesService = (
  { kind, services }: SiteUse,
  service: string,
  kinds: readonly string[],
): boolean => kinds.includes(kind) && (services.length === 0 || services.includes(service))
