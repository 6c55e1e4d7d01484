import { existsSync, readFileSync } from 'node:fs'
import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import { describe, expect, it } from 'vitest'
import { random } from '../../kernel/random.ts'
import type { LocationProblem } from './location-problem.ts'
import { maxCoverModel, readMaxCover } from './max-cover.ts'
import { pCentre, pCentreModel } from './p-centre.ts'
import { pMedianModel, readPMedian } from './p-median.ts'
import { readSetCover, setCoverModel } from './set-cover.ts'

function* subsets(n: number, p: number, from = 0): Generator<number[]> {
  if (p === 0) yield []
  else
    for (let j = from; j <= n - p; j++)
      for (const rest of subsets(n, p - 1, j + 1)) yield [j, ...rest]
}

function sample(seed: number): LocationProblem {
  const source = random(seed)
  const [points, sites] = [12, 6]
  return {
    demand: Array.from({ length: points }, (_, i) => ({
      id: `d${i}`,
      weight: 1 + source.below(9),
    })),
    sites: Array.from({ length: sites }, (_, j) => `s${j}`),
    distance: Array.from({ length: points }, () =>
      Array.from({ length: sites }, () => (source.next() < 0.1 ? -1 : 1 + source.below(50))),
    ),
  }
}

const nearest = (problem: LocationProblem, i: number, open: readonly number[]): number =>
  Math.min(...open.map((j) => problem.distance[i]![j]!).map((d) => (d < 0 ? Infinity : d)))

describe('location models against enumeration', () => {
  it.each([1, 2, 3, 4, 5])('agree on made-up problem %i', async (seed) => {
    const problem = sample(seed)
    const p = 3
    const all = [...subsets(problem.sites.length, p)]
    const median = Math.min(
      ...all.map((open) =>
        problem.demand.reduce((sum, { weight }, i) => sum + weight * nearest(problem, i, open), 0),
      ),
    )
    const centre = Math.min(
      ...all.map((open) => Math.max(...problem.demand.map((_, i) => nearest(problem, i, open)))),
    )
    const covered = Math.max(
      ...all.map((open) =>
        problem.demand.reduce(
          (s, { weight }, i) => (nearest(problem, i, open) <= 15 ? s + weight : s),
          0,
        ),
      ),
    )
    const read = readPMedian(problem, await solveMilpHere(pMedianModel(problem, p)))
    expect(read?.objective ?? Infinity).toBeCloseTo(median, 6)
    expect((await pCentre(problem, p, solveMilpHere))?.objective ?? Infinity).toBe(centre)
    const cover = readMaxCover(problem, 15, await solveMilpHere(maxCoverModel(problem, 15, p)))
    expect(cover).toMatchObject({ objective: covered, proven: true })
    const centreModel = await solveMilpHere(pCentreModel(problem, p))
    if (Number.isFinite(centre)) expect(centreModel.objective).toBeCloseTo(centre, 6)
    else expect(centreModel.status).toBe('infeasible')
  })

  it('says so when a point is out of every reach', async () => {
    const problem: LocationProblem = {
      demand: [{ id: 'a', weight: 1 }],
      sites: ['s'],
      distance: [[-1]],
    }
    expect((await solveMilpHere(setCoverModel(problem, 10))).status).toBe('infeasible')
    expect(await pCentre(problem, 1, solveMilpHere)).toBeNull()
  })
})

const shared = new URL('../../../../../../shared/', import.meta.url)
const instance = new URL('bench/location_sf/sf_205x16.json', shared)
const expectedFile = new URL('data/sf-location/expected.json', shared)

describe.skipIf(!existsSync(instance))('San Francisco, 205 × 16 (needs ../shared)', () => {
  const read = () => {
    const raw = JSON.parse(readFileSync(instance, 'utf8'))
    const expected = JSON.parse(readFileSync(expectedFile, 'utf8'))
    const problem: LocationProblem = {
      demand: raw.demand.map((d: { id: string; pop: number }) => ({ id: d.id, weight: d.pop })),
      sites: raw.facility_order,
      distance: raw.demand.map((d: { id: string }) => raw.network_distance_m[d.id]),
    }
    return { problem, expected }
  }

  it.each(['1', '2', '3', '4', '5', '6'])('p-median with %s sites', async (p) => {
    const { problem, expected } = read()
    const want = expected.p_median_weighted[p]
    const found = readPMedian(problem, await solveMilpHere(pMedianModel(problem, Number(p))))!
    expect(Math.abs(found.objective / want.objective - 1)).toBeLessThan(1e-6)
    expect(found.sites.map((j) => problem.sites[j]).sort()).toEqual(want.sites)
  })

  it('p-centre with 4 sites', async () => {
    const { problem, expected } = read()
    const found = (await pCentre(problem, 4, solveMilpHere))!
    expect(Math.abs(found.objective / expected.p_center['4'].max_distance - 1)).toBeLessThan(1e-6)
  })

  it('set cover and maximal cover within 5,000 m', async () => {
    const { problem, expected } = read()
    const cover = readSetCover(problem, await solveMilpHere(setCoverModel(problem, 5000)))!
    expect(cover).toMatchObject({ objective: expected.set_cover_5000m.min_sites, proven: true })
    const want = expected.max_cover_5000m['4']
    const found = readMaxCover(problem, 5000, await solveMilpHere(maxCoverModel(problem, 5000, 4)))!
    expect(found.objective).toBe(want.population)
    expect(found.siteOf.filter((j) => j >= 0).length).toBe(want.demand_points)
    expect(found.sites.map((j) => problem.sites[j]).sort()).toEqual(want.sites)
  })
})
