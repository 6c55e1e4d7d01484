import { loadHighs, runHighs } from '@kuashan/engine/milp/highs-run.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SolveMilp } from '../../../kernel/milp.ts'
import { random } from '../../../kernel/random.ts'
import { type LocationProblem, overlap, type SiteOption } from './location-problem.ts'
import { type Relaxation, relax } from './relax.ts'
import { type LocationAnswer, solveLocation } from './solve-location.ts'

const highs = await loadHighs()
const milp: SolveMilp = async (problem, options) => runHighs(highs, problem, options)

const option = (id: string, rest: Partial<SiteOption> = {}): SiteOption => ({
  id,
  yearly: 100,
  once: 0,
  years: null,
  capacity: 100,
  least: 0,
  opening: null,
  ...rest,
})

/** Two villages, a clinic that runs, and an empty school that could become one. */
const valley = (rest: Partial<LocationProblem> = {}): LocationProblem => ({
  mode: 'least-cost',
  clients: [
    { id: 'upper', need: 30, farthest: 60, floor: 1, times: null },
    { id: 'lower', need: 50, farthest: 60, floor: 1, times: null },
  ],
  sites: [
    {
      id: 'clinic',
      options: [
        option('as-is', { capacity: 50 }),
        option('upgraded', { capacity: 90, once: 1000 }),
      ],
      today: 'as-is',
      closing: 0,
      must: null,
    },
    {
      id: 'school',
      options: [option('converted', { once: 400 })],
      today: null,
      closing: 0,
      must: null,
    },
  ],
  ways: [
    [50, 10],
    [20, 40],
  ],
  budgets: [],
  mostSites: null,
  years: 10,
  travel: 0.01,
  visit: 10,
  ...rest,
})

const answerOf = async (problem: LocationProblem): Promise<LocationAnswer> => {
  const outcome = await solveLocation(problem, milp)
  if (outcome.kind !== 'answer') throw new Error(outcome.kind)
  return outcome.answer
}

const relaxOf = async (problem: LocationProblem): Promise<(readonly Relaxation[])[]> => {
  const outcome = await solveLocation(problem, milp)
  return outcome.kind === 'infeasible' ? outcome.reliefs.map(({ changes }) => changes) : []
}

describe('options, floors and budgets', () => {
  it('converts the school where that is cheapest in all', async () => {
    // School alone: 100 + 40 + (30·10 + 50·40)·0.01 = 163, below the upgrade (225) and both sites (253).
    const answer = await answerOf(valley())
    expect(answer.runs).toEqual([null, 'converted'])
    expect(answer).toMatchObject({ optimal: true, unmet: 0 })
    expect(answer.cost).toBeCloseTo(163, 6)
  })

  it('counts what closing costs', async () => {
    const [clinic, school] = valley().sites
    const answer = await answerOf(valley({ sites: [{ ...clinic!, closing: 2000 }, school!] }))
    expect(answer.runs[0]).toBe('upgraded')
    expect(answer.cost).toBeCloseTo(100 + 100 + (30 * 50 + 50 * 20) * 0.01, 6)
  })

  it('meets most need within a budget, and that at least cost', async () => {
    const budgets = [{ id: 'fund', kind: 'once' as const, limit: 300, options: null }]
    const clients = valley().clients.map((client) => ({ ...client, floor: 0 }))
    const answer = await answerOf(valley({ mode: 'most-need', budgets, clients }))
    expect(answer).toMatchObject({ runs: ['as-is', null], optimal: true })
    expect(answer.unmet).toBeCloseTo(30, 3)
  })

  it('serves only when people can come', async () => {
    const monday = [{ weekday: 1, from: 480, until: 720 }]
    const tuesday = [{ weekday: 2, from: 480, until: 720 }]
    const [clinic, school] = valley().sites
    const clients = valley().clients.map((client) => ({ ...client, times: monday }))
    const sites = [clinic!, { ...school!, options: [option('converted', { opening: tuesday })] }]
    expect((await answerOf(valley({ clients, sites }))).runs).toEqual(['upgraded', null])
    expect(overlap(monday, tuesday)).toBe(0)
    expect(overlap(monday, [{ weekday: 1, from: 600, until: 900 }])).toBe(120)
  })
})

describe('what to relax when nothing meets all', () => {
  it('names the budget, the floor or the capacity that is in the way, and by how much', async () => {
    const budgets = [{ id: 'fund', kind: 'once' as const, limit: 300, options: null }]
    const relax = await relaxOf(valley({ budgets }))
    expect(relax).toContainEqual([{ kind: 'budget', id: 'fund', by: expect.closeTo(100, 4) }])
    expect(relax).toContainEqual([
      { kind: 'capacity', id: 'clinic as-is', by: expect.closeTo(30, 4) },
    ])
    const floors = relax.find(([first]) => first?.kind === 'floor')!
    const lost = floors.map(({ id, by }) => by * (id === 'upper' ? 30 : 50))
    expect(lost.reduce((a, b) => a + b, 0)).toBeCloseTo(30, 4)
  })

  it('says how much farther somebody must be let go', async () => {
    const far = valley().clients.map((client) => ({ ...client, farthest: 35 }))
    const sites = valley().sites.map((site, j) => ({
      ...site,
      must: j === 1 ? ('closed' as const) : null,
    }))
    const relax = await relaxOf(valley({ clients: far, sites }))
    expect(relax).toContainEqual([{ kind: 'farthest', id: 'upper', by: expect.closeTo(15, 4) }])
    expect(relax).toContainEqual([{ kind: 'decided', id: 'school', by: expect.closeTo(1, 4) }])
  })

  it('what it says is enough, applied', async () => {
    const budgets = [{ id: 'fund', kind: 'once' as const, limit: 300, options: null }]
    const outcome = await solveLocation(valley({ budgets }), milp)
    if (outcome.kind !== 'infeasible') throw new Error(outcome.kind)
    expect(outcome.reliefs.map(({ kind }) => kind)).toEqual(['budget', 'floor', 'capacity'])
    for (const { changes, smallest, proven } of outcome.reliefs) {
      expect({ smallest, proven }).toEqual({ smallest: true, proven: true })
      expect((await solveLocation(relax(valley({ budgets }), changes), milp)).kind).toBe('answer')
      const less = changes.map((change) => ({ ...change, by: 0.9 * change.by }))
      expect((await solveLocation(relax(valley({ budgets }), less), milp)).kind).toBe('infeasible')
    }
  })
})

/** Tries every option of every site, with shares by the cheapest way where capacity does not bind. */
function bestByTrying(problem: LocationProblem): number {
  let best = Number.POSITIVE_INFINITY
  const choose = (j: number, chosen: (SiteOption | null)[]): void => {
    const site = problem.sites[j]
    if (site) {
      const may = site.must === 'open' ? site.options : [null, ...site.options]
      for (const each of may) choose(j + 1, [...chosen, each])
      return
    }
    const spent = chosen.reduce((sum, each) => sum + (each?.once ?? 0), 0)
    if (problem.budgets.some(({ limit }) => spent > limit)) return
    const fixed = chosen.reduce(
      (sum, each) => sum + (each ? each.yearly + each.once / problem.years : 0),
      0,
    )
    const ways = problem.clients.map(({ need, farthest }, i) => {
      const near = chosen.flatMap((each, k) => (each ? [problem.ways[i]![k]!] : []))
      const way = Math.min(Number.POSITIVE_INFINITY, ...near)
      return way <= farthest ? problem.travel * need * way : Number.POSITIVE_INFINITY
    })
    best = Math.min(
      best,
      ways.reduce((a, b) => a + b, fixed),
    )
  }
  choose(0, [])
  return best
}

describe('against trying everything', () => {
  it('is the least cost above the floors, or infeasible', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 10_000 }), async (seed) => {
        const source = random(seed)
        const problem = valley({
          clients: Array.from({ length: 6 }, (_, i) => ({
            id: `c${i}`,
            need: 1 + source.below(20),
            farthest: 40,
            floor: 1,
            times: null,
          })),
          sites: Array.from({ length: 4 }, (_, j) => ({
            id: `s${j}`,
            options: [0, 1].map((o) =>
              option(`o${o}`, {
                yearly: 20 + source.below(80),
                once: source.below(500),
                capacity: seed % 3 === 0 ? 1000 : Number.POSITIVE_INFINITY,
              }),
            ),
            today: null,
            closing: 0,
            // A site that surely stays lets the model leave out what is farther.
            must: j === 0 && seed % 2 === 0 ? ('open' as const) : null,
          })),
          ways: Array.from({ length: 6 }, () => Array.from({ length: 4 }, () => source.below(70))),
          budgets: [{ id: 'fund', kind: 'once', limit: 700, options: null }],
          travel: 0.2,
        })
        const wanted = bestByTrying(problem)
        const outcome = await solveLocation(problem, milp)
        if (Number.isFinite(wanted)) {
          expect(outcome.kind).toBe('answer')
          if (outcome.kind === 'answer') expect(outcome.answer.cost).toBeCloseTo(wanted, 4)
        } else {
          expect(outcome.kind).toBe('infeasible')
          if (outcome.kind === 'infeasible') expect(outcome.reliefs.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 15 },
    )
  })
})
