import type { Catalogue } from '../catalogue/catalogue.ts'
import type { FacilityKind } from '../catalogue/service.ts'
import type { Facility } from '../resources/facility.ts'
import type { County } from './county.ts'
import type { Plan } from './plan.ts'

/** A building to be put up or turned into something: decided by a plan, or in the county's own data. */
export interface FacilityProject {
  facility: string
  name: string
  nameEn: string | null
  action: 'build' | 'convert'
  kind: FacilityKind
  /** Services it would give, by id. */
  services: string[]
  from: 'plan' | 'county'
}

const named = ({ id, name, nameEn }: Facility) => ({ facility: id, name, nameEn: nameEn ?? null })

/** Services that a building of a kind can give, unless it lists its own. */
const servicesOf = (kind: FacilityKind, listed: readonly string[], catalogue: Catalogue) =>
  listed.length > 0
    ? [...listed].sort()
    : catalogue.services
        .filter(({ channels }) => channels.some((c) => c.mode === 'fixed' && c.kind === kind))
        .map(({ id }) => id)
        .sort()

/** What the county's data hold: planned buildings, and each thing that a building may be turned into. */
const countyProjects = (county: County, catalogue: Catalogue): FacilityProject[] =>
  county.facilities.flatMap((facility): FacilityProject[] => {
    const project = (action: 'build' | 'convert', kind: FacilityKind) => ({
      ...named(facility),
      action,
      kind,
      services: servicesOf(kind, kind === facility.kind ? facility.services : [], catalogue),
      from: 'county' as const,
    })
    if (facility.state === 'planned') return [project('build', facility.kind)]
    return facility.conversions.map(({ toKind }) => project('convert', toKind))
  })

/** Facility projects of the county, and of a plan where one is given: what the plan decides of a building takes the place of what the county holds possible. */
export function facilityProjects(
  { county, catalogue }: { county: County; catalogue: Catalogue },
  plan: Plan | null,
): FacilityProject[] {
  const facilities = new Map(county.facilities.map((facility) => [facility.id, facility]))
  const decided = (plan?.sites ?? []).flatMap((site): FacilityProject[] => {
    const { facility, action, toKind: kind, services } = site
    const building = facilities.get(facility)
    if (!building || (action !== 'build' && action !== 'convert')) return []
    return [{ ...named(building), action, kind, services: [...services].sort(), from: 'plan' }]
  })
  const taken = new Set(decided.map(({ facility }) => facility))
  const own = countyProjects(county, catalogue).filter(({ facility }) => !taken.has(facility))
  return [...decided, ...own]
}
