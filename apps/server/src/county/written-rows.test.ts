import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writtenRows } from './written-rows.ts'

const rows = fc.array(fc.record({ id: fc.string(), n: fc.double(), of: fc.array(fc.string()) }))

test('a document is written as JSON has it, rows written before too', () => {
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
        if (twice) writtenRows({ ...made, name: 'before' })
        expect(writtenRows(made)).toBe(JSON.stringify(made))
      },
    ),
  )
})
