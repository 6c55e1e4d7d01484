import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Random } from '../kernel/random.ts'
import type { CountyInput } from '../plan/county.ts'
import { countyParts } from './county-parts.ts'
import { type CountySpec, mountainTownships } from './county-spec.ts'
import { demoSettings } from './demo-settings.ts'
import { demoYear } from './demo-year.ts'
import { countySites } from './facilities.ts'
import { countyFleet } from './fleet.ts'
import { fundsOf } from './funds.ts'
import { cellLngLat, elevationTiles, gateCell } from './ground.ts'
import { nameSource } from './names.ts'
import { neighbourCentre } from './neighbour.ts'
import { settle } from './places.ts'
import { withSeatCosts } from './planted-costs.ts'
import { roadNetwork } from './road-network.ts'
import { layRoads } from './roads.ts'
import { closuresOf } from './seasons.ts'
import { standardsOf } from './standards.ts'
import { landscape } from './terrain.ts'
import { wayFinder } from './way-finder.ts'

const spec: CountySpec = {
  code6: '331199',
  name: '云岫县',
  nameEn: 'Yunxiu County',
  seat: { x: 0.64, y: 0.45, heightM: 175 },
  townships: mountainTownships,
  villages: 136,
}

/** Villages without a clinic and clinics with an old doctor: 73 together are due a vehicle by the rule. */
const numbers = {
  withoutClinic: 50,
  oldDoctors: 23,
  doctorAgeLimit: 60,
  sites: countySites,
  fleet: countyFleet,
}

/** Where rivers and trunk roads leave the map; the second leads to the neighbour's centre. */
const gates = [
  { x: 1, y: 0.42, z: 70 },
  { x: 0.1, y: 0, z: 300 },
  { x: 0.35, y: 1, z: 230 },
] as const

/** A mountain county of 1,950 km² on a map of 492 × 492 posts, 90 m apart. */
export function mountainCounty(
  catalogue: Catalogue,
  random: Random,
  costRatio: number,
): CountyInput {
  const ground = landscape(
    {
      columns: 492,
      rows: 492,
      cellM: 90,
      centre: [119.63, 27.97],
      outlets: gates,
      steepness: 1.25,
    },
    random.fork('terrain'),
  )
  const sites = settle(ground, [spec], random.fork('places'))
  const exits = gates.map((gate) => gateCell(ground, gate))
  const web = layRoads(ground, sites, exits, random.fork('roads'))
  const roads = roadNetwork(ground, web, random.fork('lines'))
  const names = nameSource(random.fork('names'))
  const parts = countyParts(ground, sites[0]!, wayFinder(ground, web), names, numbers, random)
  const { record, markets, ...tables } = parts
  const neighbour = neighbourCentre(ground, exits[1]!)
  const input: CountyInput = {
    county: {
      ...tables,
      settings: demoSettings({
        code: record.code,
        name: spec.name,
        nameEn: spec.nameEn,
        seat: cellLngLat(ground, record.seat),
        closures: closuresOf(demoYear, roads, random.fork('weather')),
        markets,
        remote: {
          version: 'demo-1',
          atLeast: 1,
          minElevationM: 600,
          minMinutesToCountySeat: 60,
        },
      }),
      divisions: [...tables.divisions, ...neighbour.divisions],
      facilities: [...tables.facilities, ...neighbour.facilities],
      funds: fundsOf(),
      standards: standardsOf(spec.name, demoYear),
    },
    catalogue,
    roads,
    terrain: { tiles: elevationTiles(ground, 247) },
    minutes: null,
  }
  return withSeatCosts(input, costRatio)
}
