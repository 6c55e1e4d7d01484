import { testFloor } from '../../access/floor-test.ts'
import { longestGap } from '../../access/gaps.ts'
import type { Missing } from '../../access/measurement.ts'
import type { Opportunities } from '../../access/opportunity.ts'
import { offerOf } from '../joint/options/offer-of.ts'
import type { NeedCell, PlanGround } from '../plan-ground.ts'

/** Ways of meeting a need, as a proof goes through them. */
export const channels = ['fixed', 'vehicle', 'doorstep', 'remote', 'ride'] as const
export type ProvedChannel = (typeof channels)[number]

/**
 * What people would have if ways of meeting their need were as good as they can be: a site next door, a vehicle in the
 * village on every workday, staff at the door as often as wanted, a station next door, a ride that takes no time.
 */
function atItsBest(
  { scoped, existing }: NeedCell,
  ground: PlanGround,
  ways: readonly ProvedChannel[],
): Opportunities {
  const { id } = scoped.service
  const at = (mode: 'fixed' | 'vehicle' | 'doorstep' | 'ride') => ({
    offer: offerOf(id, mode, '', ''),
    seconds: 0,
  })
  const daily = ways.includes('vehicle') || ways.includes('ride')
  return {
    ...existing,
    ...(ways.includes('fixed')
      ? { fixed: [at('fixed')], nearestSeconds: 0, nearestWalkSeconds: 0 }
      : {}),
    ...(ways.includes('vehicle') ? { vehicle: [at('vehicle')] } : {}),
    ...(ways.includes('doorstep') ? { doorstep: [at('doorstep')] } : {}),
    ...(ways.includes('remote') ? { stationSeconds: 0, stationWalkSeconds: 0 } : {}),
    ...(ways.includes('ride')
      ? { rides: [{ seconds: 0, offer: { ...offerOf(id, 'ride', '', ''), daily: true } }] }
      : {}),
    ...(daily
      ? {
          visitDates: ground.workdays,
          visitGap: longestGap(ground.workdays, ground.horizonDays),
        }
      : {}),
  }
}

/** The first floor that these ways together miss even at their best; null where they would meet all. */
export function missedAtBest(
  cell: NeedCell,
  ground: PlanGround,
  ways: readonly ProvedChannel[],
): Missing | null {
  const { service, floors, fixedKinds } = cell.scoped
  const found = atItsBest(cell, ground, ways)
  const sites = cell.sitesInVillage + (ways.includes('fixed') && fixedKinds.length > 0 ? 1 : 0)
  const at = { service, horizonDays: ground.horizonDays, sitesInVillage: sites }
  for (const floor of floors) {
    const missing = testFloor(floor, found, at)
    if (missing !== null) return missing
  }
  return null
}
