import { checkRoutes } from '@kuashan/core/check/check-routes.ts'
import type { RoutingInstance, RoutingSolution } from '@kuashan/core/plan/routing.ts'
import { anyInstance } from '@kuashan/core/planner/formats/random-rules.fixture.ts'
import { compileProblem } from '@kuashan/core/planner/tours/ruled/compile.ts'
import { advanceRuled } from '@kuashan/core/planner/tours/ruled/search.ts'
import { startRuledSearch } from '@kuashan/core/planner/tours/ruled/start-search.ts'
import { toSolution } from '@kuashan/core/planner/tours/ruled/write-solution.ts'
import type { Change, WhyNot } from '@kuashan/core/planner/tours/why-not/answer.ts'
import { explainRoutes, questionsFor } from '@kuashan/core/planner/tours/why-not/explain-routes.ts'
import { applyChange, probes } from '@kuashan/core/planner/tours/why-not/probes/probes.ts'
import { groupOf } from '@kuashan/core/planner/tours/why-not/question.ts'
import { tightInstance } from '@kuashan/core/planner/tours/why-not/tight.fixture.ts'
import { makeTrials } from '@kuashan/core/planner/tours/why-not/trials.ts'
import { whyNot } from '@kuashan/core/planner/tours/why-not/why-not.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

/** Without rests after next to no driving: those would be more than can be written down. */
const anyRules = anyInstance.filter(({ fleets }) =>
  fleets.every((fleet) => (fleet.rules?.rest?.after ?? 1) >= 1),
)

/** One day of one vehicle, out for 130 at most: what is missing is time. */
const shortOfTime = tightInstance.map((instance) => ({
  ...instance,
  days: 1,
  fleets: [{ days: [1], depot: 0, vehicles: [1], capacity: Infinity, maxDuration: 130 }],
  depots: instance.depots.map((depot) => ({ ...depot, close: 999 })),
  customers: instance.customers.map(({ rules, ...rest }) => ({
    ...{ ...rest, patterns: [1], open: 0, close: 999 },
  })),
}))

const effort = { seed: 3, iterations: 24, mostUnserved: 2, mostBadlyPlaced: 2 }

function solved(instance: RoutingInstance): RoutingSolution {
  const problem = compileProblem(instance)
  const search = startRuledSearch(problem, 1, 0)
  advanceRuled(search, (made) => made / 40, 1)
  return toSolution(problem, search.best)
}

const partsOf = (change: Change) => [change, ...(change.also ? [change.also] : [])]

const servedBy = ({ routes }: RoutingSolution) => new Set(routes.flatMap((r) => r.stops))

/** Everything that is wrong with a change that was offered. */
function faultsOf(
  instance: RoutingInstance,
  before: RoutingSolution,
  { customer }: WhyNot,
  change: Change,
): string[] {
  const customers = groupOf(instance, customer)
  const changed = applyChange(instance, customers, partsOf(change))
  const findings = checkRoutes(changed, change.proof).findings
  const now = servedBy(change.proof)
  const absent = (id: unknown) => typeof id === 'number' && !now.has(id)
  const wrong = findings.filter((f) => f.severity === 'error' && !absent(f.facts.id))
  const given = partsOf(change).flatMap((p) => (p.kind === 'displaced' ? p.what.customers : []))
  const lost = [...servedBy(before), ...customers].filter(
    (id) => !now.has(id) && !given.includes(id),
  )
  const more = checkRoutes(changed, change.proof).cost - checkRoutes(instance, before).cost
  const untold =
    instance.objective !== 'profit' && Math.abs(more - change.costDifference) > 1e-3
      ? [`${change.kind} costs ${more}, not ${change.costDifference}`]
      : []
  return [
    ...untold,
    ...wrong.map((f) => `${change.kind}: ${f.code}`),
    ...lost.map((id) => `${change.kind} loses ${id}`),
  ]
}

describe.each([
  ['tight instances', tightInstance, 12],
  ['instances with any rules', anyRules, 15],
] as const)('%s', (_, instances, numRuns) => {
  test('each change offered has a proof that the checker finds valid and that loses nobody else', () => {
    fc.assert(
      fc.property(instances, (instance) => {
        const before = solved(instance)
        for (const answer of explainRoutes(instance, before, effort))
          for (const change of answer.changes)
            expect(faultsOf(instance, before, answer, change)).toEqual([])
      }),
      { numRuns, seed: 11, endOnFailure: true },
    )
  })
})

describe('answers', () => {
  test('a step less of an amount is refused by the same search', () => {
    let amounts = 0
    fc.assert(
      fc.property(shortOfTime, (instance) => {
        for (const { question, complaint } of questionsFor(instance, solved(instance), effort)) {
          const never = () => false
          const { changes } = whyNot(question, complaint, effort, never)
          for (const change of changes) {
            if (change.also || change.amount === undefined) continue
            const step = probes[change.kind].step!(instance)
            const less = { ...change, amount: change.amount - step }
            expect(makeTrials(question, effort, never).ask([less])).toBeNull()
            amounts += 1
          }
        }
      }),
      { numRuns: 8, seed: 8, endOnFailure: true },
    )
    expect(amounts).toBeGreaterThan(10)
  })

  test('the order of the customers decides nothing', () => {
    fc.assert(
      fc.property(tightInstance, fc.nat(), (instance, turn) => {
        const before = solved(instance)
        const { customers } = instance
        const k = turn % customers.length
        const turned = { ...instance, customers: [...customers.slice(k), ...customers.slice(0, k)] }
        expect([...explainRoutes(turned, before, effort)]).toEqual([
          ...explainRoutes(instance, before, effort),
        ])
      }),
      { numRuns: 5, seed: 5 },
    )
  })
})
