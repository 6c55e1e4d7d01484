import { choiceOf, type ProviderChoice } from '../catalogue/provider-choice.ts'
import type { Service } from '../catalogue/service.ts'
import { compareText } from '../kernel/order.ts'
import type { County } from '../plan/county.ts'
import { metresBetween } from '../territory/earth.ts'
import { placesIn, secondsAt } from '../travel/read-table.ts'
import type { CountyTravel } from '../travel/travel-table.ts'
import type { Supply } from './supply.ts'

/** Sites that one settlement weighs: the nearest. */
const weighed = 5

/** People of a settlement who choose a site by themselves. */
export interface Choosers {
  settlement: string
  service: string
  facility: string
  people: number
  seconds: number
}

/** People entitled to a service at a settlement. */
export interface Entitled {
  settlement: string
  service: Service
  people: number
}

interface SiteThere {
  id: string
  kind: string
  column: number
  /** It lies nearest to the county seat of all that give the service. */
  atTown: boolean
}

/**
 * Where people go who are not steered, for each settlement and service with a choice rule (docs/methods/joint-plan.md).
 * Who finds no site in reach stays away.
 */
export function choosersUnder(
  county: County,
  travel: CountyTravel,
  supply: Supply,
  entitled: readonly Entitled[],
): Choosers[] {
  const { assumptions } = county.settings
  const free = entitled.filter((e) => choiceOf(e.service, assumptions) !== null)
  if (free.length === 0) return []
  const rows = placesIn(travel.resident.from)
  const sitesOf = sitesByService(county, travel, supply)
  return free.flatMap(({ settlement, service, people }) => {
    const choice = choiceOf(service, assumptions)
    const row = rows.get(settlement)
    if (choice === null || row === undefined) return []
    const there = (sitesOf.get(service.id) ?? [])
      .map((site) => ({ ...site, seconds: secondsAt(travel.resident, row, site.column) }))
      .filter((site) => site.seconds >= 0)
      .sort((a, b) => a.seconds - b.seconds || compareText(a.id, b.id))
    return sharesOf(choice, there).map(({ site, share }) => ({
      settlement,
      service: service.id,
      facility: site.id,
      people: people * (1 - choice.steerable) * share,
      seconds: site.seconds,
    }))
  })
}

type Reached = SiteThere & { seconds: number }

/** Shares of the people who choose, by site; nearest first as given. */
function sharesOf(
  { rule, bypass }: ProviderChoice,
  there: readonly Reached[],
): { site: Reached; share: number }[] {
  const town = there.find((site) => site.atTown)
  const passing = town === undefined ? 0 : bypass
  const near = there.slice(0, weighed)
  const least = near[0]?.seconds ?? 0
  const weights = near.map(({ seconds, kind }, k) =>
    rule.by === 'nearest'
      ? Number(k === 0)
      : (rule.attraction[kind] ?? 1) * Math.exp((-rule.perMinute * (seconds - least)) / 60),
  )
  const all = weights.reduce((a, b) => a + b, 0)
  const shares = new Map<Reached, number>()
  near.forEach((site, k) => {
    shares.set(site, ((1 - passing) * weights[k]!) / all)
  })
  if (town !== undefined) shares.set(town, (shares.get(town) ?? 0) + passing)
  return [...shares].filter(([, share]) => share > 0).map(([site, share]) => ({ site, share }))
}

function sitesByService(
  county: County,
  { resident }: CountyTravel,
  supply: Supply,
): Map<string, SiteThere[]> {
  const columns = placesIn(resident.to)
  const facilities = new Map(county.facilities.map((f) => [f.id, f]))
  const { seat } = county.settings
  const fromSeat = (id: string): number => {
    const at = facilities.get(id)?.at ?? null
    return seat === null || at === null ? Number.POSITIVE_INFINITY : metresBetween(seat, at)
  }
  const sites = new Map<string, SiteThere[]>()
  for (const { service, mode, place, kind } of supply.offers) {
    const column = columns.get(place)
    if (mode !== 'fixed' || column === undefined) continue
    const of = sites.get(service) ?? []
    of.push({ id: place, kind, column, atTown: false })
    sites.set(service, of)
  }
  for (const of of sites.values()) {
    const [town] = [...of].sort(
      (a, b) => fromSeat(a.id) - fromSeat(b.id) || compareText(a.id, b.id),
    )
    if (town !== undefined && Number.isFinite(fromSeat(town.id))) town.atTown = true
  }
  return sites
}
