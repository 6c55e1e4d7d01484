import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  type CatchmentInput,
  catchmentRatio,
  enhancedTwoStep,
  threeStep,
  twoStep,
} from './catchment.ts'
import { gaussian, power, step, threeStepZones } from './decay.ts'
import { gini } from './equity.ts'
import { gravity, normalised } from './gravity.ts'
import { type Links, linksOf } from './links.ts'
import { raam, raamOfWholePeople } from './raam.ts'

const file = new URL('../../../../../shared/bench/accessibility/cases.json', import.meta.url)

type Values = Record<string, number>
interface Case {
  id: string
  demand: Values
  supply: Values
  costs: { origin: string | number; dest: string | number; cost: number }[]
  expected: Record<string, Values> & Values[]
  population_weighted_gini_of_each: Values
}

const cases: Case[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
const named = (id: string) => cases.find((c) => c.id === id)!

const inputOf = (c: Case): CatchmentInput & { names: string[] } => {
  const names = Object.keys(c.demand)
  const sites = Object.keys(c.supply)
  return {
    names,
    demand: Object.values(c.demand),
    supply: Object.values(c.supply),
    links: linksOf(
      names.length,
      sites.length,
      c.costs.map(({ origin, dest, cost }) => ({
        from: names.indexOf(String(origin)),
        to: sites.indexOf(String(dest)),
        cost,
      })),
    ),
  }
}

const near = (actual: number, expected: number) => {
  if (expected === 0) expect(actual).toBe(0)
  else expect(Math.abs(actual / expected - 1)).toBeLessThan(1e-6)
}

const allNear = (names: string[], actual: Float64Array, expected: Values) => {
  expect(Object.keys(expected).length).toBe(names.length)
  names.forEach((name, i) => {
    near(actual[i]!, expected[name]!)
  })
}

/** 25 points on a grid of 5 × 5 at distance 1; `rows` are the points with demand. */
const gridLinks = (rows: number[]): Links => {
  const at = (k: number) => [Math.floor(k / 5), k % 5] as const
  const pairs = rows.flatMap((r, from) =>
    Array.from({ length: 25 }, (_, to) => {
      const [[x, y], [u, v]] = [at(r), at(to)]
      return { from, to, cost: Math.hypot(x - u, y - v) }
    }),
  )
  return linksOf(rows.length, 25, pairs)
}
const ones = (n: number) => new Float64Array(n).fill(1)

describe.skipIf(!existsSync(file))('published accessibility cases (needs ../shared)', () => {
  it.each(['hospital_scenario_0', 'hospital_scenario_2'])('%s', (id) => {
    const c = named(id)
    const input = { ...inputOf(c), decay: power(1, -1), maxCost: 61 }
    allNear(input.names, twoStep(input).access, c.expected['2sfca_weighted']!)
    allNear(input.names, threeStep(input).access, c.expected['3sfca']!)
  })

  it('grid5_gravity', () => {
    const access = gravity(ones(25), gridLinks([...Array(25).keys()]), power(60, 1))
    for (const [id, value] of Object.entries(named('grid5_gravity').expected))
      near(access[Number(id) - 1]!, value as unknown as number)
  })

  it('grid5_catchment', () => {
    const links = gridLinks([7])
    expect(gravity(ones(25), links, step([[0.5, 1]]))[0]).toBe(1)
    expect(gravity(ones(25), links, step([[0.5, 0.5]]))[0]).toBe(0.5)
    const all = gravity(ones(25), links, step([[10, 1]]))
    expect(all[0]).toBe(25)
    expect(normalised(all, ones(1))[0]).toBe(1)
  })

  it('grid5_fca', () => {
    const rows = [0, 6, 12, 17, 23]
    const links = gridLinks(rows)
    const between = linksOf(
      5,
      5,
      rows.flatMap((_, from) =>
        rows.map((to, k) => ({ from, to: k, cost: links.cost[from * 25 + to]! })),
      ),
    )
    const input = { demand: ones(5), supply: ones(25), links }
    const value = (maxCost: number, of: (i: CatchmentInput) => Float64Array) => [
      ...of({ ...input, maxCost }),
    ]
    const methods = [
      (i: CatchmentInput) => catchmentRatio(i, between),
      (i: CatchmentInput) => twoStep(i).access,
      (i: CatchmentInput) => enhancedTwoStep(i).access,
      (i: CatchmentInput) => threeStep({ ...i, decay: step([[10, 25]]) }).access,
    ]
    for (const of of methods) {
      for (const got of value(Infinity, of)) near(got, 5)
      for (const got of value(0.9, of)) near(got, 1)
    }
    // The package says NaN where nothing is in reach; here it is 0 access with none reached.
    expect([...twoStep({ ...input, maxCost: -1 }).reached]).toEqual([0, 0, 0, 0, 0])
  })

  it('grid5_raam: one person who cannot be divided stays at home', () => {
    const input = { demand: ones(1), supply: ones(25), links: gridLinks([12]) }
    expect(raamOfWholePeople(input).cost[0]).toBe(25)
    // Divided people spread over all 25 sites: the level is 1 + mean distance / 60.
    const mean = input.links.cost.reduce((a, b) => a + b, 0) / 25
    expect(raam(input).cost[0]).toBeCloseTo(1 + mean / 60, 12)
  })

  it('weights', () => {
    near(gaussian(1)(1), 0.6065306597)
    near(gaussian(2)(1), 0.8824969)
    near(gaussian(50)(1), 0.99980001)
    const g20 = [1, 0.6065306597126334, 0.1353352832366127, 0.011108996538242306]
    ;[0, 20, 40, 60].forEach((x, k) => {
      near(gaussian(20)(x), g20[k]!)
    })
    const p20 = [400, 400, 100, 1, 0.25, 0.1111111111]
    ;[0, 1, 2, 20, 40, 60].forEach((x, k) => {
      near(power(20, -2, 1)(x), p20[k]!)
    })
  })

  it('gini', () => {
    for (const row of named('gini').expected as unknown as {
      v: number[]
      w?: number[]
      gini: number
    }[]) {
      const items = row.v.map((value, k) => ({ value, people: row.w?.[k] ?? 1 }))
      expect(gini(items)).toBeCloseTo(row.gini, 12)
    }
  })

  it('synthetic_12x4, and the Gini of each', () => {
    const c = named('synthetic_12x4')
    const input = inputOf(c)
    const got: Record<string, Float64Array> = {
      '2sfca_max30': twoStep({ ...input, maxCost: 30 }).access,
      'e2sfca_step(10:1,20:0.68,30:0.22)_max30': enhancedTwoStep({ ...input, maxCost: 30 }).access,
      '3sfca_step(10:0.962,20:0.704,30:0.377,60:0.042)_max60': threeStep({
        ...input,
        decay: threeStepZones,
        maxCost: 60,
      }).access,
      'e2sfca_gaussian(20)_max60': twoStep({ ...input, decay: gaussian(20), maxCost: 60 }).access,
      'gravity_alpha-2_scale1_mind1_sum': gravity(input.supply, input.links, power(1, -2, 1)),
    }
    expect(Object.keys(got).sort()).toEqual(Object.keys(c.expected).sort())
    for (const [method, access] of Object.entries(got)) {
      allNear(input.names, access, c.expected[method]!)
      const items = [...access].map((value, i) => ({ value, people: input.demand[i]! }))
      near(gini(items), c.population_weighted_gini_of_each[method]!)
    }
  })
})
