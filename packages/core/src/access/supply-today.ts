import type { Catalogue } from '../catalogue/catalogue.ts'
import { byText } from '../kernel/order.ts'
import type { County } from '../plan/county.ts'
import { visitDates } from '../plan/visit-dates.ts'
import { workdaysOf } from '../plan/workdays.ts'
import { siteOffers } from './site-offers.ts'
import type { Offer, Supply } from './supply.ts'
import { type DatedVisit, servicesAboard, vehicleOffers } from './vehicle-offers.ts'

/** A fixed order, so that the order of rows in a file never shows in a result. */
export const inOrder = (offers: readonly Offer[]): Offer[] =>
  offers
    .map((offer) => ({ offer, key: offerKey(offer) }))
    .sort(byText((x) => x.key))
    .map(({ offer }) => offer)

export const offerKey = (o: Offer): string =>
  `${o.service} ${o.mode} ${o.place} ${o.kind} ${o.settlement ?? ''}`

/** What there is today: open buildings, and the vans' present timetable laid out on working days of the horizon. */
export function supplyToday(county: County, catalogue: Catalogue): Supply {
  const open = county.facilities.filter((f) => f.state === 'open')
  const fixed = open.flatMap((facility) =>
    siteOffers(
      { facility, kind: facility.kind, services: facility.services },
      catalogue,
      county.settings,
    ),
  )
  return {
    offers: inOrder([
      ...fixed,
      ...vehicleOffers(timetableVisits(county, catalogue), county, catalogue),
    ]),
    sites: open.map((f) => ({ facility: f.id, kind: f.kind, division: f.division })),
  }
}

/** Today's timetable as dated visits. Lines of vehicles that don't exist give none; import has named them. */
function timetableVisits(county: County, catalogue: Catalogue): DatedVisit[] {
  const vehicles = new Map(county.vehicles.map((v) => [v.id, v]))
  const workdays = new Set(workdaysOf(county.settings))
  return county.baseline.timetable.flatMap((line) => {
    const vehicle = vehicles.get(line.vehicle)
    if (vehicle === undefined) return []
    const services = line.services.length > 0 ? line.services : servicesAboard(vehicle, catalogue)
    return visitDates(line.rule, county.settings, workdays).map((date) => ({
      settlement: line.settlement,
      kind: vehicle.kind,
      date,
      services,
      serviceSeconds: line.minutes * 60,
      stations: vehicle.stations,
    }))
  })
}
