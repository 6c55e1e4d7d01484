import { describe, expect, it } from 'vitest'
import { random } from '../../../kernel/random.ts'
import { subsets } from '../brute-force.fixture.ts'
import { siteTree } from './branch-on-sites.ts'
import { openSet } from './open-set.ts'
import { type ServiceCosts, serviceCosts } from './service-costs.ts'
import { raiseBound, settleSites, startPrices } from './site-prices.ts'

const [clients, sites, p] = [14, 9, 3]

function made(seed: number): ServiceCosts {
  const source = random(seed)
  const table = Float64Array.from({ length: clients * sites }, () => source.below(40))
  const most = new Float64Array(clients).fill(40)
  return serviceCosts(table, clients, sites, most)
}

const all = [...subsets(sites, p)]
const costOf = (costs: ServiceCosts, open: readonly number[]) => openSet(costs, open).cost
const seeds = Array.from({ length: 40 }, (_, k) => k + 1)

describe('prices from a poor start, so that nothing is right by luck', () => {
  it.each(seeds)('bound, settled sites and tree hold on case %i', (seed) => {
    const costs = made(seed)
    const priced = all.map((open) => ({ open, cost: costOf(costs, open) }))
    const best = Math.min(...priced.map(({ cost }) => cost))
    const start = priced[0]!
    const status = new Int8Array(sites)
    const run = { upper: start.cost, status, iterations: 40, stop: () => false }
    const prices = raiseBound(costs, p, startPrices(costs, openSet(costs, start.open)), run)
    expect(prices.bound).toBeLessThanOrEqual(best + 1e-9)
    settleSites(costs, p, prices, best + 1, status)
    const kept = priced.filter(({ open }) =>
      status.every((s, j) => s === 0 || (s === 1) === open.includes(j)),
    )
    expect(Math.min(...kept.map(({ cost }) => cost))).toBe(best)
    let found = start.cost
    const offer = (open: Int32Array) => {
      found = Math.min(found, costOf(costs, [...open]))
    }
    const events = { stop: () => false, onChosen: () => {}, onLast: offer }
    const tree = siteTree(costs, p, prices, new Int8Array(sites), start.cost, events)
    while (!tree.step()) tree.improve(found)
    expect(found).toBe(best)
  })
})
