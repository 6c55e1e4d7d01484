import { PlainDate } from '../kernel/calendar.ts'
import type { Random } from '../kernel/random.ts'
import type { County } from '../plan/county.ts'
import { townshipOf } from '../territory/division.ts'
import { demoYear } from './demo-year.ts'
import { facilitiesOf, type SiteNumbers } from './facilities.ts'
import { type FleetNumbers, fleetOf } from './fleet.ts'
import type { Ground } from './ground.ts'
import type { NameSource } from './names.ts'
import type { CountySite } from './places.ts'
import { populate } from './population.ts'
import { type CountyRecord, register } from './register.ts'
import { staffOf, withStaffHours } from './staff.ts'
import { baselineOf, busesOf, marketsOf } from './today.ts'
import type { WayFinder } from './way-finder.ts'

/** What one county of a made-up land has. */
interface CountyNumbers {
  /** Villages without a medical institution. */
  withoutClinic: number
  /** Clinics whose village doctor has passed the age limit. */
  oldDoctors: number
  doctorAgeLimit: number
  sites: SiteNumbers
  fleet: FleetNumbers
}

export type CountyParts = Pick<
  County,
  'divisions' | 'settlements' | 'facilities' | 'vehicles' | 'staff' | 'buses' | 'baseline'
> & { record: CountyRecord; markets: County['settings']['markets'] }

/** People, buildings, vehicles, staff and the present day of one county, on ground where its places and roads are laid. */
export function countyParts(
  ground: Ground,
  site: CountySite,
  find: WayFinder,
  names: NameSource,
  numbers: CountyNumbers,
  random: Random,
): CountyParts {
  const { code6 } = site.spec
  const people = populate(site, numbers.withoutClinic, random.fork('people'))
  const { county, divisions, settlements } = register(
    ground,
    site,
    people,
    names,
    random.fork('register'),
  )
  const villages = county.townships.flatMap((t) => t.villages)
  const cells = new Map(villages.map((v) => [v.code, v.cell]))
  const facilities = facilitiesOf(county, numbers.sites, random.fork('facilities'))
  const place = {
    code6,
    facilities,
    dependent: villages.filter((v) => v.kind === 'remote'),
    cellOf: (f: { division: string }) => cells.get(f.division)!,
    find,
  }
  const inspection = PlainDate.parse(`${demoYear + 1}-03-31`)
  const vehicles = fleetOf(place, numbers.fleet, inspection, random.fork('fleet'))
  const clinics = facilities.filter((f) => f.kind === 'villageClinic' && f.state === 'open').length
  const staff = staffOf(
    facilities,
    vehicles,
    {
      code6,
      asOfYear: demoYear,
      oldShare: numbers.oldDoctors / clinics,
      oldAge: numbers.doctorAgeLimit,
      residents: new Map(county.townships.map((t) => [townshipOf(t.code), t.spec.residents])),
      villageResidents: new Map(villages.map((v) => [v.code, v.residents])),
    },
    random.fork('staff'),
  )
  return {
    record: county,
    divisions,
    settlements,
    facilities: withStaffHours(facilities, staff),
    vehicles,
    staff,
    buses: busesOf(county.townships, villages[0]!, find),
    baseline: baselineOf({ ...place, vehicles, staff }, demoYear, random.fork('today')),
    markets: marketsOf(county.townships),
  }
}
