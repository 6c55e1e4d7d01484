import { bestByEnumeration } from '@kuashan/core/check/brute-force.fixture.ts'
import { checkRoutes } from '@kuashan/core/check/check-routes.ts'
import { randomRuledInstance } from '@kuashan/core/check/random-ruled.fixture.ts'
import { random } from '@kuashan/core/kernel/random.ts'
import type { RoutingInstance } from '@kuashan/core/plan/routing.ts'
import { compileProblem } from '@kuashan/core/planner/tours/ruled/compile.ts'
import { BROKEN } from '@kuashan/core/planner/tours/ruled/levels.ts'
import { advanceRuled, type RuledSearch } from '@kuashan/core/planner/tours/ruled/search.ts'
import { startRuledSearch } from '@kuashan/core/planner/tours/ruled/start-search.ts'
import { toSolution } from '@kuashan/core/planner/tours/ruled/write-solution.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

function searched(instance: RoutingInstance, seed: number, iterations: number): RuledSearch {
  const search = startRuledSearch(compileProblem(instance), seed, 0)
  advanceRuled(search, (done) => done / iterations, 1)
  return search
}

/** What the search doesn't try: a depot on the way as a rest or a shortcut, and customers that only fit together on one-way roads. */
const outOfReach = ({ fleets, travel }: RoutingInstance): boolean =>
  fleets.some(({ rules }) => rules?.reload && (rules.rest || travel)) ||
  (travel ?? []).some(({ lengths }) =>
    lengths.some((row, a) => row.some((arc, b) => arc < 0 !== lengths[b]![a]! < 0)),
  )

describe('the search under rules', () => {
  test('whatever it finds, the checker agrees, and reckons the same levels (property)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 2, max: 10 }),
        fc.integer({ min: 1, max: 5 }),
        (seed, customers, days) => {
          const instance = randomRuledInstance(random(seed), { customers, days })
          const search = searched(instance, seed, 120)
          const checked = checkRoutes(instance, toSolution(search.problem, search.best))
          const broken = checked.findings.filter((f) => f.severity === 'error')
          if (search.best.levels[0]! < BROKEN) {
            expect(broken).toEqual([])
            expect(checked.levels).toEqual(search.best.levels)
          } else
            expect(new Set(broken.map((f) => f.code))).toEqual(new Set(['customer-locked-missed']))
        },
      ),
      { numRuns: 150 },
    )
  })

  test('finds what brute force finds: up to seven visits on three days (property)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 2, max: 5 }),
        fc.integer({ min: 1, max: 3 }),
        (seed, customers, days) => {
          const instance = randomRuledInstance(random(seed), { customers, days })
          const best = outOfReach(instance) ? undefined : bestByEnumeration(instance)
          if (!best) return
          const { problem, best: found } = searched(instance, seed, 5000)
          const upToCost = problem.classes + 2
          expect(found.levels.slice(0, upToCost)).toEqual(best.levels.slice(0, upToCost))
        },
      ),
      { numRuns: 40 },
    )
  })

  test('same seed and iterations, same routes', () => {
    const instance = randomRuledInstance(random(7), { customers: 8, days: 4 })
    const [one, two] = [searched(instance, 3, 200), searched(instance, 3, 200)]
    expect(toSolution(one.problem, one.best)).toEqual(toSolution(two.problem, two.best))
  })

  test('takes up where another search ended, and never ends worse', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const instance = randomRuledInstance(random(seed), { customers: 8, days: 3 })
      const { problem, best } = searched(instance, seed, 100)
      const again = startRuledSearch(problem, seed + 1, 0, toSolution(problem, best))
      const upToCost = problem.classes + 2
      expect(again.best.levels.slice(0, upToCost)).toEqual(best.levels.slice(0, upToCost))
    }
  })
})
