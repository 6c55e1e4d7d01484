import fc from 'fast-check'
import { expect, test } from 'vitest'
import { explainFinding } from '../../words/explain-finding.ts'
import { anyInstance } from './random-rules.fixture.ts'
import { instanceFormats, readInstance } from './read-instance.ts'
import { sampleFiles } from './sample-files.fixture.ts'
import { writeOwnInstance } from './write-own-instance.ts'

const garbage = fc.constantFrom(
  '',
  '-1',
  '1e308',
  '-1e308',
  '9'.repeat(400),
  '1e9',
  '1000000',
  '0x1F',
  'NaN',
  'Infinity',
  '1,5',
  '½',
  '\u0000',
  '\uFEFF',
  '\uD800',
  '一二三',
  '{',
  ']',
  '"',
  'null',
  '[[[[',
  '-0',
  '0',
  '2.5',
  'EOF',
  'DEMAND_SECTION',
  'DIMENSION : 999999999',
)

/** One change to the words or lines of a text: drop, double, swap, replace, cut off. */
const change = fc.record({
  kind: fc.constantFrom('drop', 'double', 'swap', 'replace', 'cut'),
  lines: fc.boolean(),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  garbage,
})

function mutate(
  text: string,
  { kind, lines, at, garbage: junk }: typeof change extends fc.Arbitrary<infer T> ? T : never,
): string {
  const parts = text.split(lines ? /(\n)/ : /([\s,:]+)/)
  const k = Math.floor((at * parts.length) / 2) * 2
  const part = parts[k] ?? ''
  if (kind === 'cut') return parts.slice(0, k).join('')
  if (kind === 'drop') parts[k] = ''
  if (kind === 'double') parts[k] = `${part}${parts[k + 1] ?? ' '}${part}`
  if (kind === 'replace') parts[k] = junk
  if (kind === 'swap') {
    const other = (k + 2) % (parts.length + 1)
    parts[k] = parts[other] ?? ''
    parts[other] = part
  }
  return parts.join('')
}

test('a damaged file of any format is read or told, never thrown at', () => {
  const files = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...sampleFiles) },
    { weight: 1, arbitrary: anyInstance.map(writeOwnInstance) },
  )
  fc.assert(
    fc.property(
      files,
      fc.array(change, { minLength: 1, maxLength: 4 }),
      fc.option(fc.constantFrom(...instanceFormats), { nil: undefined, freq: 1 }),
      (file, changes, format) => {
        const { instance, findings } = readInstance(changes.reduce(mutate, file), 'f.txt', format)
        const errors = findings.filter((f) => f.severity === 'error')
        expect(instance === null).toBe(errors.length > 0)
        for (const f of errors.slice(0, 3))
          expect(explainFinding(f, 'en').what).not.toMatch(/\{\w+\}|undefined/)
      },
    ),
    { numRuns: 1500 },
  )
})
