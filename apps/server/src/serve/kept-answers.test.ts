import { expect, test } from 'vitest'
import { KeptAnswers } from './kept-answers.ts'

const megabytes = (count: number) => ({ json: Buffer.alloc(count * 1024 * 1024) })

test('kept answers stay within their bytes; the longest unasked go first', () => {
  const kept = new KeptAnswers()
  const first = megabytes(20)
  kept.keep('a', first)
  kept.keep('b', megabytes(20))
  kept.keep('c', megabytes(20))
  expect(kept.get('a')).toBe(first)
  kept.keep('d', megabytes(20))
  expect([kept.get('b'), kept.get('a')]).toEqual([undefined, first])
  kept.keep('d', megabytes(1))
  kept.keep('e', megabytes(20))
  expect(['a', 'c', 'd', 'e'].filter((name) => kept.get(name))).toEqual(['a', 'c', 'd', 'e'])
})
