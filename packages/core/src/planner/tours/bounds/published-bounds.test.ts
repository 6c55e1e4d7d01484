import { existsSync, readFileSync } from 'node:fs'
import { highsHere } from '@kuashan/engine/milp/highs-here.ts'
import { describe, expect, test } from 'vitest'
import { readInstance } from '../../formats/read-instance.ts'
import { lowerBound } from './lower-bound.ts'

/** Published instances are not ours to ship: skipped where `../shared` is absent. */
const bench = new URL('../../../../../../../shared/bench/', import.meta.url)
const solvers = await highsHere()

describe.skipIf(!existsSync(bench))('bounds of published instances', () => {
  test.each([
    ['mdvrp', 'p01', '.txt', 40, 0.98],
    ['pvrp', 'p01', '.txt', 60, 0.95],
    ['cvrp', 'X-n101-k25', '.vrp', 25, 0.8],
  ])('%s %s: at most the best known, and near it', async (family, name, kind, rounds, near) => {
    const known = JSON.parse(readFileSync(new URL(`${family}/bks.json`, bench), 'utf8'))
    const text = readFileSync(new URL(`${family}/${name}${kind}`, bench), 'utf8')
    const { instance } = readInstance(text, `${name}${kind}`)
    const stop = (done: number) => done >= rounds
    const { bound } = await lowerBound(instance!, { ...solvers, stop })
    const best = known[name].cost as number
    expect(bound).toBeLessThanOrEqual(best + 0.01)
    expect(bound).toBeGreaterThan(near * best)
  })

  test('Solomon C101 is proved optimal without a known solution', async () => {
    const text = readFileSync(new URL('vrptw/solomon/C101.txt', bench), 'utf8')
    const { instance } = readInstance(text, 'C101.txt')
    const found = await lowerBound(instance!, { ...solvers, stop: () => false })
    expect(found.bound).toBeCloseTo(828.937, 3)
    expect(found.optimal).toBe(true)
    expect(found.start?.routes).toHaveLength(10)
  })
})
