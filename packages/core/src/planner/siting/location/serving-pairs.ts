import { type LocationClient, type LocationProblem, overlap } from './location-problem.ts'

/** A client that an option of a site may serve. */
export interface ServingPair {
  client: number
  site: number
  option: number
}

/** What may be given up while pairs are looked for. */
interface Loosened {
  /** Longest ways do not count. */
  anyWay: boolean
  /** Sites that must be open may be closed all the same. */
  undecided: boolean
}

/**
 * Pairs with a way that is short enough and hours that fit. Where a site that surely stays open takes everybody, ways
 * longer than to it are in no best answer and are left out.
 */
export function servingPairs(problem: LocationProblem, loosened: Loosened): ServingPair[] {
  const sure = loosened.undecided ? [] : sureSites(problem)
  return problem.clients.flatMap((client, i) => {
    const ways = problem.ways[i]!
    const fits = (site: number, option: number) =>
      overlap(client.times, problem.sites[site]!.options[option]!.opening) >= problem.visit
    const within = (site: number) => loosened.anyWay || ways[site]! <= client.farthest
    const near = nearest(client, ways, sure, (site) =>
      problem.sites[site]!.options.every((_, option) => fits(site, option)),
    )
    return problem.sites.flatMap(({ options }, site) => {
      if (!Number.isFinite(ways[site]) || !within(site) || ways[site]! > near) return []
      return options.flatMap((_, option) =>
        fits(site, option) ? [{ client: i, site, option }] : [],
      )
    })
  })
}

/** The problem without clients whom a site that surely stays open takes: where only sites count, they decide nothing. */
export function withoutSure(problem: LocationProblem): LocationProblem {
  const sure = sureSites(problem)
  const left = problem.clients.flatMap((client, i) => {
    const fits = (site: number) =>
      problem.sites[site]!.options.every(
        ({ opening }) => overlap(client.times, opening) >= problem.visit,
      )
    return Number.isFinite(nearest(client, problem.ways[i]!, sure, fits)) ? [] : [i]
  })
  return {
    ...problem,
    clients: left.map((i) => problem.clients[i]!),
    ways: left.map((i) => problem.ways[i]!),
  }
}

/** Sites that must be open and take everybody, whichever option they run; none where a least load could want more. */
function sureSites({ sites }: LocationProblem): number[] {
  if (sites.some(({ options }) => options.some(({ least }) => least > 0))) return []
  return sites.flatMap(({ must, options }, j) =>
    must === 'open' && options.every(({ capacity }) => capacity === Number.POSITIVE_INFINITY)
      ? [j]
      : [],
  )
}

/** The way to the nearest sure site that is near enough and open at the right time. */
const nearest = (
  { farthest }: LocationClient,
  ways: readonly number[],
  sure: readonly number[],
  fits: (site: number) => boolean,
): number =>
  sure.reduce(
    (least, site) => (ways[site]! <= farthest && fits(site) ? Math.min(least, ways[site]!) : least),
    Number.POSITIVE_INFINITY,
  )
