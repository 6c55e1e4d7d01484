import { longestGap } from '../access/gaps.ts'
import { type FindOpportunities, indexOffers, opportunitiesOf } from '../access/opportunity.ts'
import { type Offer, type Supply, standingOffers } from '../access/supply.ts'
import type { PlainDate } from '../kernel/calendar.ts'
import { type Memory, newMemory, recall, steady } from '../kernel/memory.ts'
import { oncePer } from '../kernel/once-per.ts'
import { byText, compareText } from '../kernel/order.ts'
import type { Assignment } from '../plan/plan.ts'
import type { Draft } from './draft.ts'
import { cellsByKey, mayServe, type NeedCell, needKey, type PlanGround } from './plan-ground.ts'
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
 * doorstep service decided on, on the real calendar. `supply` is that of the plan alone. Lines that say the same as before
 * are the same objects, with a memory.
 */
export function writeAssignments(
  ground: PlanGround,
  draft: Draft,
  supply: Supply,
  memory: Memory = newMemory(),
): Assignment[] {
  const mobile = steady(
    memory,
    'mobile lines',
    [
      ...doorstepLines(ground, draft),
      ...vehicleLines(ground, draft),
      ...rideLines(ground, draft),
    ].map((row) => ({ key: lineKey(row), row })),
  )
  const cells = cellsByKey(ground)
  const byCell = new Map<NeedCell, Assignment[]>()
  const push = (line: Assignment) => {
    const cell = cells.get(needKey(line.settlement, line.service))!
    const own = byCell.get(cell) ?? []
    own.push(line)
    byCell.set(cell, own)
  }
  for (const line of mobile) push(line)
  const chosen = chosenUnder(ground, supply, memory)
  const atSites = ground.cells.filter((cell) => !byCell.has(cell))
  const bySite = siteLines(ground, atSites, { supply, chosen, memory })
  for (const line of chosen) push(line)
  return cellsInOrder(ground).flatMap((cell) => {
    const [site, other] = [bySite.get(cell), byCell.get(cell)]
    if (other === undefined) return site ?? []
    return [...(site ?? []), ...other].sort(byText(lineKey))
  })
}

/** In the order of their lines. */
const cellsInOrder = oncePer(({ cells }: PlanGround) =>
  [...cells].sort(byText((c) => `${needKey(c.settlement.id, c.scoped.service.id)} `)),
)

/** Lines of those who choose a site themselves: they hang on sites alone. */
const chosenUnder = (ground: PlanGround, supply: Supply, memory: Memory): Assignment[] =>
  recall(memory, 'chosen lines', standingOffers(supply), () =>
    chosenLines(
      { county: ground.county, travel: ground.travel.base },
      supply,
      ground.cells.map(({ settlement, scoped, people }) => ({
        settlement: settlement.id,
        service: scoped.service,
        people,
      })),
    ),
  )

/** Lines of cells that sites serve: steered where others choose, else to the nearest site or station. */
function siteLines(
  ground: PlanGround,
  cells: readonly NeedCell[],
  { supply, chosen, memory }: { supply: Supply; chosen: Assignment[]; memory: Memory },
): Map<NeedCell, readonly Assignment[]> {
  const index = indexOffers(supply, ground.travel.base, memory)
  const find = opportunitiesOf(index, ground.travel.base, ground.horizonDays)
  const steered = steeredLines(ground, cells, { supply, chosen, find })
  const station = nearestStation(ground, supply)
  const known = new Map<string, Map<NeedCell, readonly Assignment[]>>()
  const of = ({ service }: NeedCell['scoped']) => {
    const lines =
      known.get(service.id) ??
      recall(
        memory,
        `lines to sites ${service.id}`,
        [index.get(service.id)?.standing],
        () => new Map(),
      )
    known.set(service.id, lines)
    return lines
  }
  const found = new Map<NeedCell, readonly Assignment[]>()
  for (const cell of cells) {
    const own = steered.get(cell)
    if (own !== undefined) {
      found.set(cell, orStation(cell, own, station))
      continue
    }
    const lines = of(cell.scoped)
    const line = lines.get(cell) ?? orStation(cell, nearestSite(ground, cell, find), station)
    lines.set(cell, line)
    found.set(cell, line)
  }
  return found
}

/** By a station where that is nearer than a site beyond the limit. */
function orStation(
  cell: NeedCell,
  site: readonly Assignment[],
  station: (cell: NeedCell) => Assignment | null,
): readonly Assignment[] {
  const seconds = site[0]?.seconds ?? Number.POSITIVE_INFINITY
  if (seconds <= cell.limits.fixedSeconds) return site
  const remote = station(cell)
  return remote !== null && remote.seconds < seconds ? [remote] : site
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
  for (const offer of standingOffers(supply))
    if (offer.mode !== 'fixed')
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
