import type { Catalogue } from '../catalogue/catalogue.ts'
import { PlainDate } from '../kernel/calendar.ts'
import type { Random } from '../kernel/random.ts'
import type { CountyInput, CountySettings } from '../plan/county.ts'
import type { RoadNetwork } from '../territory/roads.ts'
import { type CountySpec, mountainTownships } from './county-spec.ts'
import { demoYear } from './demo-year.ts'
import { countySites, facilitiesOf } from './facilities.ts'
import { countyFleet, fleetOf } from './fleet.ts'
import { fundsOf } from './funds.ts'
import { cellLngLat, elevationTiles, type Ground } from './ground.ts'
import { nameSource } from './names.ts'
import { neighbourCentre } from './neighbour.ts'
import { settle } from './places.ts'
import { withSeatCosts } from './planted-costs.ts'
import { populate } from './population.ts'
import { register } from './register.ts'
import { roadNetwork } from './road-network.ts'
import { layRoads } from './roads.ts'
import { closuresOf, seasonsOf } from './seasons.ts'
import { staffOf, withStaffHours } from './staff.ts'
import { standardsOf } from './standards.ts'
import { landscape } from './terrain.ts'
import { baselineOf, busesOf, marketsOf } from './today.ts'
import { wayFinder } from './way-finder.ts'

/** Villages without a clinic, and clinics whose doctor has passed the age limit: 73 together. */
const withoutClinic = 50
const oldDoctors = 23
const doctorAgeLimit = 60

const spec: CountySpec = {
  code6: '331199',
  name: '云岫县',
  nameEn: 'Yunxiu County',
  seat: { x: 0.64, y: 0.45, heightM: 175 },
  townships: mountainTownships,
  villages: 136,
}

/** Where rivers and trunk roads leave the map; the second leads to the neighbour's centre. */
const gates = [
  { x: 1, y: 0.42, z: 70 },
  { x: 0.1, y: 0, z: 300 },
  { x: 0.35, y: 1, z: 230 },
] as const

/** A mountain county of 1,950 km² (495 × 495 posts at 90 m are 44.5 km a side, margins included). */
export function mountainCounty(
  catalogue: Catalogue,
  random: Random,
  costRatio: number,
): CountyInput {
  const ground = landscape(
    {
      columns: 495,
      rows: 495,
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
  const people = populate(sites[0]!, withoutClinic, random.fork('people'))
  const { county, divisions, settlements } = register(
    ground,
    sites[0]!,
    people,
    nameSource(random.fork('names')),
    random.fork('register'),
  )
  const villages = county.townships.flatMap((t) => t.villages)
  const own = facilitiesOf(county, countySites, random.fork('facilities'))
  const find = wayFinder(ground, web)
  const cells = new Map(villages.map((v) => [v.code, v.cell]))
  const dependent = villages.filter((v) => v.kind === 'remote')
  const neighbour = neighbourCentre(ground, exits[1]!)
  const place = {
    code6: spec.code6,
    facilities: own,
    dependent,
    cellOf: (f: { division: string }) => cells.get(f.division)!,
    find,
  }
  const vehicles = fleetOf(
    place,
    countyFleet,
    PlainDate.parse(`${demoYear}-10-31`),
    random.fork('fleet'),
  )
  const staff = staffOf(
    own,
    vehicles,
    {
      asOfYear: demoYear,
      oldShare:
        oldDoctors / own.filter((f) => f.kind === 'villageClinic' && f.state === 'open').length,
      oldAge: doctorAgeLimit,
      residents: new Map(county.townships.map((t) => [t.code.slice(0, 9), t.spec.residents])),
      villageResidents: new Map(villages.map((v) => [v.code, v.residents])),
    },
    random.fork('staff'),
  )
  const today = { ...place, vehicles, staff }
  const input: CountyInput = {
    county: {
      settings: settingsOf(ground, county.seat, roads, random, marketsOf(county.townships)),
      divisions: [...divisions, ...neighbour.divisions],
      settlements,
      facilities: [...withStaffHours(own, staff), ...neighbour.facilities],
      vehicles,
      staff,
      funds: fundsOf(),
      buses: busesOf(county.townships, villages[0]!, find),
      standards: standardsOf(spec.name, demoYear),
      baseline: baselineOf(today, demoYear, random.fork('today')),
    },
    catalogue,
    roads,
    terrain: { tiles: elevationTiles(ground, 248) },
    minutes: null,
  }
  return withSeatCosts(input, costRatio)
}

const gateCell = (ground: Ground, gate: { x: number; y: number }): number =>
  Math.round(gate.y * (ground.rows - 1)) * ground.columns +
  Math.round(gate.x * (ground.columns - 1))

function settingsOf(
  ground: Ground,
  seat: number,
  roads: RoadNetwork,
  random: Random,
  markets: CountySettings['markets'],
): CountySettings {
  return {
    format: 1,
    code: `${spec.code6}000000`,
    name: spec.name,
    nameEn: spec.nameEn,
    utcOffset: 8,
    coordinates: 'WGS-84',
    asOf: PlainDate.parse(`${demoYear}-01-01`),
    horizon: {
      from: PlainDate.parse(`${demoYear}-01-01`),
      to: PlainDate.parse(`${demoYear}-12-31`),
    },
    seat: cellLngLat(ground, seat),
    workdays: [1, 2, 3, 4, 5],
    holidays: [],
    makeUpWorkdays: [],
    seasons: seasonsOf(demoYear),
    closures: closuresOf(demoYear, roads, random.fork('weather')),
    markets,
    remote: {
      version: 'demo-1',
      atLeast: 1,
      minElevationM: 600,
      minMinutesToCountySeat: 60,
    },
    budgetFen: 6_000_000_00,
    capitalBudgetFen: 8_000_000_00,
    prices: { fuelPerKmFen: 160, staffHourFen: 4_500, residentHourFen: 2_000, busPerKmFen: 30 },
    doctorAgeLimit,
    remoteWeight: 1.5,
    assumptions: {},
    services: [],
  }
}
