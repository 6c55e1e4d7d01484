import type { Plan } from '@kuashan/core/plan/plan.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planText } from './plan-text.ts'

const rows = fc.array(fc.record({ id: fc.string(), n: fc.double(), of: fc.array(fc.string()) }))

test('a plan is written as JSON has it, rows written before too', () => {
  fc.assert(
    fc.property(
      fc.record({
        name: fc.option(fc.string(), { nil: undefined }),
        tours: rows,
        costs: fc.record({ fen: fc.double() }),
        locked: fc.array(fc.string()),
        mixed: fc.array(fc.oneof(fc.constant(null), fc.constant({ a: 1 }), fc.string())),
      }),
      fc.boolean(),
      (made, twice) => {
        const plan = made as unknown as Plan
        if (twice) planText({ ...plan, name: 'before' })
        expect(planText(plan)).toBe(JSON.stringify(plan))
      },
    ),
  )
})
