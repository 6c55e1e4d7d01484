import type { Random } from '../../kernel/random.ts'
import { shortestWays, type WayTables } from './shortest-ways.ts'

/** Who stands where, by number of the valleys' places. */
export interface ChosenPlaces {
  /** The county seat first. */
  depots: readonly number[]
  lodgings: readonly number[]
  villages: readonly number[]
}

/** Farther from the seat a visit would not fit into a day (seconds, by car). */
export const farthest = 8_400

/** Depots, and lodgings in the outer half, as far from each other as can be, one after the other; villages by lot among the rest. */
export function choosePlaces(
  ways: WayTables,
  count: { depots: number; lodgings: number; villages: number },
  random: Random,
): ChosenPlaces {
  const fromSeat = shortestWays(ways, 0).times
  const near = Array.from(fromSeat.keys()).filter(
    (place) => place > 0 && fromSeat[place]! <= farthest,
  )
  const middle = [...near].sort((a, b) => fromSeat[a]! - fromSeat[b]! || a - b)
  const depots = spreadOut(
    ways,
    [0],
    count.depots,
    middle.slice(0, Math.ceil((near.length * 3) / 4)),
  )
  const outer = middle
    .slice(Math.floor(near.length / 2), Math.ceil((near.length * 5) / 6))
    .filter((place) => !depots.includes(place))
  const lodgings = spreadOut(ways, depots, count.depots + count.lodgings, outer).slice(
    depots.length,
  )
  const taken = new Set([...depots, ...lodgings])
  const villages = random
    .shuffle(near.filter((place) => !taken.has(place)))
    .slice(0, count.villages)
  return { depots, lodgings, villages }
}

/** More of the candidates, each time the one farthest from all chosen, until there are `want`. */
function spreadOut(
  ways: WayTables,
  start: readonly number[],
  want: number,
  candidates: readonly number[],
): number[] {
  const chosen = [...start]
  const nearest = new Map(candidates.map((place) => [place, Number.MAX_SAFE_INTEGER]))
  const see = (from: number) => {
    const { times } = shortestWays(ways, from)
    for (const [place, time] of nearest) nearest.set(place, Math.min(time, times[place]!))
  }
  chosen.forEach(see)
  while (chosen.length < want) {
    const next = [...nearest].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0]
    nearest.delete(next)
    chosen.push(next)
    see(next)
  }
  return chosen
}
