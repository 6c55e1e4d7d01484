import { dayNumber } from '../kernel/calendar.ts'
import { byText } from '../kernel/order.ts'
import type { County } from '../plan/county.ts'
import { placesIn, secondsAt } from '../travel/read-table.ts'
import type { CountyTravel } from '../travel/travel-table.ts'
import {
  type Catchment,
  enhancedTwoStep,
  modifiedTwoStep,
  threeStep,
  twoStep,
} from './catchment.ts'
import { type Decay, gaussianTo } from './decay.ts'
import { competitiveGravity } from './gravity.ts'
import { linksOf } from './links.ts'
import type { Cell } from './measurement.ts'
import { type Provider, timeExpandedCatchment, timelyCatchment } from './mobile-catchment.ts'
import { raam } from './raam.ts'
import type { Offer, Supply } from './supply.ts'
import type { WaitDecay } from './waiting.ts'

export interface ServiceCatchmentInput {
  county: County
  travel: CountyTravel
  supply: Supply
  /** Cells of one measurement; those of `service` are used, with people entitled as demand. */
  cells: readonly Cell[]
  service: string
  /** How far people go to a site, and walk to a stop. Minutes. */
  maxMinutes: number
  maxWalkMinutes: number
  wait: WaitDecay
  /** How exactly RAAM's equilibrium is found; the gap reached is given back as its certificate. */
  equilibrium?: { gap: number; sweeps: number }
}

/** All indices of one service, one row per settlement. Access is services a year per person entitled; `raam` is a cost: lower is better. */
export interface ServiceCatchment {
  service: string
  rows: {
    settlement: string
    people: number
    twoStep: number
    enhanced: number
    threeStep: number
    modified: number
    gravity: number
    raam: number
    timely: number
    timeExpanded: number
  }[]
  /** Places of supply whose yearly capacity is not known and was taken as `assumedCapacityYear`. */
  assumedCapacity: string[]
  assumedCapacityYear: number
  /** Yearly services by vehicle that come too late to count. */
  lateSupply: number
  /** Certificate of the RAAM equilibrium. */
  raamGap: number
}

/** A provider of unknown capacity counts as this many services a year: only comparisons of places hold then, not levels. */
export const assumedCapacityYear = 1000

const exact = { gap: 1e-6, sweeps: 500 }

/** Computes every floating-catchment index of one service with today's or a plan's supply. */
export function serviceCatchment(input: ServiceCatchmentInput): ServiceCatchment {
  const { cells, service, supply, county } = input
  const own = cells.filter((c) => c.service === service).sort(byText((x) => x.settlement))
  const offers = supply.offers.filter(
    (o) => o.service === service && (o.mode === 'fixed' || o.mode === 'vehicle'),
  )
  const start = dayNumber(county.settings.horizon.from)
  const horizonDays = dayNumber(county.settings.horizon.to) - start + 1
  const providers = offers.map(
    (o): Provider => ({
      supplyYear: o.capacityYear ?? assumedCapacityYear,
      days: o.dates?.map((d) => dayNumber(d) - start) ?? null,
    }),
  )
  const demand = own.map((c) => c.people)
  const capacity = providers.map((p) => p.supplyYear)
  const links = linksTo(own, offers, input)
  const common = { demand, supply: capacity, links, maxCost: input.maxMinutes }
  const decay: Decay = gaussianTo(input.maxMinutes)
  const mobile = {
    demand,
    providers,
    links,
    horizonDays,
    wait: input.wait,
    maxCost: input.maxMinutes,
  }
  const timely = timelyCatchment({ ...mobile, decay })
  const equilibrium = raam({ demand, supply: capacity, links }, input.equilibrium ?? exact)
  const of = {
    twoStep: twoStep(common),
    enhanced: enhancedTwoStep({ ...common, decay }),
    threeStep: threeStep({ ...common, decay }),
    modified: modifiedTwoStep({ ...common, decay }),
    timely,
    timeExpanded: timeExpandedCatchment({ ...mobile, decay }),
  } satisfies Record<string, Catchment>
  const gravity = competitiveGravity({ ...common, decay: (c) => Math.exp(-c / 30) })
  return {
    service,
    rows: own.map(({ settlement, people }, i) => ({
      settlement,
      people,
      twoStep: of.twoStep.access[i]!,
      enhanced: of.enhanced.access[i]!,
      threeStep: of.threeStep.access[i]!,
      modified: of.modified.access[i]!,
      gravity: gravity[i]!,
      raam: equilibrium.cost[i]!,
      timely: of.timely.access[i]!,
      timeExpanded: of.timeExpanded.access[i]!,
    })),
    assumedCapacity: offers.filter((o) => o.capacityYear === null).map((o) => o.place),
    assumedCapacityYear,
    lateSupply: timely.lateSupply,
    raamGap: equilibrium.gap,
  }
}

/** Ways in minutes: by usual means to sites, on foot to stops. A stop in one's own settlement is no way at all. */
function linksTo(
  cells: readonly Cell[],
  offers: readonly Offer[],
  { travel, maxMinutes, maxWalkMinutes }: ServiceCatchmentInput,
) {
  const { resident, walkToStops: walk } = travel
  const rows = placesIn(resident.from)
  const walkRows = placesIn(walk.from)
  const columns = placesIn(resident.to)
  const sites = offers.flatMap((o, to) => {
    const column = o.mode === 'fixed' ? columns.get(o.place) : undefined
    return column === undefined ? [] : [{ to, column }]
  })
  const stops = new Map<string, number[]>()
  offers.forEach((o, to) => {
    if (o.mode === 'vehicle') stops.set(o.place, [...(stops.get(o.place) ?? []), to])
  })
  const pairs: { from: number; to: number; cost: number }[] = []
  cells.forEach(({ settlement }, from) => {
    const row = rows.get(settlement)
    for (const { to, column } of row === undefined ? [] : sites) {
      const seconds = secondsAt(resident, row!, column)
      if (seconds >= 0 && seconds <= maxMinutes * 60) pairs.push({ from, to, cost: seconds / 60 })
    }
    for (const to of stops.get(settlement) ?? []) pairs.push({ from, to, cost: 0 })
    const walkRow = walkRows.get(settlement)
    if (walkRow === undefined) return
    for (let k = walk.offsets[walkRow]!; k < walk.offsets[walkRow + 1]!; k++) {
      const stop = walk.to[walk.target[k]!]!
      if (stop === settlement || walk.seconds[k]! > maxWalkMinutes * 60) continue
      for (const to of stops.get(stop) ?? []) pairs.push({ from, to, cost: walk.seconds[k]! / 60 })
    }
  })
  return linksOf(cells.length, offers.length, pairs)
}
