import { byText } from '../kernel/order.ts'
/**
 * One visit, session or year of a site with the means it used. Staff hours are those paid; they are split over serving,
 * driving and idling in proportion to the seconds of each.
 */
export interface CostedVisit {
  /** Serving people, setting up included. */
  serviceSeconds: number
  driveSeconds: number
  /** Present without anybody to serve, or waiting. */
  idleSeconds: number
  metres: number
  crewHours: number
  personTimes: number
  /** Stock, depreciation and running cost of this visit, fen. */
  otherFen?: number
}

export interface CostedPlace {
  place: string
  where: 'seat' | 'near' | 'remote'
  visits: readonly CostedVisit[]
}

export interface CostPrices {
  staffHourFen: number
  perKmFen: number
}

/** Fen per person-time, or in all: what people's service, the way there, and idling cost. They add to `total`. */
export interface CostParts {
  service: number
  travel: number
  idle: number
  total: number
}

export interface PlaceCost {
  place: string
  where: CostedPlace['where']
  personTimes: number
  /** Of all its visits, fen. */
  spent: CostParts
  /** Per person-time; null where nobody was served. */
  unit: CostParts | null
  /** Unit cost over that of the seat; null where either is unknown. */
  ratioToSeat: number | null
}

function costOf(visit: CostedVisit, prices: CostPrices): CostParts {
  const seconds = visit.serviceSeconds + visit.driveSeconds + visit.idleSeconds
  const staff = visit.crewHours * prices.staffHourFen
  const share = (part: number) => (seconds > 0 ? (staff * part) / seconds : 0)
  // Paid hours without any time recorded were spent idle.
  const idle = seconds > 0 ? share(visit.idleSeconds) : staff
  const service = share(visit.serviceSeconds) + (visit.otherFen ?? 0)
  const travel = share(visit.driveSeconds) + (visit.metres / 1000) * prices.perKmFen
  return { service, travel, idle, total: service + travel + idle }
}

const plus = (a: CostParts, b: CostParts): CostParts => ({
  service: a.service + b.service,
  travel: a.travel + b.travel,
  idle: a.idle + b.idle,
  total: a.total + b.total,
})

const perPerson = (spent: CostParts, personTimes: number): CostParts | null =>
  personTimes > 0
    ? {
        service: spent.service / personTimes,
        travel: spent.travel / personTimes,
        idle: spent.idle / personTimes,
        total: spent.total / personTimes,
      }
    : null

function totalOf(visits: readonly CostedVisit[], prices: CostPrices) {
  const none: CostParts = { service: 0, travel: 0, idle: 0, total: 0 }
  return {
    spent: visits.reduce((sum, v) => plus(sum, costOf(v, prices)), none),
    personTimes: visits.reduce((sum, v) => sum + v.personTimes, 0),
  }
}

const visitsWhere = (places: readonly CostedPlace[], where: CostedPlace['where']) =>
  places.filter((p) => p.where === where).flatMap((p) => p.visits)

/** Cost per person-time of each place, and its ratio to the seat's; ordered by place. */
export function unitCosts(places: readonly CostedPlace[], prices: CostPrices): PlaceCost[] {
  const atSeat = totalOf(visitsWhere(places, 'seat'), prices)
  const seat = perPerson(atSeat.spent, atSeat.personTimes)
  return [...places].sort(byText((x) => x.place)).map(({ place, where, visits }) => {
    const { spent, personTimes } = totalOf(visits, prices)
    const unit = perPerson(spent, personTimes)
    const ratioToSeat = unit && seat && seat.total > 0 ? unit.total / seat.total : null
    return { place, where, personTimes, spent, unit, ratioToSeat }
  })
}

/**
 * Why a person-time costs more out there: unit cost of remote places over the seat's, and the excess split exactly,
 * ratio − 1 = dispersion + travel + idle, each in units of the seat's cost.
 * Dispersion: more serving cost per person, because a set-up and its stock serve fewer.
 */
export interface CostRatio {
  seat: CostParts
  remote: CostParts
  ratio: number
  dispersion: number
  travel: number
  idle: number
}

/** Null where the seat or the remote places served nobody, or the seat cost nothing. */
export function costRatio(places: readonly CostedPlace[], prices: CostPrices): CostRatio | null {
  const of = (where: CostedPlace['where']) => {
    const { spent, personTimes } = totalOf(visitsWhere(places, where), prices)
    return perPerson(spent, personTimes)
  }
  const [seat, remote] = [of('seat'), of('remote')]
  if (seat === null || remote === null || !(seat.total > 0)) return null
  return {
    seat,
    remote,
    ratio: remote.total / seat.total,
    dispersion: (remote.service - seat.service) / seat.total,
    travel: (remote.travel - seat.travel) / seat.total,
    idle: (remote.idle - seat.idle) / seat.total,
  }
}
