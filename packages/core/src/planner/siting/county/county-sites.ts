import { siteOffers } from '../../../access/site-offers.ts'
import type { Catalogue } from '../../../catalogue/catalogue.ts'
import type { FacilityKind, Service } from '../../../catalogue/service.ts'
import { clockMinute } from '../../../kernel/clock.ts'
import type { County } from '../../../plan/county.ts'
import type { SitedFacility } from '../../../plan/county-siting.ts'
import type { Conversion, Facility } from '../../../resources/facility.ts'
import { closable } from '../../may-close.ts'
import type { LocationSite, SiteOption, WeekTime } from '../location/location-problem.ts'
import { fundsFor } from './site-fund.ts'

/** A site of the location problem, with what each option means for the building. */
export interface CountySite {
  facility: Facility
  site: LocationSite
  /** By option id. */
  meaning: ReadonlyMap<string, SitedFacility>
}

interface Ground {
  county: County
  catalogue: Catalogue
  service: Service
  /** People that a use a year stands for: capacities are told in uses, needs in people. */
  usesPerPerson: number
}

/** Option of an open building that goes on as it is. */
const asToday = 'as-is'

/**
 * Buildings that give a service or could: open ones as they are or upgraded, vacant and planned ones converted or built.
 * A building with a reason not to be used (unsafe, no title, red line) is none, nor is one without a place on the map.
 */
export function countySites(ground: Ground): CountySite[] {
  return ground.county.facilities.flatMap((facility): CountySite[] => {
    if (facility.at === null || facility.state === 'closed') return []
    const today = facility.state === 'open' ? optionToday(facility, ground) : null
    if (facility.state === 'open' && today === null) return []
    const others = facility.unfit.length > 0 ? [] : conversionsOf(facility, ground)
    const all = [...(today ? [today] : []), ...others]
    if (all.length === 0) return []
    const must = today && !closable(ground.county, facility) ? 'open' : null
    return [
      {
        facility,
        site: {
          id: facility.id,
          options: all.map(({ option }) => option),
          today: today ? asToday : null,
          closing: 0,
          must,
        },
        meaning: new Map(all.map(({ option, means }) => [option.id, means])),
      },
    ]
  })
}

interface Meant {
  option: SiteOption
  means: SitedFacility
}

function optionToday(facility: Facility, ground: Ground): Meant | null {
  const capacity = capacityAs(facility, facility.kind, facility.services, ground)
  if (capacity === null) return null
  const { staffHourFen } = ground.county.settings.prices
  const yearly = facility.yearCostFen + facility.staffHoursYear * staffHourFen
  const opening = facility.opening.map(weekTime)
  return {
    option: {
      id: asToday,
      yearly,
      once: 0,
      years: null,
      capacity,
      least: 0,
      opening: opening.length > 0 ? opening : null,
    },
    means: {
      id: facility.id,
      action: 'keep',
      toKind: facility.kind,
      onceFen: 0,
      lifeYears: 1,
      yearlyFen: yearly,
      fund: null,
    },
  }
}

const conversionsOf = (facility: Facility, ground: Ground): Meant[] =>
  facility.conversions.flatMap((conversion) => {
    const capacity = capacityAs(facility, conversion.toKind, [], ground)
    if (capacity === null) return []
    return fundsFor(conversion, ground.service, ground.county.funds).map((fund) =>
      converted(facility, conversion, { capacity, fund }, ground),
    )
  })

const actions = { open: 'upgrade', vacant: 'convert', planned: 'build', closed: 'convert' } as const

function converted(
  facility: Facility,
  { toKind, capitalFen, yearCostFen, lifeYears, staffHoursYear }: Conversion,
  { capacity, fund }: { capacity: number; fund: string | null },
  { county }: Ground,
): Meant {
  const yearly = yearCostFen + staffHoursYear * county.settings.prices.staffHourFen
  return {
    option: {
      id: fund === null ? toKind : `${toKind} (${fund})`,
      yearly,
      once: capitalFen,
      years: lifeYears,
      capacity,
      least: 0,
      opening: null,
    },
    means: {
      id: facility.id,
      action: actions[facility.state],
      toKind,
      onceFen: capitalFen,
      lifeYears,
      yearlyFen: yearly,
      fund,
    },
  }
}

/** People it can take as this kind, Infinity where nothing says; null where it does not give the service on the spot. */
function capacityAs(
  facility: Facility,
  kind: FacilityKind,
  services: readonly string[],
  { county, catalogue, service, usesPerPerson }: Ground,
): number | null {
  const own = kind === facility.kind ? facility : { ...facility, capacityYear: {} }
  const offer = siteOffers({ facility: own, kind, services }, catalogue, county.settings).find(
    (o) => o.mode === 'fixed' && o.service === service.id,
  )
  if (offer === undefined) return null
  return offer.capacityYear === null ? Number.POSITIVE_INFINITY : offer.capacityYear / usesPerPerson
}

const weekTime = ({ weekday, from, to }: Facility['opening'][number]): WeekTime => ({
  weekday,
  from: clockMinute(from),
  until: clockMinute(to),
})
