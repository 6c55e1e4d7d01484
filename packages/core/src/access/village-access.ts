import type { Catalogue } from '../catalogue/catalogue.ts'
import { type County, horizonDaysOf } from '../plan/county.ts'
import { villageOf } from '../territory/settlement.ts'
import type { CountyTravel } from '../travel/travel-table.ts'
import { type VillageIndex, villageIndices, waysOf } from './accessibility-index.ts'
import { limitsOf } from './limits.ts'
import type { Measurement } from './measurement.ts'
import { opportunitiesIn } from './opportunity.ts'
import type { Supply } from './supply.ts'

/** Accessibility index of every village over the basic services measured, by mode; lowest first (A105). */
export function villageAccess(
  county: County,
  catalogue: Catalogue,
  travel: CountyTravel,
  supply: Supply,
  { cells, floors }: Pick<Measurement, 'cells' | 'floors'>,
): VillageIndex[] {
  const { assumptions } = county.settings
  const horizonDays = horizonDaysOf(county)
  const find = opportunitiesIn(supply, travel, horizonDays)
  const basic = catalogue.services.filter((s) => s.basic)
  const limits = new Map(
    basic.map((s) => [
      s.id,
      limitsOf(
        floors.filter((f) => f.service === s.id),
        assumptions,
      ),
    ]),
  )
  const villages = new Map(county.settlements.map((s) => [s.id, villageOf(s)]))
  return villageIndices(
    cells.flatMap(({ settlement, service, people }) => {
      const limit = limits.get(service)
      if (limit === undefined) return []
      const ways = waysOf(find(settlement, service, limit), horizonDays)
      return [{ village: villages.get(settlement) ?? settlement, people, ways }]
    }),
  )
}
