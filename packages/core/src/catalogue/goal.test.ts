import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../kernel/calendar.ts'
import { type Goal, Indicator, lintGoals, targetIn } from './goal.ts'
import { isLive } from './goal-figure.ts'
import { startingCatalogue } from './starting-catalogue.ts'
import { startingGoals } from './starting-goals.ts'

const goal = (id: string, parent: string | null, some: Partial<Goal> = {}): Goal => ({
  id,
  parent,
  name: { zh: id, en: '' },
  indicators: [indicator('coverage.MED-01')],
  services: [],
  ...some,
})
const indicator = (figure: string, yearly: Indicator['yearly'] = []): Indicator =>
  Indicator.parse({ name: { zh: figure }, figure, target: 1, by: '2028-12-31', yearly })

/** Two services are known, one of them has a floor. */
const readable = { coverage: new Set(['MED-01']), offered: new Set(['EMP-01', 'MED-01']) }
const codesOf = (...goals: Goal[]) =>
  lintGoals(goals, readable).map(({ code, at }) => [code, at.path])

describe('goals', () => {
  test('that are a tree of known services are fine', () => {
    const root = goal('health', null)
    expect(codesOf(root, goal('visits', 'health', { services: ['MED-01'] }))).toEqual([])
  })

  test('with one id twice, without their parent, or in a ring are told by name', () => {
    expect(codesOf(goal('a', null), goal('a', null))).toEqual([['goal-id-twice', 'goals.a']])
    expect(codesOf(goal('a', 'b'))).toEqual([['goal-parent-unknown', 'goals.a']])
    const ring = [goal('a', 'c'), goal('b', 'a'), goal('c', 'b'), goal('under', 'a')]
    expect(codesOf(...ring)).toEqual(['a', 'b', 'c'].map((id) => ['goal-in-ring', `goals.${id}`]))
    expect(codesOf(goal('a', 'a'))).toEqual([['goal-in-ring', 'goals.a']])
  })

  test('of services that the catalogue does not know are told, also in what measures them', () => {
    const figures = [indicator('coverage.MED-01'), indicator('coverage.EDU-09')]
    expect(codesOf(goal('a', null, { services: ['XXX-01'], indicators: figures }))).toEqual([
      ['goal-service-unknown', 'goals.a'],
      ['goal-service-unknown', 'goals.a'],
      ['indicator-without-records', 'goals.a'],
    ])
  })

  test('with no live indicator, of their own or below them, are errors (A118)', () => {
    const bare = { indicators: [] }
    const dead = { indicators: [indicator('coverage.EMP-01')] }
    expect(codesOf(goal('a', null, bare))).toEqual([['goal-without-indicator', 'goals.a']])
    expect(codesOf(goal('a', null, dead))).toEqual([
      ['goal-without-indicator', 'goals.a'],
      ['indicator-without-records', 'goals.a'],
    ])
    expect(codesOf(goal('a', null, bare), goal('b', 'a'))).toEqual([])
    expect(codesOf(goal('a', null), goal('b', 'a', bare))).toEqual([
      ['goal-without-indicator', 'goals.b'],
    ])
    const offered = { indicators: [indicator('offered.EMP')] }
    expect(codesOf(goal('a', null, offered))).toEqual([])
  })

  test('have a target for each year, one each (A118)', () => {
    const years = [
      { year: 2027, target: 0.8 },
      { year: 2026, target: 0.5 },
    ]
    const one = indicator('coverage', years)
    expect([2025, 2026, 2027, 2028].map((year) => targetIn(one, year))).toEqual([0.5, 0.5, 0.8, 1])
    const twice = indicator('coverage', [...years, years[0]!])
    expect(codesOf(goal('a', null, { indicators: [twice] }))).toEqual([
      ['goal-year-twice', 'goals.a'],
    ])
  })
})

describe('the tree to start from (A118)', () => {
  const catalogue = startingCatalogue()
  const offered = new Set(catalogue.services.map(({ id }) => id))
  const start = (coverage: string[], now: number | null = null) =>
    startingGoals(
      catalogue,
      { coverage: new Set(coverage), offered },
      '2026-03-01' as PlainDate,
      () => now,
    )

  test('has jobs, education and social security, and passes the check where nothing is adopted (A118)', () => {
    const goals = start([])
    expect(goals.map(({ id }) => id)).toEqual(['jobs', 'education', 'security'])
    expect(goals.every(({ services }) => services.length >= 4)).toBe(true)
    expect(lintGoals(goals, { coverage: new Set(), offered })).toEqual([])
  })

  test('reads only figures with records, and steps from where they stand to everybody (A118)', () => {
    const readable = { coverage: new Set(['EDU-01']), offered }
    const figures = start(['EDU-01'], 0.4).flatMap(({ indicators }) => indicators)
    expect(figures.map(({ figure }) => figure)).toEqual([
      'offered.EMP',
      'offered.EDU',
      'coverage.EDU',
      'offered.SOC',
    ])
    expect(figures.every(({ figure }) => isLive(figure, readable))).toBe(true)
    expect(figures[0]!.yearly).toEqual([
      { year: 2026, target: 0.6 },
      { year: 2027, target: 0.8 },
      { year: 2028, target: 1 },
    ])
  })
})
