import type { Catalogue } from '../catalogue/catalogue.ts'
import { apportion } from '../kernel/apportion.ts'
import type { Random } from '../kernel/random.ts'
import { yuan } from '../kernel/units.ts'
import type { CountyInput } from '../plan/county.ts'
import { cityCounties } from './city-spec.ts'
import { type CountyParts, countyParts } from './county-parts.ts'
import { demoSettings } from './demo-settings.ts'
import { demoYear } from './demo-year.ts'
import { citySites } from './facilities.ts'
import { cityFleet, type FleetNumbers } from './fleet.ts'
import { fundsOf } from './funds.ts'
import { elevationTiles, gateCell } from './ground.ts'
import { nameSource } from './names.ts'
import { settle } from './places.ts'
import { withSeatCosts } from './planted-costs.ts'
import { roadNetwork } from './road-network.ts'
import { layRoads } from './roads.ts'
import { closuresOf } from './seasons.ts'
import { standardsOf } from './standards.ts'
import { landscape } from './terrain.ts'
import { wayFinder } from './way-finder.ts'

const city = { code: '339900000000', name: '霄州市', nameEn: 'Xiaozhou City' }

/** Share of villages that its definition of remote takes in. */
const cityRemoteShare = 0.733
/** Villages without a clinic in each of the nine counties: 648 together. */
const withoutClinic = 72

const gates = [
  { x: 1, y: 0.4, z: 25 },
  { x: 0.12, y: 0, z: 220 },
  { x: 0.4, y: 1, z: 150 },
] as const

/** Nine counties on one ground of 133 × 133 km, 200 m between posts. */
export function cityInput(catalogue: Catalogue, random: Random, costRatio: number): CountyInput {
  const ground = landscape(
    {
      columns: 665,
      rows: 665,
      cellM: 200,
      centre: [119.6, 28.1],
      outlets: gates,
      steepness: 0.95,
    },
    random.fork('terrain'),
  )
  const specs = cityCounties(random.fork('counties'))
  const sites = settle(ground, specs, random.fork('places'))
  const exits = gates.map((gate) => gateCell(ground, gate))
  const web = layRoads(ground, sites, exits, random.fork('roads'))
  const roads = roadNetwork(ground, web, random.fork('lines'))
  const names = nameSource(random.fork('names'))
  const find = wayFinder(ground, web)
  const fleets = shareFleet(cityFleet, sites.length)
  const parts = sites.map((site, k) =>
    countyParts(
      ground,
      site,
      find,
      names,
      { withoutClinic, oldDoctors: 0, doctorAgeLimit: 60, sites: citySites, fleet: fleets[k]! },
      random.fork(site.spec.code6),
    ),
  )
  const settlements = parts.flatMap((p) => p.settlements)
  const input: CountyInput = {
    county: {
      settings: {
        ...demoSettings({
          ...city,
          seat: null,
          closures: closuresOf(demoYear, roads, random.fork('weather')),
          markets: parts.flatMap((p) => p.markets),
          remote: {
            version: 'demo-city-1',
            atLeast: 1,
            minElevationM: heightOfShare(settlements, cityRemoteShare),
          },
        }),
        budgetFen: yuan(1_200_000_000),
        capitalBudgetFen: yuan(100_000_000),
      },
      divisions: cityDivisions(parts),
      settlements,
      facilities: parts.flatMap((p) => p.facilities),
      vehicles: parts.flatMap((p) => p.vehicles),
      staff: parts.flatMap((p) => p.staff),
      funds: fundsOf(22),
      buses: parts.flatMap((p) => p.buses),
      standards: standardsOf(city.name, demoYear),
      baseline: {
        rotas: parts.flatMap((p) => p.baseline.rotas),
        timetable: parts.flatMap((p) => p.baseline.timetable),
        spending: addSpending(parts),
      },
    },
    catalogue,
    roads,
    terrain: { tiles: elevationTiles(ground, 334) },
    minutes: null,
  }
  return withSeatCosts(input, costRatio)
}

/** Vehicles of each kind over the counties, as evenly as whole vehicles go. */
function shareFleet(all: FleetNumbers, counties: number): FleetNumbers[] {
  const even = Array.from({ length: counties }, () => 1)
  const byKind = Object.entries(all).map(([kind, n]) => [kind, apportion(even, n)] as const)
  return even.map(
    (_, k) => Object.fromEntries(byKind.map(([kind, n]) => [kind, n[k]!])) as FleetNumbers,
  )
}

/** The height above which the given share of village centres lies. */
function heightOfShare(settlements: CountyParts['settlements'], share: number): number {
  const heights = settlements
    .filter((s) => s.isCentre)
    .map((s) => s.elevationM ?? 0)
    .sort((a, b) => b - a)
  return heights[Math.round(share * heights.length) - 1]!
}

const cityDivisions = (parts: readonly CountyParts[]): CountyParts['divisions'] => [
  {
    code: city.code,
    name: city.name,
    nameEn: city.nameEn,
    level: 'city',
    parent: null,
    successors: [],
    oldNames: [],
  },
  ...parts.flatMap((p) =>
    p.divisions.map((d) => (d.level === 'county' ? { ...d, parent: city.code } : d)),
  ),
]

/** One line for each fund and service. */
function addSpending(parts: readonly CountyParts[]): CountyParts['baseline']['spending'] {
  const [first, ...rest] = parts.map((p) => p.baseline.spending)
  return first!.map((line, k) => ({
    ...line,
    amountFen: rest.reduce((sum, other) => sum + other[k]!.amountFen, line.amountFen),
  }))
}
