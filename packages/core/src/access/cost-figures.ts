import type { FacilityKind, Service, VehicleKind } from '../catalogue/service.ts'
import { compareText } from '../kernel/order.ts'
import { assumedMinutesPerPerson } from '../plan/visit-load.ts'
import { townshipOf } from '../territory/division.ts'
import { costedSite, costedTours } from './costed-tours.ts'
import type { CountyGround } from './county-ground.ts'
import { toursOfToday } from './tours-today.ts'
import {
  type CostPrices,
  type CostRatio,
  costRatio,
  type PlaceCost,
  unitCosts,
} from './unit-cost.ts'
import { servicesAboard } from './vehicle-offers.ts'

/** Person-times a year of a resident at a site of the seat where nothing says how many; `assumptions.siteTimesPerPersonYear`. */
const assumedSiteTimesPerPersonYear = 6

/** What a person-time costs where one kind of vehicle goes, against sites of the county seat that give the same service. */
export interface UnitCostFigures {
  kind: VehicleKind
  /** The service compared: of those aboard with a site at the seat, the one most people are entitled to. */
  service: string
  siteKind: FacilityKind
  seatSites: number
  /** Seat sites and stops, in the order of ids. */
  places: PlaceCost[]
  /** Null where the seat or the remote places served nobody. */
  ratio: CostRatio | null
  prices: CostPrices
  /** Assumed, or set in `assumptions`: how often people come to a site, and minutes each takes there. */
  siteTimesPerPersonYear: number
  siteTimesFrom: 'floor' | 'assumed'
  minutesPerPerson: number
}

/**
 * Cost per person-time by place, a figure for each kind of vehicle that is out at all: stops in remote villages against
 * sites at the seat. A site bears all that it costs a year; its hours beyond those that serve people are idle.
 */
export function unitCostFigures(ground: CountyGround): UnitCostFigures[] {
  const { county, travel, plan } = ground
  const tours = plan ?? toursOfToday(ground)
  const kindOf = new Map(county.vehicles.map((v) => [v.id, v.kind]))
  const kinds = [...new Set(tours.tours.map((t) => kindOf.get(t.vehicle)))]
  const whereOf = (settlement: string) => (ground.remote.has(settlement) ? 'remote' : 'near')
  const { staffHourFen, fuelPerKmFen } = county.settings.prices
  return kinds
    .filter((kind) => kind !== undefined)
    .sort()
    .flatMap((kind): UnitCostFigures[] => {
      const seat = seatSitesFor(kind, ground)
      if (seat === null) return []
      const own = tours.tours.filter((t) => kindOf.get(t.vehicle) === kind)
      const stops = costedTours(county, { stops: tours.stops, tours: own }, travel.base, whereOf)
      const priced = county.vehicles.filter((v) => v.kind === kind)
      const perKmFen =
        priced.reduce((sum, v) => sum + (v.costPerKmFen || fuelPerKmFen), 0) / priced.length
      const prices = { staffHourFen, perKmFen }
      const places = [...seat.places, ...stops]
      return [
        {
          kind,
          service: seat.service,
          siteKind: seat.siteKind,
          seatSites: seat.places.length,
          places: unitCosts(places, prices),
          ratio: costRatio(places, prices),
          prices,
          siteTimesPerPersonYear: seat.times,
          siteTimesFrom: seat.timesFrom,
          minutesPerPerson: seat.minutes,
        },
      ]
    })
}

/** Townships of the seat: subdistricts (codes 001 to 099 by the statistical rule) and that of the county hospital. */
function seatTownships({ county }: CountyGround): (division: string) => boolean {
  const hospital = new Set(
    county.facilities.flatMap((f) =>
      f.kind === 'countyHospital' && f.state === 'open' ? [townshipOf(f.division)] : [],
    ),
  )
  return (division) => {
    const digits = division.slice(6, 9)
    const subdistrict = digits.length === 3 && digits > '000' && digits < '100'
    return division !== '' && (subdistrict || hospital.has(townshipOf(division)))
  }
}

/** Sites at the seat of the commonest kind that gives a service this kind of vehicle brings. */
function seatSitesFor(kind: VehicleKind, ground: CountyGround) {
  const { county, catalogue, services, supply } = ground
  const atSeat = seatTownships(ground)
  const aboard = new Set(
    county.vehicles.filter((v) => v.kind === kind).flatMap((v) => servicesAboard(v, catalogue)),
  )
  for (const { service } of services) {
    if (!aboard.has(service.id)) continue
    const giving = new Set(
      supply.offers.flatMap((o) =>
        o.mode === 'fixed' && o.service === service.id ? [o.place] : [],
      ),
    )
    const sites = supply.sites.filter((s) => giving.has(s.facility) && atSeat(s.division))
    const siteKind = commonest(sites.map((s) => s.kind))
    if (siteKind === null || mainServiceOf(siteKind, services) !== service.id) continue
    const ofKind = sites.filter((s) => s.kind === siteKind)
    return { service: service.id, siteKind, ...costedSites(ofKind, service, siteKind, ground) }
  }
  return null
}

/** The service in scope of a kind of site that most people are entitled to: its costs are laid to no lesser one. */
const mainServiceOf = (kind: FacilityKind, services: CountyGround['services']) =>
  services.find((s) => s.fixedKinds.includes(kind))?.service.id

function commonest(kinds: readonly FacilityKind[]): FacilityKind | null {
  const count = new Map<FacilityKind, number>()
  for (const kind of kinds) count.set(kind, (count.get(kind) ?? 0) + 1)
  return [...count].sort(([a, m], [b, n]) => n - m || compareText(a, b))[0]?.[0] ?? null
}

/** Each site serves the people entitled of its own village; several sites of a village share them. */
function costedSites(
  sites: readonly { facility: string; division: string }[],
  service: Service,
  siteKind: FacilityKind,
  { county, measurement }: CountyGround,
) {
  const { assumptions } = county.settings
  const floor = measurement.floors.find(
    (f) => f.service === service.id && f.metric === 'minServicesPerPersonYear',
  )
  const times = floor?.value ?? assumptions.siteTimesPerPersonYear ?? assumedSiteTimesPerPersonYear
  const minutes =
    service.channels.find((c) => c.mode === 'fixed' && c.kind === siteKind)?.minutesPerPerson ??
    assumedMinutesPerPerson
  const village = new Map(county.settlements.map((s) => [s.id, s.division]))
  const people = new Map<string, number>()
  for (const cell of measurement.cells) {
    const division = village.get(cell.settlement) ?? ''
    if (cell.service === service.id) people.set(division, (people.get(division) ?? 0) + cell.people)
  }
  const facilities = new Map(county.facilities.map((f) => [f.id, f]))
  const places = sites.map(({ facility, division }) => {
    const sharing = sites.filter((s) => s.division === division).length
    const personTimes = (times * (people.get(division) ?? 0)) / sharing
    return costedSite(facilities.get(facility)!, 'seat', personTimes, minutes)
  })
  return { places, times, timesFrom: floor ? ('floor' as const) : ('assumed' as const), minutes }
}
