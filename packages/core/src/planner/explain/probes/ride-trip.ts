import { windowFor } from '../../rides/ride-run.ts'
import { doorLimit } from '../../rides/riders-of-cell.ts'
import type { SiteWindow } from '../../rides/site-window.ts'
import { standsNear } from '../../stands-near.ts'
import { missedAtBest } from '../at-its-best.ts'
import type { Question } from './probe.ts'

/** A way from home to a site by which people could be brought. */
export interface Trip {
  pickup: string
  site: string
  /** On wheels, one way. */
  seconds: number
  window: SiteWindow
}

/**
 * The nearest site that surely stays open, and the nearest place to be picked up, from which a ride is within the limit
 * from door to door; null where none is, or where rides never meet the need.
 */
export function tripOf({ world: { base }, cell }: Question): Trip | null {
  const { ground, resident, givers } = base
  if (missedAtBest(cell, ground, ['ride']) !== null) return null
  const limit = doorLimit(cell)
  const stands = standsNear(base, cell)
  const trips = (givers.get(cell.scoped.service.id) ?? []).flatMap(({ id: site }) => {
    const window = windowFor(cell, site, ground)
    if (window === null) return []
    return stands.flatMap(([pickup, walk]) => {
      const seconds = resident.seconds(pickup, site)
      if (seconds < 0 || walk + seconds > limit) return []
      return [{ pickup, site, seconds, window, door: walk + seconds }]
    })
  })
  const [best] = trips.sort((a, b) => a.door - b.door)
  return best ?? null
}
