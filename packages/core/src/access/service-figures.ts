import type { Floor } from '../catalogue/standard.ts'
import { placesIn, secondsAt } from '../travel/read-table.ts'
import type { CountyGround } from './county-ground.ts'
import { limitsOf } from './limits.ts'
import { kept, nearestByService } from './nearest-sites.ts'
import { type ServiceCatchment, serviceCatchment } from './service-catchment.ts'
import { type Spread, spreadOf } from './spread.ts'
import type { WaitDecay } from './waiting.ts'

/** The floating-catchment indices that are summarised, in the order in which reports show them. */
const catchmentIndices = [
  'enhanced',
  'timely',
  'timeExpanded',
  'twoStep',
  'threeStep',
  'modified',
  'gravity',
  'raam',
] as const
export type CatchmentIndex = (typeof catchmentIndices)[number]

/** Access to one service: services a year per person entitled, each index with its spread. `raam` is a cost. */
export interface ServiceAccess {
  service: string
  people: number
  /** How far people go, and whether a floor says so or it is assumed. Minutes. */
  maxMinutes: number
  maxWalkMinutes: number
  limitFrom: 'floor' | 'assumed'
  /** A need keeps this many days for a visit. */
  waitDays: number
  waitFrom: 'floor' | 'assumed'
  indices: Record<CatchmentIndex, Spread>
  /** Places whose yearly capacity is not known, taken as `assumedCapacityYear`: levels do not hold then, comparisons do. */
  assumedCapacity: string[]
  assumedCapacityYear: number
  /** Yearly services by vehicle that come too late to count. */
  lateSupply: number
  raamGap: number
}

/** A need keeps for a month where no floor says how far apart visits may be. */
const assumedWaitDays = 30

/** A thousandth of the total cost is finer than any figure shown. */
const enough = { gap: 1e-3, sweeps: 100 }

/** How long a need keeps for a visit: the longest gap allowed, else the even gap of the visits wanted, else a month. */
function waitOf(floors: readonly Floor[]): { days: number; from: 'floor' | 'assumed' } {
  const value = (metric: Floor['metric']) => floors.find((f) => f.metric === metric)?.value
  const gap = value('maxGapDays')
  if (gap !== undefined) return { days: gap, from: 'floor' }
  const visits = value('minVisitsPerVillageYear') ?? value('minServicesPerPersonYear')
  if (visits !== undefined && visits > 0) return { days: 365 / visits, from: 'floor' }
  return { days: assumedWaitDays, from: 'assumed' }
}

/**
 * Access to the services that most people are entitled to, at most `most` of those with a site or a visit at all. RAAM's
 * equilibrium and the time-expanded index take most of the time.
 */
export function serviceAccess(ground: CountyGround, most: number): ServiceAccess[] {
  const { county, travel, supply, measurement, services } = ground
  const supplied = new Set(
    supply.offers.flatMap((o) => (o.mode === 'fixed' || o.mode === 'vehicle' ? [o.service] : [])),
  )
  return services
    .filter(({ service }) => supplied.has(service.id))
    .slice(0, most)
    .map(({ service, people, floors }) => {
      const limits = limitsOf(floors, county.settings.assumptions)
      const wait = waitOf(floors)
      const maxMinutes = limits.fixedSeconds / 60
      const maxWalkMinutes = limits.walkSeconds / 60
      const decay: WaitDecay = { form: 'step', days: wait.days }
      const found = serviceCatchment({
        county,
        travel: travel.base,
        supply,
        cells: measurement.cells,
        service: service.id,
        maxMinutes,
        maxWalkMinutes,
        wait: decay,
        equilibrium: enough,
      })
      return {
        service: service.id,
        people,
        maxMinutes,
        maxWalkMinutes,
        limitFrom: floors.some((f) => f.metric === 'maxTravelMin') ? 'floor' : 'assumed',
        waitDays: wait.days,
        waitFrom: wait.from,
        indices: spreads(found, ground),
        assumedCapacity: [...new Set(found.assumedCapacity)].sort(),
        assumedCapacityYear: found.assumedCapacityYear,
        lateSupply: found.lateSupply,
        raamGap: found.raamGap,
      }
    })
}

function spreads({ rows }: ServiceCatchment, { at }: CountyGround): Record<CatchmentIndex, Spread> {
  const of = (index: CatchmentIndex): Spread =>
    spreadOf(
      rows.map((r) => ({
        settlement: r.settlement,
        people: r.people,
        value: Number.isNaN(r[index]) ? null : r[index],
      })),
      index === 'raam' ? 'high' : 'low',
      at,
    )
  return {
    enhanced: of('enhanced'),
    timely: of('timely'),
    timeExpanded: of('timeExpanded'),
    twoStep: of('twoStep'),
    threeStep: of('threeStep'),
    modified: of('modified'),
    gravity: of('gravity'),
    raam: of('raam'),
  }
}

/** Minutes to the nearest fixed site of a service, by usual means, whatever the limit. */
export interface TravelEquity {
  service: string
  minutes: Spread
}

/** The way to the nearest site of every service in scope that has one, over people entitled. */
export function travelEquity(ground: CountyGround): TravelEquity[] {
  const { resident } = ground.travel.base
  const nearest = nearestByService(resident, ground.supply.offers)
  const rows = placesIn(resident.from)
  return ground.services.flatMap(({ service }) => {
    const columns = nearest.get(service.id)?.columns
    if (columns === undefined) return []
    const values = ground.measurement.cells
      .filter((c) => c.service === service.id)
      .map(({ settlement, people }) => {
        const row = rows.get(settlement)
        const column = row === undefined ? -1 : columns[row * kept]!
        const value = column < 0 ? null : secondsAt(resident, row!, column) / 60
        return { settlement, people, value }
      })
    return [{ service: service.id, minutes: spreadOf(values, 'high', ground.at) }]
  })
}
