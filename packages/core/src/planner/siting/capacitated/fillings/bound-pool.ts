import type { SitingRun } from '../../siting-run.ts'
import type { SingleSource } from '../single-source.ts'
import type { Filling } from './filling.ts'
import { fillingMaster, type Triple } from './filling-master.ts'
import {
  costsWith,
  type FillingPool,
  fillingPool,
  holdTriples,
  keptOf,
  poolOracle,
} from './filling-pool.ts'
import { risesOfSites, roomNeed } from './open-set.ts'
import { splitTriples } from './split-triples.ts'

/** A part of the answers: those made of some fillings, with some sites open (1) or closed (-1) for sure. */
export interface FillingPart {
  fillings: readonly Filling[]
  decided: Int8Array
  triples: readonly Triple[]
  /** Fillings to begin with. */
  start: readonly Filling[]
  bound: number
}

export interface BoundedPart {
  /** The fillings that answers up to the cost may use. */
  pool: FillingPool
  /** For each filling of the pool, the least cost of an answer that uses it. */
  costs: readonly number[]
  triples: readonly Triple[]
  fractions: readonly { filling: Filling; part: number }[]
  bound: number
}

/** Triples of a round at most. */
const ofRound = 40

/** The bound of a part, raised by triples for some rounds, and the fillings it leaves for answers up to a cost. */
export async function boundPool(
  problem: SingleSource,
  run: SitingRun,
  part: FillingPart,
  { upTo, rounds }: { upTo: number; rounds: number },
): Promise<BoundedPart | null> {
  const stop = () => run.secondsLeft() <= 0
  const room = roomNeed(problem)
  const lp = await run.openLp()
  try {
    const master = fillingMaster(problem, lp, part.decided)
    master.addTriples(part.triples)
    master.add(part.start)
    let pool = fillingPool(part.fillings)
    holdTriples(pool, part.triples, 0, problem.clients)
    let costs: readonly number[] = pool.fillings.map(() => Number.NEGATIVE_INFINITY)
    let bound = part.bound
    for (let round = 0; ; round++) {
      const solved = master.solve(poolOracle(pool, problem.sites), stop)
      if (solved === null) return null
      const { opened } = risesOfSites(room, solved.worth, part.decided)
      const known = costsWith(pool, problem, solved, opened).map((c, k) => Math.max(c, costs[k]!))
      costs = known.filter((cost) => cost <= upTo)
      pool = keptOf(pool, (k) => known[k]! <= upTo)
      bound = Math.max(bound, solved.bound)
      const more =
        bound > upTo || round >= rounds
          ? []
          : splitTriples(master.fractions(), problem.clients, ofRound)
      if (more.length === 0 || stop()) break
      holdTriples(pool, more, master.triples().length, problem.clients)
      master.addTriples(more)
    }
    return { pool, costs, bound, triples: master.triples(), fractions: master.fractions() }
  } finally {
    lp.close()
  }
}
