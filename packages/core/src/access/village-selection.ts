import type { FacilityKind } from '../catalogue/service.ts'
import { byText } from '../kernel/order.ts'
import type { County } from '../plan/county.ts'
import type { StaffMember } from '../resources/staff.ts'

/** Which villages vehicles visit by rule. */
export interface VillageRule {
  /** Buildings that count as a medical institution of the village. */
  institutions: readonly FacilityKind[]
  /** A doctor who reaches this age within the year counts as past it. */
  doctorAge: number
  /** One reason is enough, or both are wanted. */
  needs: 'either' | 'both'
}

export const usualVillageRule = (county: County): VillageRule => ({
  institutions: ['villageClinic', 'townshipHealthCentre', 'countyHospital'],
  doctorAge: county.settings.doctorAgeLimit,
  needs: 'either',
})

export interface VillageDoctor {
  staff: string
  /** Completed by the end of the year; null where the birth year is not known. */
  age: number | null
  /** Past the age by the end of the year, or retired by then. */
  leaving: boolean
}

export interface VillageOnList {
  village: string
  name: string
  noInstitution: boolean
  /** It has doctors, and every one of them is past the age or retires by the end of the year. */
  doctorsPastAge: boolean
  doctors: VillageDoctor[]
}

/**
 * Villages to visit in a year: without a medical institution, or whose doctors are all past the age by its end (or
 * both). A doctor who turns 65 next year puts the village on next year's list. A doctor of unknown age is taken as
 * staying. Ordered by code.
 */
export function villagesToVisit(
  county: County,
  year: number,
  rule: VillageRule = usualVillageRule(county),
): VillageOnList[] {
  return villagesIn(county, year, rule).filter(({ noInstitution, doctorsPastAge }) =>
    rule.needs === 'both' ? noInstitution && doctorsPastAge : noInstitution || doctorsPastAge,
  )
}

/** Villages that come onto the list in each of the following years, by present staff: what must be replaced when. */
export function comingOntoList(
  county: County,
  fromYear: number,
  years: number,
  rule: VillageRule = usualVillageRule(county),
): { year: number; villages: VillageOnList[] }[] {
  const listed = new Set(villagesToVisit(county, fromYear, rule).map((v) => v.village))
  return Array.from({ length: years }, (_, k) => {
    const year = fromYear + k + 1
    const villages = villagesToVisit(county, year, rule).filter((v) => !listed.has(v.village))
    for (const { village } of villages) listed.add(village)
    return { year, villages }
  })
}

function villagesIn(county: County, year: number, rule: VillageRule): VillageOnList[] {
  const names = villageNames(county)
  const divisionOf = new Map(county.facilities.map((f) => [f.id, f.division]))
  const served = new Set(
    county.facilities
      .filter((f) => f.state === 'open' && rule.institutions.includes(f.kind))
      .map((f) => f.division),
  )
  const doctors = new Map<string, VillageDoctor[]>()
  for (const member of county.staff) {
    const village = divisionOf.get(member.employer)
    if (member.post !== 'villageDoctor' || village === undefined) continue
    doctors.set(village, [...(doctors.get(village) ?? []), doctorIn(member, year, rule)])
  }
  return [...names].sort(byText(([key]) => key)).map(([village, name]) => {
    const own = (doctors.get(village) ?? []).sort(byText((x) => x.staff))
    return {
      village,
      name,
      noInstitution: !served.has(village),
      doctorsPastAge: own.length > 0 && own.every((d) => d.leaving),
      doctors: own,
    }
  })
}

function doctorIn(member: StaffMember, year: number, rule: VillageRule): VillageDoctor {
  const age = member.birthYear === undefined ? null : year - member.birthYear
  const retires = member.retiresOn !== undefined && Number(member.retiresOn.slice(0, 4)) <= year
  return { staff: member.id, age, leaving: retires || (age !== null && age >= rule.doctorAge) }
}

/** Villages that people live in; with their names where the divisions are listed. */
function villageNames(county: County): Map<string, string> {
  const names = new Map(county.divisions.map((d) => [d.code, d.name]))
  const lived = county.settlements.filter((s) => s.division !== '' && s.permanent.total > 0)
  return new Map(lived.map((s) => [s.division, names.get(s.division) ?? s.name]))
}
