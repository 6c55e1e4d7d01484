import { longestGap } from '../access/gaps.ts'
import { type FindOpportunities, opportunitiesIn } from '../access/opportunity.ts'
import type { Offer, Supply } from '../access/supply.ts'
import { supplyOfPlan } from '../access/supply-of-plan.ts'
import type { PlainDate } from '../kernel/calendar.ts'
import { byText, compareText } from '../kernel/order.ts'
import type { Assignment, Plan } from '../plan/plan.ts'
import type { Draft } from './draft.ts'
import { mayServe, type NeedCell, type PlanGround } from './plan-ground.ts'
import type { PlannedStop } from './planned-stops.ts'
import { roadReader } from './road-reader.ts'
import { chosenLines, steeredLines } from './steered-lines.ts'

/** Doorstep lines of a draft: they make the offers that are measured, so they come before the others. */
export const doorstepLines = (ground: PlanGround, draft: Draft): Assignment[] =>
  draft.doorstep.map(({ cell, facility, seconds, calls }) => ({
    settlement: cell.settlement.id,
    service: cell.scoped.service.id,
    mode: 'doorstep',
    place: facility,
    people: cell.steered,
    seconds,
    opportunities: calls,
    longestGapDays: Math.ceil(ground.horizonDays / calls),
  }))

/**
 * How everybody is reached: one line by the nearest site where sites meet the need, else a line for each stop or
 * doorstep service decided on, on the real calendar. `missed` are cells with a shortage; those may go without a line.
 */
export function writeAssignments(ground: PlanGround, draft: Draft, plan: Plan): Assignment[] {
  const doorstep = doorstepLines(ground, draft)
  const mobile = [...doorstep, ...vehicleLines(ground, draft), ...rideLines(ground, draft)]
  const has = new Set(mobile.map((a) => `${a.settlement} ${a.service}`))
  const supply = supplyOfPlan(ground.county, ground.catalogue, plan)
  const find = opportunitiesIn(supply, ground.travel.base, ground.horizonDays)
  const station = nearestStation(ground, supply)
  const chosen = chosenLines(
    { county: ground.county, travel: ground.travel.base },
    supply,
    ground.cells.map(({ settlement, scoped, people }) => ({
      settlement: settlement.id,
      service: scoped.service,
      people,
    })),
  )
  const bySite = ground.cells.filter(
    (cell) => !has.has(`${cell.settlement.id} ${cell.scoped.service.id}`),
  )
  const steered = steeredLines(ground, bySite, { supply, chosen, find })
  const fixed = bySite.flatMap((cell) => {
    const site = steered.get(cell) ?? nearestSite(ground, cell, find)
    const seconds = site[0]?.seconds ?? Number.POSITIVE_INFINITY
    if (seconds <= cell.limits.fixedSeconds) return site
    const remote = station(cell)
    return remote !== null && remote.seconds < seconds ? [remote] : site
  })
  return [...mobile, ...fixed, ...chosen].sort(byText(lineKey))
}

/** Order of the lines of a plan. */
export const lineKey = (a: Assignment): string =>
  `${a.settlement} ${a.service} ${a.mode} ${a.place}${a.chosen ? ' chosen' : ''}`

/** The nearest site by road, whatever border lies between; beyond the limit too, as people who go go there. */
export function nearestSite(
  ground: PlanGround,
  cell: NeedCell,
  find: FindOpportunities,
): Assignment[] {
  const anyDistance = { ...cell.limits, fixedSeconds: Number.POSITIVE_INFINITY }
  const found = find(cell.settlement.id, cell.scoped.service.id, anyDistance).fixed
  const own = found.filter((f) =>
    mayServe(
      ground,
      ground.facilities.get(f.offer.place)?.division ?? '',
      cell.settlement.division,
    ),
  )
  const best = own[0] ?? found[0]
  if (best === undefined) return []
  return [
    {
      settlement: cell.settlement.id,
      service: cell.scoped.service.id,
      mode: 'fixed',
      place: best.offer.place,
      people: cell.steered,
      seconds: best.seconds,
      opportunities: null,
      longestGapDays: null,
    },
  ]
}

/** Where no site within the limit gives the service on the spot: the nearest station of a remote or agent channel. */
function nearestStation(ground: PlanGround, supply: Supply): (cell: NeedCell) => Assignment | null {
  const read = roadReader(ground.travel.base.resident)
  const stations = new Map<string, Offer[]>()
  for (const offer of supply.offers)
    if (offer.mode === 'remote' || offer.mode === 'agent')
      stations.set(offer.service, [...(stations.get(offer.service) ?? []), offer])
  return ({ settlement, scoped, steered }) => {
    const [best] = (stations.get(scoped.service.id) ?? [])
      .map((offer) => ({ offer, seconds: read.seconds(settlement.id, offer.place) }))
      .filter(({ seconds }) => seconds >= 0)
      .sort((a, b) => a.seconds - b.seconds || compareText(a.offer.place, b.offer.place))
    if (best === undefined) return null
    return {
      settlement: settlement.id,
      service: scoped.service.id,
      mode: best.offer.mode,
      place: best.offer.place,
      people: steered,
      seconds: best.seconds,
      opportunities: null,
      longestGapDays: null,
    }
  }
}

/** A line for each ride and cell; rows of one run on other roads in other seasons carry the same people. */
function rideLines(ground: PlanGround, draft: Draft): Assignment[] {
  const rides = new Map(draft.rides.map((r) => [r.id, r]))
  return draft.riding.map(({ cell, ride, share, seconds }): Assignment => {
    const { dates } = rides.get(ride)!
    return {
      settlement: cell.settlement.id,
      service: cell.scoped.service.id,
      mode: 'ride',
      place: ride,
      people: cell.steered * share,
      seconds,
      opportunities: dates.length,
      longestGapDays: longestGap(dates, ground.horizonDays),
    }
  })
}

/** Dates of visits by stop id and service, ascending. */
function datesOfVisits(draft: Draft): Map<string, PlainDate[]> {
  const dates = new Map<string, Set<PlainDate>>()
  for (const tour of draft.tours)
    for (const { stop, services } of tour.visits)
      for (const service of services) {
        const key = `${stop} ${service}`
        dates.set(key, (dates.get(key) ?? new Set<PlainDate>()).add(tour.date))
      }
  return new Map([...dates].map(([key, set]) => [key, [...set].sort()]))
}

function vehicleLines(ground: PlanGround, draft: Draft): Assignment[] {
  const dates = datesOfVisits(draft)
  return draft.stops.flatMap((planned: PlannedStop) => {
    const walk = new Map(planned.stop.serves.map((s) => [s.settlement, s.walkSeconds]))
    return planned.cells.flatMap((cell): Assignment[] => {
      const own = dates.get(`${planned.stop.id} ${cell.scoped.service.id}`)
      if (own === undefined) return []
      return [
        {
          settlement: cell.settlement.id,
          service: cell.scoped.service.id,
          mode: 'vehicle',
          place: planned.stop.id,
          people: cell.steered * planned.share,
          seconds: walk.get(cell.settlement.id) ?? 0,
          opportunities: own.length,
          longestGapDays: longestGap(own, ground.horizonDays),
        },
      ]
    })
  })
}
