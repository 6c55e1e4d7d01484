import type { Service } from '../catalogue/service.ts'
import { recall } from '../kernel/memory.ts'
import { oncePer } from '../kernel/once-per.ts'
import { type CheckCounty, type CheckGround, givesOnSite } from './check-ground.ts'
import { nearestSeconds, nearestWalks } from './nearest-seconds.ts'

/** Some places, and seconds to the nearest of them by settlement, by road and on foot; -1 where there is none. */
export interface Places {
  nearest: Int32Array
  onFoot: Int32Array
}

/** Buildings in use as they matter to one service. */
export interface SitesOfService {
  /** Ids of those that give it on the spot. */
  giving: readonly string[]
  /** Ids of those from which it is given over the line or through an agent. */
  stations: readonly string[]
  /** Of its fixed kinds, by administrative village. */
  inVillage: ReadonlyMap<string, number>
}

export const sitesOfService = (ground: CheckGround, service: Service): SitesOfService =>
  recall(ground.memory, `sites of ${service.id}`, [ground.sites], () => ({
    giving: [...ground.sites].flatMap(([id, site]) => (givesOnSite(site, service) ? [id] : [])),
    stations: stationsFor(ground, service),
    inVillage: inVillages(ground, service),
  }))

const stationsFor = (ground: CheckGround, service: Service): string[] =>
  [...ground.sites].flatMap(([id, { kind, services }]) =>
    service.channels.some((c) => (c.mode === 'remote' || c.mode === 'agent') && c.kind === kind) &&
    (services.length === 0 || services.includes(service.id))
      ? [id]
      : [],
  )

function inVillages({ sites }: CheckGround, service: Service): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { facility, kind } of sites.values())
    if (service.channels.some((c) => c.mode === 'fixed' && c.kind === kind))
      counts.set(facility.division, (counts.get(facility.division) ?? 0) + 1)
  return counts
}

/** Many services are given at the same buildings, which are looked up once; so many lists are kept. */
const mostLists = 200
const searched = oncePer((_: CheckCounty) => new Map<string, Places>())

/** The nearest of some places, at the base state of the roads. */
export function placesAt(base: CheckCounty, ids: readonly string[]): Places {
  const known = searched(base)
  const key = ids.join('\n')
  const kept = known.get(key)
  if (kept !== undefined) return kept
  const all = new Set(ids)
  const { resident, walkToFacilities } = base.travel.base
  const found = {
    nearest: nearestSeconds(resident, all),
    onFoot: nearestWalks(walkToFacilities, [...base.settlements.keys()], all),
  }
  if (known.size >= mostLists) known.clear()
  known.set(key, found)
  return found
}
