import { highsHere } from '@kuashan/engine/milp/highs-here.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWithin, type LocationInstance } from '../../plan/location.ts'
import { smallInstance, subsets } from './brute-force.fixture.ts'
import { checkLocation } from './check-location.ts'
import { reliefOfSiting } from './relief-of-siting.ts'
import { countedRun } from './siting-run.fixture.ts'

const highs = await highsHere()

const whole = (instance: LocationInstance): LocationInstance => ({
  ...instance,
  // Everybody has a way to every site.
  pairs: instance.pairs!.map((d, k) => (Number.isFinite(d) ? d : 70 + (k % 5))),
})

/** By trying all: the fewest sites that cover everybody within a radius. */
function fewestSites({ clients, sites, pairs }: LocationInstance, radius: number): number {
  const n = sites.length
  for (let p = 1; p <= n; p++)
    for (const open of subsets(n, p))
      if (clients.every((_, i) => open.some((j) => isWithin(pairs![i * n + j]!, radius)))) return p
  return Number.POSITIVE_INFINITY
}

const facts = (findings: Awaited<ReturnType<typeof reliefOfSiting>>, code: string) =>
  findings.find((f) => f.code === code)?.facts

describe('what to relax in a published problem', () => {
  it('more sites or a wider radius, both the least: against trying everything', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5000 }), async (seed) => {
        const p = 1 + (seed % 3)
        const small = whole(smallInstance(seed, { clients: 7, sites: 6 }))
        const instance = { ...small, p, radius: 30 }
        if (instance.clients.some((_, i) => fewestSites(rowOf(instance, i), 30) > 6)) return
        const found = await reliefOfSiting(instance, 'scp', countedRun(highs, 4000))
        const needed = fewestSites(instance, 30)
        if (needed <= p) {
          expect(found).toEqual([])
          return
        }
        expect(facts(found, 'siting-p-too-few')).toEqual({ p, needed })
        expect(facts(found, 'siting-relax-most-sites')?.by).toBe(needed - p)
        const to = Number(facts(found, 'siting-relax-radius')?.to)
        expect(fewestSites(instance, to)).toBeLessThanOrEqual(p)
        expect(fewestSites(instance, to - 0.2)).toBeGreaterThan(p)
      }),
      { numRuns: 12 },
    )
  })

  it('room, where whole clients do not fit though their sum would', async () => {
    const instance: LocationInstance = {
      ...smallInstance(1, { clients: 3, sites: 2 }),
      demand: Float64Array.of(6, 6, 6),
      pairs: new Float64Array(6).fill(1),
      capacity: Float64Array.of(10, 10),
      p: null,
    }
    const found = await reliefOfSiting(instance, 'sscflp', countedRun(highs, 4000))
    expect(found.map(({ code }) => code)).toEqual(['siting-infeasible', 'siting-relax-capacity'])
    expect(found[1]!.facts).toMatchObject({ by: 2, proof: 'solved again, proven smallest' })
    const roomy = { ...instance, capacity: Float64Array.of(10, 12) }
    expect(await reliefOfSiting(roomy, 'sscflp', countedRun(highs, 4000))).toEqual([])
  })
})

/** One client alone. */
const rowOf = (instance: LocationInstance, i: number): LocationInstance => {
  const n = instance.sites.length
  return { ...instance, clients: [i], pairs: instance.pairs!.slice(i * n, (i + 1) * n) }
}

describe('what a problem lacks before it is searched', () => {
  const instance = (rest: Partial<LocationInstance>): LocationInstance => ({
    ...smallInstance(1, { clients: 2, sites: 3 }),
    demand: Float64Array.of(5, 8),
    pairs: Float64Array.of(4, 9, 9, 12, 15, 20),
    capacity: Float64Array.of(6, 4, 2),
    ...rest,
  })

  it('says by how much a radius falls short of the nearest candidate', () => {
    const found = checkLocation(instance({ radius: 10 }), 'scp', 'f')
    expect(found.map(({ code, facts }) => [code, facts])).toEqual([
      ['siting-radius-short', { id: 2, nearest: 12, radius: 10, by: 2 }],
    ])
  })

  it('says how much room is lacking, and by how much a client is too big', () => {
    const found = checkLocation(instance({}), 'sscflp', 'f')
    expect(found.map(({ code, facts }) => [code, facts.by])).toEqual([
      ['siting-capacity-short', 1],
      ['siting-client-too-big', 2],
    ])
  })

  it('says how many sites the demand takes', () => {
    const room = { demand: Float64Array.of(5, 5), capacity: Float64Array.of(6, 4, 2) }
    const found = checkLocation(instance({ ...room, p: 1 }), 'cpmp', 'f')
    expect(found.map(({ code, facts }) => [code, facts.needed])).toEqual([
      ['siting-p-short-of-room', 2],
    ])
    expect(checkLocation(instance({ ...room, p: 2 }), 'cpmp', 'f')).toEqual([])
  })
})
