import type { NeedCell } from '../plan-ground.ts'

/** People of some cells waiting at one place to be taken to one site. */
export interface Waiting {
  pickup: string
  riders: readonly { cell: NeedCell; walkSeconds: number; share: number }[]
  /** Expected on one date. */
  people: number
  /** To the site, alone: the farthest starts a run. */
  farSeconds: number
}

/** What a run of some places would take on one date; null where it may not go. */
export type CostOfRun = (pickups: readonly Waiting[]) => number | null

/** What each place would cost by itself. */
type Alone = ReadonlyMap<Waiting, number | null>

/**
 * Shares runs: the farthest place first, then whoever can be put in where the run grows least, as long as it costs no
 * more than two runs and all have a seat (cheapest insertion, Solomon 1987).
 */
export function poolRuns(
  waiting: readonly Waiting[],
  seats: number,
  costOf: CostOfRun,
): Waiting[][] {
  const left = [...waiting].sort(
    (a, b) => b.farSeconds - a.farSeconds || (a.pickup < b.pickup ? -1 : 1),
  )
  const alone = new Map(left.map((who) => [who, costOf([who])]))
  const runs: Waiting[][] = []
  while (left.length > 0) {
    let run = [left.shift()!]
    let cost = alone.get(run[0]!) ?? null
    for (;;) {
      const next =
        cost === null ? null : cheapestInsertion(run, cost, left, { seats, costOf, alone })
      if (next === null) break
      left.splice(left.indexOf(next.who), 1)
      run = next.run
      cost = next.cost
    }
    runs.push(run)
  }
  return runs
}

function cheapestInsertion(
  run: readonly Waiting[],
  cost: number,
  left: readonly Waiting[],
  { seats, costOf, alone }: { seats: number; costOf: CostOfRun; alone: Alone },
): { who: Waiting; run: Waiting[]; cost: number } | null {
  const aboard = run.reduce((sum, w) => sum + w.people, 0)
  let best: { who: Waiting; run: Waiting[]; cost: number; saved: number } | null = null
  for (const who of left) {
    if (aboard + who.people > seats) continue
    const own = alone.get(who) ?? null
    if (own === null) continue
    for (let at = 0; at <= run.length; at++) {
      const tried = [...run.slice(0, at), who, ...run.slice(at)]
      const both = costOf(tried)
      if (both === null) continue
      const saved = cost + own - both
      if (saved >= 0 && (best === null || saved > best.saved))
        best = { who, run: tried, cost: both, saved }
    }
  }
  return best
}
