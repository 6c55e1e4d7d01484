import { shortestWays, wayTables } from './shortest-ways.ts'
import { straight, type ValleyRoad, type Valleys } from './valleys.ts'

/** Over the ridge it must be this many times as far by the valley roads. */
const leastDetour = 4

/**
 * The valleys with roads over the ridge between places near as the crow flies and far by road; one pass a place, the most
 * useful first.
 */
export function withPasses({ places, roads }: Valleys, stretch: number): Valleys {
  const ways = wayTables({ places, roads }, 100, new Set())
  const wanted: { a: number; b: number; metres: number; detour: number }[] = []
  places.forEach((from, a) => {
    const found = shortestWays(ways, a)
    places.forEach((to, b) => {
      if (b <= a) return
      const metres = straight(from, to)
      if (metres > 35 * stretch) return
      const detour = Math.floor((found.lengths[b]! * 1000) / Math.max(1, metres))
      if (detour >= leastDetour * 100) wanted.push({ a, b, metres, detour })
    })
  })
  wanted.sort((p, q) => q.detour - p.detour || p.a - q.a || p.b - q.b)
  const joined = new Set<number>()
  const most = Math.ceil(places.length / 15)
  const passes: ValleyRoad[] = []
  for (const { a, b, metres } of wanted) {
    if (passes.length === most) break
    if (joined.has(a) || joined.has(b)) continue
    joined.add(a).add(b)
    const [low, high] = [places[a]!.height, places[b]!.height]
    const top = Math.max(low, high) + 60 + Math.round(metres / 15)
    passes.push({
      from: a,
      to: b,
      metres: Math.round((metres * 19) / 10),
      climb: top - low,
      fall: top - high,
      kmPerHour: 20,
      pass: true,
    })
  }
  return { places, roads: [...roads, ...passes] }
}
