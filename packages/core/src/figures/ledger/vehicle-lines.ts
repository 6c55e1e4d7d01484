import type { CountyGround } from '../../access/county-ground.ts'
import { townshipIn } from '../../access/division-at.ts'
import { servicesAboard } from '../../access/vehicle-offers.ts'
import { compareText } from '../../kernel/order.ts'
import { horizonDaysOf } from '../../plan/county.ts'
import type { Ride } from '../../plan/plan.ts'
import { dayFenOf } from '../../plan/price-per-km.ts'
import { rideFenOf } from '../../plan/ride-cost.ts'
import type { Vehicle } from '../../resources/vehicle.ts'
import { toursOf } from '../records/tour-records.ts'
import type { LedgerLine } from './ledger.ts'
import { splitFen } from './split-fen.ts'

/** Who drives: a vehicle of the county, or hired cars together under ''. */
interface Driver {
  id: string
  vehicle: Vehicle | null
  /** Road money of the horizon, fen. */
  roadFen: number
  /** Person-times by `settlement service`. */
  served: Map<string, number>
}

/** Money of vehicles: upkeep, and the road money of a year split over vehicles, then over whom each served. */
export function vehicleLines(ground: CountyGround): LedgerLine[] {
  const { county } = ground
  const drivers = driversOf(ground)
  const road = drivers.reduce((sum, d) => sum + d.roadFen, 0)
  const year = Math.round((road * 365) / horizonDaysOf(county))
  const shares = splitFen(
    year,
    drivers.map(({ id, roadFen }) => ({ id, weight: roadFen })),
  )
  const townshipOf = townshipIn(county)
  return drivers.flatMap(({ id, vehicle, served }) => {
    const fen = (vehicle?.yearCostFen ?? 0) + (shares.get(id) ?? 0)
    const weights = [...served]
      .map(([key, weight]) => ({ id: key, weight }))
      .sort((a, b) => compareText(a.id, b.id))
    return [...splitFen(fen, weights)].map(([key, part]): LedgerLine => {
      const [place = '', service = ''] = key.split('\t')
      return {
        id: `running ${id} ${place} ${service}`,
        kind: 'running',
        service,
        place,
        township: townshipOf(place),
        fund: vehicle?.fund ?? '',
        ...(vehicle ? { vehicleKind: vehicle.kind } : {}),
        fen: part,
      }
    })
  })
}

function driversOf(ground: CountyGround): Driver[] {
  const { county, catalogue, plan } = ground
  const drivers = new Map(
    county.vehicles.map((vehicle): [string, Driver] => [
      vehicle.id,
      { id: vehicle.id, vehicle, roadFen: 0, served: new Map() },
    ]),
  )
  const { stops, tours } = toursOf(ground)
  const settlements = new Map(stops.map((s) => [s.id, s.settlement]))
  for (const tour of tours) {
    const driver = drivers.get(tour.vehicle)
    if (!driver?.vehicle) continue
    driver.roadFen += dayFenOf(driver.vehicle, tour.metres, county)
    const aboard = servicesAboard(driver.vehicle, catalogue)
    for (const { stop, services, personTimes } of tour.visits)
      addServed(
        driver,
        settlements.get(stop) ?? '',
        services.length > 0 ? services : aboard,
        personTimes,
      )
  }
  // A bus line runs anyway: it has no money to lay to those on it.
  for (const ride of plan?.rides ?? []) if (ride.by !== 'bus') addRide(drivers, ride, ground)
  for (const driver of drivers.values())
    if (driver.served.size === 0 && driver.vehicle)
      addServed(driver, driver.vehicle.depot, servicesAboard(driver.vehicle, catalogue), 0)
  return [...drivers.values()].sort((a, b) => compareText(a.id, b.id))
}

/** Person-times of a visit are laid to its services in equal parts: nobody writes down which. */
function addServed(
  { served }: Driver,
  settlement: string,
  services: readonly string[],
  personTimes: number,
): void {
  for (const service of services) {
    const key = `${settlement}\t${service}`
    served.set(key, (served.get(key) ?? 0) + personTimes / services.length)
  }
}

function addRide(drivers: Map<string, Driver>, ride: Ride, { county }: CountyGround): void {
  const id = ride.vehicle ?? ''
  const driver = drivers.get(id) ?? { id, vehicle: null, roadFen: 0, served: new Map() }
  drivers.set(id, driver)
  const { by, metres, dates, people, pickups, services } = ride
  driver.roadFen += rideFenOf({ by, metres, vehicle: driver.vehicle }, county) * dates.length
  const homes = pickups.flatMap((p) => p.riders.map((r) => r.settlement))
  for (const home of homes)
    addServed(driver, home, services, (people * dates.length) / homes.length)
}
