import type { Catalogue } from '../catalogue/catalogue.ts'
import { type ScopedService, servicesInScope } from '../catalogue/scope.ts'
import { compareText } from '../kernel/order.ts'
import { type County, horizonDaysOf } from '../plan/county.ts'
import type { Plan } from '../plan/plan.ts'
import type { YearTravel } from '../travel/travel-table.ts'
import { divisionAtIn } from './division-at.ts'
import type { Measurement } from './measurement.ts'
import { remoteSettlements } from './remote-settlements.ts'
import type { Supply } from './supply.ts'

export interface FiguresInput {
  county: County
  catalogue: Catalogue
  travel: YearTravel
  supply: Supply
  /** Of the same supply. */
  measurement: Measurement
  /** The plan whose supply it is; today's timetable stands where it is left out. */
  plan?: Plan
}

/** Name and township of a settlement; unknown ids show themselves. */
export type SettlementAt = (settlement: string) => { name: string; township: string }

/** What several figures of a county ask for, worked out once. */
export interface CountyGround extends FiguresInput {
  at: SettlementAt
  /** Ids of the settlements of remote villages. */
  remote: ReadonlySet<string>
  /** Services in scope with people entitled, most people first, then by id. */
  services: readonly (ScopedService & { people: number })[]
  horizonDays: number
}

export function countyGround(input: FiguresInput): CountyGround {
  const { county, catalogue, travel, measurement } = input
  const divisionAt = divisionAtIn(county.settlements, county.divisions)
  const names = new Map(county.settlements.map((s) => [s.id, s.name]))
  const people = new Map<string, number>()
  for (const c of measurement.cells) people.set(c.service, (people.get(c.service) ?? 0) + c.people)
  return {
    ...input,
    at: (id) => ({ name: names.get(id) ?? id, township: divisionAt(id, 'township') }),
    remote: remoteSettlements(county, travel.base.resident),
    services: servicesInScope(catalogue, measurement.floors, county.settings.services)
      .map((s) => ({ ...s, people: people.get(s.service.id) ?? 0 }))
      .filter((s) => s.people > 0)
      .sort((a, b) => b.people - a.people || compareText(a.service.id, b.service.id)),
    horizonDays: horizonDaysOf(county),
  }
}
