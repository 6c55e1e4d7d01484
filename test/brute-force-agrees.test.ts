import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestByEnumeration } from '../packages/core/src/check/brute-force.fixture.ts'
import { checkRoutes } from '../packages/core/src/check/check-routes.ts'
import { random } from '../packages/core/src/kernel/random.ts'
import { bestCostByEnumeration } from '../packages/core/src/planner/tours/search/enumerate.fixture.ts'
import { randomInstance } from '../packages/core/src/planner/tours/search/random-instance.fixture.ts'

test('two enumerations agree on the families of the literature', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2 ** 31 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 2 }),
      fc.boolean(),
      fc.boolean(),
      (seed, customers, days, depots, windows, limited) => {
        const options = { customers, days, depots, vehicles: 2, windows, limited }
        const simple = randomInstance(random(seed), options)
        const shortest = bestCostByEnumeration(simple, checkRoutes)
        const [missing, length] = bestByEnumeration({ ...simple, objective: 'levels' })!.levels
        expect(missing === 0 ? length : Infinity).toBe(shortest)
      },
    ),
    { numRuns: 60 },
  )
})
