import type { LocationInstance, Share } from '../../plan/location.ts'

/** Every client whole at its nearest open site, the lower index on a tie; nothing where there is no way. */
export function nearestShares(instance: LocationInstance, open: readonly number[]): Share[][] {
  const n = instance.sites.length
  return instance.clients.map((_, i) => {
    let best = -1
    let least = Number.POSITIVE_INFINITY
    for (const j of open) {
      const distance = instance.pairs![i * n + j]!
      if (distance < least) {
        least = distance
        best = j
      }
    }
    return best < 0 ? [] : [{ site: best, share: 1 }]
  })
}
