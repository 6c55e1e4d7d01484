import { costedSite } from '../access/costed-tours.ts'
import { type CostedPlace, type CostPrices, costRatio } from '../access/unit-cost.ts'
import type { County, CountyInput } from '../plan/county.ts'
import { demoYear } from './demo-year.ts'
import { type ReferenceTour, referenceRules, referenceTours } from './reference-tours.ts'

/** Consultations a year of each resident at the clinics of the county seat, and the minutes each takes. */
const seatVisitsYear = 6
const seatMinutes = 8

interface PlantedCosts {
  places: CostedPlace[]
  prices: CostPrices
}

/** Consultations as they cost in the county seat's clinics and on the reference rounds to remote villages. */
export const plantedCosts = (input: CountyInput): PlantedCosts =>
  placesOf(input.county, referenceTours(input, demoYear))

function placesOf(county: County, tours: readonly ReferenceTour[]): PlantedCosts {
  const { prices } = county.settings
  const rounds = tours.flatMap((tour) =>
    tour.visits.map(
      ({ settlement, ...visit }): CostedPlace => ({
        place: settlement,
        where: 'remote',
        visits: Array.from({ length: referenceRules.visitsYear }, () => visit),
      }),
    ),
  )
  const people = peopleByDivision(county)
  const seat = seatClinics(county).map((f) =>
    costedSite(f, 'seat', seatVisitsYear * (people.get(f.division) ?? 0), seatMinutes),
  )
  return {
    places: [...seat, ...rounds],
    prices: { staffHourFen: prices.staffHourFen, perKmFen: prices.fuelPerKmFen },
  }
}

/** Clinics of the communities in streets. */
const seatClinics = (county: County) =>
  county.facilities.filter(
    (f) => f.kind === 'villageClinic' && f.state === 'open' && Number(f.division.slice(6, 9)) < 100,
  )

function peopleByDivision(county: County): Map<string, number> {
  const people = new Map<string, number>()
  for (const s of county.settlements) {
    people.set(s.division, (people.get(s.division) ?? 0) + s.permanent.total)
  }
  return people
}

/**
 * The county with running costs of the seat's clinics such that a consultation in remote villages costs `ratio` times
 * as much as there.
 */
export function withSeatCosts(input: CountyInput, ratio: number): CountyInput {
  const { county } = input
  const { places, prices } = placesOf(county, referenceTours(input, demoYear))
  const found = costRatio(places, prices)
  if (found === null) return input
  const perPerson = found.remote.total / ratio
  const people = peopleByDivision(county)
  const seat = new Set(seatClinics(county).map((f) => f.id))
  const facilities = county.facilities.map((f) => {
    if (!seat.has(f.id)) return f
    const personTimes = seatVisitsYear * (people.get(f.division) ?? 0)
    const rest = perPerson * personTimes - f.staffHoursYear * prices.staffHourFen
    return { ...f, yearCostFen: Math.max(0, Math.round(rest)) }
  })
  return { ...input, county: { ...county, facilities } }
}
