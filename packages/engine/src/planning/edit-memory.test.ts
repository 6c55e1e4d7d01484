import { planChecker } from '@kuashan/core/check/check-plan.ts'
import { newMemory } from '@kuashan/core/kernel/memory.ts'
import type { Mode, Plan } from '@kuashan/core/plan/plan.ts'
import { editPlan } from '@kuashan/core/planner/edit/edit-plan.ts'
import { worldOf } from '@kuashan/core/planner/explain/world.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCountyFolder } from '../county-folder/read-county-folder.ts'
import { yearTravel } from '../travel/county-travel.ts'
import { planCounty } from './plan-county.ts'
import { damaged, type Picks, someEdit } from './random-edits.fixture.ts'

const folder = new URL('../../../../examples/three-valleys', import.meta.url).pathname
const { input } = await readCountyFolder(folder)
const { travel } = await yearTravel(input!, { workers: 1 })
const world = worldOf(input!, travel)
const { county, catalogue } = input!
const planned = async (mode: Mode): Promise<Plan> => {
  const { signal } = new AbortController()
  const options = { mode, seed: 1, budget: { iterations: 200 }, workers: 1, signal }
  return (await planCounty(input!, travel, options)).plan
}
const plans = { 'least-cost': await planned('least-cost'), 'most-need': await planned('most-need') }

const picks: fc.Arbitrary<Picks> = fc.tuple(
  fc.nat(10_000),
  fc.nat(10_000),
  fc.nat(10_000),
  fc.nat(10_000),
  fc.nat(10_000),
)
/** One step: an edit, a plan with something untrue in it, or the state before again. */
const steps = fc.array(
  fc.record({ by: fc.constantFrom('edit', 'edit', 'damage', 'back'), picks }),
  {
    minLength: 4,
    maxLength: 12,
  },
)

describe.each(Object.keys(plans) as Mode[])(
  'what an edit does not touch is remembered (%s)',
  (mode) => {
    test('an edited plan and all that is found in it are the same with a memory and without', () => {
      const check = planChecker({ county, catalogue, travel })
      let edited = 0
      let faulty = 0
      fc.assert(
        fc.property(steps, (list) => {
          const memory = { plan: newMemory(), check: newMemory() }
          const seen = [plans[mode]]
          for (const { by, picks: own } of list) {
            const plan = seen.at(-1)!
            let next = plan
            if (by === 'edit') {
              const edits = [someEdit(world, plan, own)]
              const kept = editPlan(world.base, plan, edits, { parent: 'p', memory: memory.plan })
              const whole = editPlan(world.base, plan, edits, { parent: 'p' })
              expect(JSON.stringify(kept)).toBe(JSON.stringify(whole))
              if (kept.plan === null) continue
              edited += 1
              next = kept.plan
              seen.push(next)
            } else next = by === 'damage' ? damaged(plan, own) : seen[own[0] % seen.length]!
            const found = check(next, memory.check)
            faulty += found.findings.length > 0 ? 1 : 0
            expect(found).toEqual(planChecker({ county, catalogue, travel })(next))
          }
        }),
        { numRuns: 25 },
      )
      expect(edited).toBeGreaterThan(30)
      expect(faulty).toBeGreaterThan(10)
    })
  },
)
