import KDBush from 'kdbush'
import { greatCircleMetres, METRES_PER_DEGREE, metresPerLng } from '../territory/earth.ts'
import type { ElevationSampler } from '../territory/terrain.ts'
import type { TravelProfile } from './profile-table.ts'
import type { TravelPlace } from './snap.ts'
import { offPathWalk } from './walking.ts'

/** Straight walks off any path between places within reach of each other: compressed rows, adult seconds. */
export interface NearPairs {
  first: Uint32Array
  target: Uint32Array
  out: Float64Array
  back: Float64Array
  metres: Float64Array
}

/** Answers which places lie within a straight distance of a point. */
export type PlacesNear = (lng: number, lat: number, reach: number) => number[]

/** Indices of places within so many metres, ascending. Places without coordinates are never near. */
export function placesNear(places: readonly TravelPlace[]): PlacesNear {
  const located = places.flatMap((place, k) => (place.at === null ? [] : [k]))
  if (located.length === 0) return () => []
  const tree = new KDBush(located.length)
  for (const k of located) tree.add(places[k]!.at![0], places[k]!.at![1])
  tree.finish()
  return (lng, lat, reach) => {
    const dLat = reach / METRES_PER_DEGREE
    const dLng = reach / Math.max(1, metresPerLng(Math.min(89, Math.abs(lat) + dLat)))
    return tree
      .range(lng - dLng, lat - dLat, lng + dLng, lat + dLat)
      .map((slot) => located[slot]!)
      .filter((k) => greatCircleMetres(lng, lat, places[k]!.at![0], places[k]!.at![1]) <= reach)
      .sort((a, b) => a - b)
  }
}

/** All pairs from × to within the reach of the profile, walked straight over the terrain. */
export function nearPairs(
  from: readonly TravelPlace[],
  to: readonly TravelPlace[],
  elevation: ElevationSampler,
  profile: TravelProfile,
): NearPairs {
  const near = placesNear(to)
  const rows = from.map(({ at }) => {
    if (at === null) return []
    return near(at[0], at[1], profile.walking.reach.value).map((k) => {
      const goal = to[k]!.at!
      return { k, walk: offPathWalk(at[0], at[1], goal[0], goal[1], elevation, profile.walking) }
    })
  })
  const count = rows.reduce((sum, row) => sum + row.length, 0)
  const pairs: NearPairs = {
    first: new Uint32Array(from.length + 1),
    target: new Uint32Array(count),
    out: new Float64Array(count),
    back: new Float64Array(count),
    metres: new Float64Array(count),
  }
  let at = 0
  rows.forEach((row, p) => {
    pairs.first[p] = at
    for (const { k, walk } of row) {
      pairs.target[at] = k
      pairs.out[at] = walk.out
      pairs.back[at] = walk.back
      pairs.metres[at++] = walk.metres
    }
  })
  pairs.first[from.length] = at
  return pairs
}
