import { expect, test } from 'vitest'
import { beforeOf } from './earlier.ts'

const line = (id: string, step: 'draft' | 'published' | 'replaced', at: number, base?: string) => ({
  id,
  step,
  base: base ?? null,
  documentVersion: 3,
  changedAt: `2026-01-0${at}`,
})
const old = line('old', 'replaced', 2)
const inForce = line('inForce', 'published', 2)
const draft = line('draft', 'draft', 4, 'old')
const saves = [1, 2, 3].map((version) => ({ version }))
const read = (of: typeof draft) =>
  beforeOf(of, [old, inForce, draft], saves).map(({ plan, version }) => plan ?? version)

test('a published plan is read against the one published before it', () => {
  expect(read(inForce)).toEqual(['old', 2, 1, 'draft'])
})

test('a draft is read against what it was made from, then its own saves, then the plan in force', () => {
  expect(read(draft)).toEqual(['old', 2, 1, 'inForce'])
})
