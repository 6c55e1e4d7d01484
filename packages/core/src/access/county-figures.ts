import type { PlainDate } from '../kernel/calendar.ts'
import type { RemoteDefinition } from '../territory/remote-definition.ts'
import { villageOf } from '../territory/settlement.ts'
import type { VillageIndex } from './accessibility-index.ts'
import { type UnitCostFigures, unitCostFigures } from './cost-figures.ts'
import { type CountyGround, countyGround, type FiguresInput } from './county-ground.ts'
import { type CountyCoverage, countyCoverage } from './coverage.ts'
import { divisionAtIn } from './division-at.ts'
import {
  type ServiceAccess,
  serviceAccess,
  type TravelEquity,
  travelEquity,
} from './service-figures.ts'
import {
  type LastMileFigures,
  lastMileFigures,
  type SharingFigures,
  sharingFigures,
  type VillageFigures,
  villageFigures,
} from './sharing-figures.ts'
import { type TripFigures, tripFigures } from './trip-figures.ts'
import { villageAccess } from './village-access.ts'

/** Figures that a county too large for them is given without. */
export type LeftOut = 'access' | 'costs' | 'trips' | 'lastMile'

/**
 * What a county office reads off one measurement: of today, or of a plan. Coverage counts people × services; the rest says
 * its unit where it stands. Place set: all settlements with people entitled, unless said otherwise.
 */
export interface CountyFigures {
  asOf: PlainDate
  season: string
  horizon: { from: PlainDate; to: PlainDate }
  of: 'today' | 'plan'
  places: { townships: number; villages: number; settlements: number; people: number }
  remote: {
    definition: RemoteDefinition
    villages: number
    settlements: number
    people: number
    /** Of permanent residents. */
    share: number
  }
  coverage: CountyCoverage
  access: ServiceAccess[]
  travel: TravelEquity[]
  /** Accessibility index of villages over basic services, 0 to 1, lowest first. */
  villageAccess: VillageIndex[]
  costs: UnitCostFigures[]
  trips: TripFigures | null
  lastMile: LastMileFigures[]
  sharing: SharingFigures
  villages: VillageFigures
  leftOut: LeftOut[]
}

/** Beyond this many settlements (a city of several counties) only what costs one pass over the cells is reckoned. */
const mostSettlements = 3000
/** Services whose catchments are reckoned. */
const mostServices = 4

/** Gathers all figures of a county under one supply. Pure; ordered by value and then by id, whatever the order of rows. */
export function countyFigures(input: FiguresInput): CountyFigures {
  const ground = countyGround(input)
  const { county, catalogue, travel, supply, measurement, plan } = ground
  const large = county.settlements.length > mostSettlements
  return {
    asOf: measurement.asOf,
    season: measurement.season,
    horizon: county.settings.horizon,
    of: plan ? 'plan' : 'today',
    ...placesOf(ground),
    coverage: countyCoverage(
      measurement.cells,
      divisionAtIn(county.settlements, county.divisions),
      ground.remote,
    ),
    access: large ? [] : serviceAccess(ground, mostServices),
    travel: travelEquity(ground),
    villageAccess: large ? [] : villageAccess(county, catalogue, travel.base, supply, measurement),
    costs: large ? [] : unitCostFigures(ground),
    trips: large ? null : tripFigures(ground),
    lastMile: large ? [] : lastMileFigures(ground),
    sharing: sharingFigures(ground),
    villages: villageFigures(ground),
    leftOut: large ? ['access', 'costs', 'trips', 'lastMile'] : [],
  }
}

function placesOf({ county, remote, at }: CountyGround): Pick<CountyFigures, 'places' | 'remote'> {
  const lived = county.settlements.filter((s) => s.permanent.total > 0)
  const outlying = lived.filter((s) => remote.has(s.id))
  const people = (list: typeof lived) => list.reduce((sum, s) => sum + s.permanent.total, 0)
  const townships = new Set(lived.map((s) => at(s.id).township).filter((code) => code !== ''))
  const all = people(lived)
  return {
    places: {
      townships: townships.size,
      villages: new Set(lived.map(villageOf)).size,
      settlements: lived.length,
      people: all,
    },
    remote: {
      definition: county.settings.remote,
      villages: new Set(outlying.map(villageOf)).size,
      settlements: outlying.length,
      people: people(outlying),
      share: all > 0 ? people(outlying) / all : 0,
    },
  }
}
