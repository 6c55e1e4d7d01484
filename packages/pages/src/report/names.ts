import type { CountyInput } from '@kuashan/core/plan/county.ts'
import { vehicleName } from '@kuashan/core/resources/vehicle-name.ts'
import { codeAt, type Division } from '@kuashan/core/territory/division.ts'
import type { Language } from '@kuashan/core/words/language.ts'

/** Names to show, looked up once. An unknown id shows itself, so nothing turns blank. */
export interface Names {
  settlement(id: string): string
  /** With its village, for lists across the county: `枫林口（紫源村）`. */
  settlementInVillage(id: string): string
  /** Where a settlement lies, `紫源乡 · 紫源村`; '' where it has no village. */
  villageOf(settlement: string): string
  village(code: string): string
  township(code: string): string
  facility(id: string): string
  vehicle(id: string): string
  service(id: string): string
  /** `—` where none is named. */
  fund(id: string | null): string
  /** Facility id or settlement id. */
  place(id: string): string
}

/** What has a name. */
export interface Named {
  county: Pick<CountyInput['county'], 'settlements' | 'facilities' | 'vehicles' | 'funds'> & {
    divisions: readonly Pick<Division, 'code' | 'name' | 'nameEn'>[]
  }
  catalogue: Pick<CountyInput['catalogue'], 'services'>
}

/** Funds have one name; where it is written in both languages, `卫生健康经费 Health`, the reader's own part of it. */
function ownPart(name: string, language: Language): string {
  const [, zh, en] = /^(\P{Script=Latin}+?)\s+(\p{Script=Latin}.*)$/u.exec(name) ?? []
  return zh && en ? { zh, en }[language] : name
}

export function namesOf({ county, catalogue }: Named, language: Language): Names {
  const own = (thing: { name: string; nameEn?: string | undefined }) =>
    language === 'en' ? (thing.nameEn ?? thing.name) : thing.name
  const settlements = new Map(county.settlements.map((s) => [s.id, s]))
  const divisions = new Map(county.divisions.map((d) => [d.code, own(d)]))
  const facilities = new Map(county.facilities.map((f) => [f.id, own(f)]))
  const vehicles = new Map(county.vehicles.map((v) => [v.id, vehicleName(v, language)]))
  const services = new Map(
    catalogue.services.map((s) => [s.id, language === 'en' ? s.nameEn : s.nameZh]),
  )
  const settlement = (id: string) => {
    const found = settlements.get(id)
    return found ? own(found) : id
  }
  const village = (code: string) => divisions.get(code) ?? code
  const township = (code: string) => village(codeAt(code, 'township'))
  const villageOf = (id: string) => {
    const division = settlements.get(id)?.division
    return division ? `${township(division)} · ${village(division)}` : ''
  }
  const settlementInVillage = (id: string) => {
    const division = settlements.get(id)?.division
    if (!division) return settlement(id)
    return language === 'en'
      ? `${settlement(id)}, ${village(division)}`
      : `${settlement(id)}（${village(division)}）`
  }
  const funds = new Map(county.funds.map((f) => [f.id, ownPart(f.name, language)]))
  const facility = (id: string) => facilities.get(id) ?? id
  return {
    settlement,
    settlementInVillage,
    villageOf,
    village,
    township,
    facility,
    vehicle: (id) => vehicles.get(id) ?? id,
    fund: (id) => (id === null ? '—' : (funds.get(id) ?? id)),
    service: (id) => services.get(id) ?? id,
    place: (id) => (facilities.has(id) ? facility(id) : settlement(id)),
  }
}
