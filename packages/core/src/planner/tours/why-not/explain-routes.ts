import type { RoutingInstance, RoutingSolution } from '../../../plan/routing.ts'
import type { Complaint, WhyNot } from './answer.ts'
import { badPlaces } from './badly-placed.ts'
import { groupOf, inOrderOfDays, inOrderOfIds, type Question, without } from './question.ts'
import { judge } from './re-solve.ts'
import { whyNot } from './why-not.ts'

export interface ExplainOptions {
  seed: number
  /** Of each re-solve. Default: as many as a search of a second or so can make, by the number of visits. */
  iterations?: number
  /** How many who aren't served, and how many badly placed, are explained. Default 10 and 5. */
  mostUnserved?: number
  mostBadlyPlaced?: number
  /** Asked between re-solves; what is not tried by then is said to be so. */
  stop?: () => boolean
}

/** One question with what is asked in it. */
export interface Asked {
  question: Question
  complaint: Complaint
}

/** What there is to ask: who isn't served (those who must be first, then by priority class and prize), then who is badly placed. */
export function questionsFor(
  instance: RoutingInstance,
  solution: RoutingSolution,
  { mostUnserved = 10, mostBadlyPlaced = 5 }: Omit<ExplainOptions, 'seed'>,
): Asked[] {
  const original = inOrderOfIds(instance)
  const routes = inOrderOfDays(original, solution)
  const now = new Set(routes.routes.flatMap((route) => route.stops))
  const { levels, cost } = judge(original, routes)
  const base = { original, levels, cost }
  const unserved = unservedFirst(original, now).slice(0, mostUnserved)
  const bad = badPlaces({ original, solution: routes }).slice(0, mostBadlyPlaced)
  return [
    ...unserved.map((id): Asked => {
      const customers = groupOf(original, id)
      const served = new Set([...now, ...customers])
      const question = { ...base, instance: original, customers, served, solution: routes }
      return { complaint: 'unserved', question }
    }),
    ...bad.map(({ customer, complaint, instance: better }): Asked => {
      const customers = groupOf(original, customer)
      const rest = without(routes, customers)
      const question = { ...base, instance: better, customers, served: now, solution: rest }
      return { complaint, question }
    }),
  ]
}

/**
 * Explains routes, one question after the other. Same instance, routes, seed and iterations give the same answers, in whatever
 * order customers stand.
 */
export function* explainRoutes(
  instance: RoutingInstance,
  solution: RoutingSolution,
  options: ExplainOptions,
): Generator<WhyNot> {
  const { seed, iterations = usualIterations(instance), stop = () => false } = options
  for (const { question, complaint } of questionsFor(instance, solution, options))
    yield whyNot(question, complaint, { seed, iterations }, stop)
}

/** One of each group stands for all of it. */
function unservedFirst(instance: RoutingInstance, served: ReadonlySet<number>): number[] {
  const { customers } = instance
  const asked = new Set<number>()
  return customers
    .filter((c) => !served.has(c.id))
    .sort(
      (a, b) =>
        Number(a.optional) - Number(b.optional) ||
        (a.rules?.priority ?? 0) - (b.rules?.priority ?? 0) ||
        b.prize - a.prize ||
        a.id - b.id,
    )
    .flatMap(({ id }) => {
      if (asked.has(id)) return []
      for (const member of groupOf(instance, id)) asked.add(member)
      return [id]
    })
}

const usualIterations = ({ customers, days }: RoutingInstance): number => {
  const visits = customers.reduce((sum, c) => sum + (c.rules?.spacing?.visits ?? 1), 0)
  return Math.max(24, Math.min(240, Math.round(40_000 / (visits + days))))
}
