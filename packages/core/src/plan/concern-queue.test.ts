import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type PlainDate } from '../kernel/calendar.ts'
import {
  type ConcernFacts,
  ConcernSeverity,
  type ConcernWeights,
  lintConcernWeights,
  startingWeights,
  weighConcern,
} from './concern.ts'
import { concernQueue } from './concern-queue.ts'

const today = '2026-11-28' as PlainDate
const daysAgo = (days: number) => addDays(today, -days)
const concern = (id: string, some: Partial<ConcernFacts> = {}): ConcernFacts => ({
  id,
  people: 10,
  severity: 'hardship',
  since: daysAgo(10),
  repeats: 0,
  votes: 5,
  ...some,
})
const order = (concerns: ConcernFacts[], weights = startingWeights) =>
  concernQueue(concerns, weights, today).map((one) => one.concern.id)

const facts = fc.record({
  people: fc.nat(1000),
  severity: fc.constantFrom(...ConcernSeverity.options),
  since: fc.nat(3000).map(daysAgo),
  repeats: fc.nat(20),
  votes: fc.nat(500),
})
const weight = (most: number) =>
  fc.record({ points: fc.integer({ min: 0, max: most }), full: fc.integer({ min: 1, max: 400 }) })
const weights: fc.Arbitrary<ConcernWeights> = fc.record({
  people: weight(100),
  severity: fc.integer({ min: 0, max: 100 }).map((points) => ({ points, full: 1 as const })),
  age: weight(100),
  repeats: weight(100),
  votes: weight(100),
})

describe('first the concerns of local people (A46)', () => {
  test('the oldest repeated complaint outranks a new small one with equal votes (A46)', () => {
    const old = concern('old', { since: daysAgo(800), repeats: 6, severity: 'nuisance' })
    const fresh = concern('fresh', { since: daysAgo(3), people: 12, severity: 'danger' })
    expect(order([fresh, old])).toEqual(['old', 'fresh'])
  })

  test('under any weights that pass the check, whatever its severity and people (A46)', () => {
    fc.assert(
      fc.property(weights, facts, facts, (chosen, a, b) => {
        fc.pre(lintConcernWeights(chosen).length === 0)
        const old = concern('old', {
          ...a,
          since: daysAgo(Math.ceil(chosen.age.full)),
          repeats: Math.ceil(chosen.repeats.full),
        })
        const people = Math.floor(chosen.people.full / 10)
        const fresh = concern('fresh', { ...b, votes: old.votes, since: today, repeats: 0, people })
        expect(order([fresh, old], chosen)).toEqual(['old', 'fresh'])
      }),
    )
  })

  test('more of anything never puts a concern further back (A46)', () => {
    fc.assert(
      fc.property(weights, facts, fc.nat(50), (chosen, a, more) => {
        const score = (one: typeof a) => weighConcern(one, chosen, today).score
        const before = score(a)
        expect(score({ ...a, people: a.people + more })).toBeGreaterThanOrEqual(before)
        expect(score({ ...a, votes: a.votes + more })).toBeGreaterThanOrEqual(before)
        expect(score({ ...a, repeats: a.repeats + more })).toBeGreaterThanOrEqual(before)
        expect(score({ ...a, since: addDays(a.since, -more) })).toBeGreaterThanOrEqual(before)
        expect(score({ ...a, severity: 'danger' })).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  test('each score is explained: the sum of its terms, and what the one before has more of (A46)', () => {
    const first = concern('first', { since: daysAgo(400), repeats: 5 })
    const second = concern('second', { votes: 50 })
    const [one, two] = concernQueue([second, first], startingWeights, today)
    for (const { score, terms } of [one!, two!])
      expect(terms.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 9)
    expect(one!.behind).toBeNull()
    expect(one!.terms.map(({ term, points }) => [term, Math.round(points * 100) / 100])).toEqual([
      ['people', 1.25],
      ['severity', 13.33],
      ['age', 20],
      ['repeats', 20],
      ['votes', 0.75],
    ])
    expect(two!.behind).toMatchObject({ id: 'first', by: [{ term: 'repeats' }, { term: 'age' }] })
  })

  test('equal scores stand by age, then by id; the order they came in does not matter', () => {
    const flat: ConcernWeights = { ...startingWeights, age: { points: 0, full: 1 } }
    const three = [concern('c'), concern('b'), concern('a', { since: daysAgo(9) })]
    expect(order(three, flat)).toEqual(['b', 'c', 'a'])
    expect(order([...three].reverse(), flat)).toEqual(['b', 'c', 'a'])
  })

  test('weights that forget long-standing issues are refused', () => {
    const forgetful = { ...startingWeights, age: { points: 2, full: 365 } }
    expect(lintConcernWeights(forgetful).map(({ code }) => code)).toEqual([
      'concern-weights-forget-age',
    ])
    expect(lintConcernWeights(startingWeights)).toEqual([])
  })
})
