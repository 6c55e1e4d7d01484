import { agePyramid, peopleByAge } from '../catalogue/ages.ts'
import { prevalence } from '../catalogue/prevalence.ts'
import type { Service } from '../catalogue/service.ts'
import { compareText } from '../kernel/order.ts'
import { UNREACHABLE } from '../kernel/units.ts'
import type { County } from '../plan/county.ts'
import type { Settlement } from '../territory/settlement.ts'
import { placesIn, secondsAt } from '../travel/read-table.ts'
import type { CountyTravel } from '../travel/travel-table.ts'
import { type BeyondLimit, beyondLimit, type LastMile, lastMiles } from './last-mile.ts'
import { limitsOf } from './limits.ts'
import type { Supply } from './supply.ts'

/** From this age people are taken to walk badly where nothing else is known; `assumptions.limitedMobilityAge` changes it. */
const assumedLimitedAge = 80

/** How many residents of a settlement are of an age at which people are taken to walk badly. */
export function limitedMobilityIn(county: County): (settlement: Settlement) => number {
  const { assumptions } = county.settings
  const from = assumptions.limitedMobilityAge ?? assumedLimitedAge
  const pyramid = agePyramid(prevalence(assumptions))
  return ({ permanent }) =>
    peopleByAge(permanent, pyramid)
      .subarray(from)
      .reduce((a, b) => a + b, 0)
}

export interface CountyLastMile {
  service: string
  limitMinutes: number
  miles: LastMile[]
  beyond: BeyondLimit[]
}

/** The last mile of one service under a supply: walks to its stops and sites, and what helps those beyond the limit. */
export function countyLastMile(
  county: County,
  travel: CountyTravel,
  supply: Supply,
  service: Service,
  limitMinutes = limitsOf([], county.settings.assumptions).walkSeconds / 60,
): CountyLastMile {
  const offers = supply.offers.filter((o) => o.service === service.id)
  const placesOf = (mode: string) =>
    new Set(offers.filter((o) => o.mode === mode).map((o) => o.place))
  const input = {
    settlements: county.settlements,
    stops: placesOf('vehicle'),
    sites: placesOf('fixed'),
    walkToStops: travel.walkToStops,
    walkToFacilities: travel.walkToFacilities,
    limitMinutes,
    limitedAt: limitedMobilityIn(county),
    doorstepPlanned: new Set(offers.flatMap((o) => o.settlement ?? [])),
    doorstepFrom: doorstepStaff(county, travel, supply, service),
  }
  return { service: service.id, limitMinutes, miles: lastMiles(input), beyond: beyondLimit(input) }
}

/** The nearest open building of a kind that may send staff for the service, within the doorstep limit. */
function doorstepStaff(
  county: County,
  { resident }: CountyTravel,
  supply: Supply,
  service: Service,
): (settlement: string) => { facility: string; minutes: number } | null {
  const kinds = service.channels.flatMap((c) => (c.mode === 'doorstep' ? [c.kind] : []))
  const sites = new Set(supply.sites.filter((s) => kinds.includes(s.kind)).map((s) => s.facility))
  const columns = resident.to.flatMap((id, k) => (sites.has(id) ? [k] : []))
  const rows = placesIn(resident.from)
  const limit = limitsOf([], county.settings.assumptions).doorstepSeconds
  return (settlement) => {
    const row = rows.get(settlement)
    if (row === undefined) return null
    const ways = columns
      .map((k) => ({ facility: resident.to[k]!, seconds: secondsAt(resident, row, k) }))
      .filter((w) => w.seconds !== UNREACHABLE && w.seconds <= limit)
      .sort((a, b) => a.seconds - b.seconds || compareText(a.facility, b.facility))
    const best = ways[0]
    return best === undefined ? null : { facility: best.facility, minutes: best.seconds / 60 }
  }
}
