import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apportion } from '../kernel/apportion.ts'
import { random } from '../kernel/random.ts'
import { bucketQueue } from './bucket-queue.ts'
import type { CountySpec } from './county-spec.ts'
import { elevationTiles, straightM } from './ground.ts'
import { minHeap } from './min-heap.ts'
import { nameSource } from './names.ts'
import { settle } from './places.ts'
import { upstreamOrder } from './rivers.ts'
import { roadNetwork } from './road-network.ts'
import { layRoads } from './roads.ts'
import { spread, wayBack } from './spread.ts'
import { landscape } from './terrain.ts'
import { wayFinder } from './way-finder.ts'

const spec: CountySpec = {
  code6: '331199',
  name: '试县',
  nameEn: 'Test County',
  seat: { x: 0.6, y: 0.5, heightM: 150 },
  townships: [
    { kind: 'street', residents: 3_000, seatKm: 1, heightM: 150 },
    { kind: 'town', residents: 1_000, seatKm: 8, heightM: 250 },
    { kind: 'township', residents: 500, seatKm: 14, heightM: 500 },
  ],
  villages: 14,
}
const outlets = [{ x: 1, y: 0.4, z: 80 }]
const land = (seed: number) =>
  landscape(
    { columns: 121, rows: 121, cellM: 120, centre: [119.6, 28], outlets, steepness: 1.2 },
    random(seed),
  )
const ground = land(5)

describe('the land', () => {
  it('drains everywhere to its outlet, and all water arrives there', () => {
    const order = upstreamOrder(ground.receiver)
    expect(new Set(order).size).toBe(ground.z.length)
    const outlet = order[0]!
    expect(ground.receiver[outlet]).toBe(outlet)
    const all = (ground.z.length * 120 * 120) / 1e6
    expect(ground.areaKm2[outlet]! / all).toBeCloseTo(1, 3)
  })

  it('rises from the outlet into mountains', () => {
    const heights = Float32Array.from(ground.z).sort()
    expect(heights[0]!).toBeGreaterThanOrEqual(79)
    expect(heights.at(-1)!).toBeGreaterThan(500)
    expect(heights.every(Number.isFinite)).toBe(true)
  })

  it('is cut into tiles that share their edges and lose no post', () => {
    const tiles = elevationTiles(ground, 61)
    expect(tiles).toHaveLength(4)
    expect(tiles[0]!.east).toBe(tiles[1]!.west)
    expect(tiles[0]!.south).toBe(tiles[2]!.north)
    expect(tiles[0]!.metres[60]).toBe(tiles[1]!.metres[0])
  })
})

describe('ways over the land', () => {
  it('lead back to their source, each step dearer than the one before', () => {
    const ways = spread(ground, { sources: [60 * 121 + 60] })
    for (const cell of [0, 121 * 121 - 1, 7_000]) {
      const way = wayBack(ways, cell)
      expect(way.at(-1)).toBe(60 * 121 + 60)
      for (let k = 1; k < way.length; k++) {
        expect(ways.cost[way[k]!]!).toBeLessThan(ways.cost[way[k - 1]!]!)
      }
    }
  })

  it('cost nothing less than the straight way', () => {
    const from = 60 * 121 + 60
    const ways = spread(ground, { sources: [from] })
    for (let cell = 0; cell < ground.z.length; cell += 97) {
      expect(ways.metres[cell]! + 0.5).toBeGreaterThanOrEqual(straightM(ground, from, cell))
      expect(ways.cost[cell]! + 0.5).toBeGreaterThanOrEqual(ways.metres[cell]!)
    }
  })

  it('reach every village by road, and every step of road lies in one line', () => {
    const sites = settle(ground, [spec], random(5))
    const web = layRoads(ground, sites, [], random(6))
    const network = roadNetwork(ground, web, random(7))
    const villages = sites[0]!.townships.flatMap((t) => t.villages)
    expect(villages).toHaveLength(14)
    const reach = wayFinder(ground, web).from(sites[0]!.townships[0]!.villages[0]!.cell)
    for (const village of villages) expect(reach.metres(village.cell)).toBeLessThan(100_000)
    const points = network.ways.flatMap((w) => [...w.points])
    expect(Math.max(...points)).toBeLessThan(network.lng.length)
    expect(new Set(network.ways.map((w) => w.id)).size).toBe(network.ways.length)
  })
})

describe('small tools of the generator', () => {
  const keys = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 300 })

  it('a heap gives keys back in order, equal ones by id', () => {
    fc.assert(
      fc.property(keys, (values) => {
        const heap = minHeap(4)
        values.forEach((key, id) => {
          heap.push(key, id)
        })
        const out = values.map(() => heap.pop())
        const wanted = values
          .map((key, id) => ({ key, id }))
          .sort((a, b) => a.key - b.key || a.id - b.id)
        expect(out).toEqual(wanted.map((w) => w.id))
      }),
    )
  })

  it('a bucket queue gives all back, bucket by bucket', () => {
    fc.assert(
      fc.property(keys, (values) => {
        const queue = bucketQueue(10)
        queue.push(0, -7)
        expect(queue.pop()).toBe(-7)
        values.forEach((key, id) => {
          queue.push(key, id)
        })
        const out = values.map(() => Math.floor(values[queue.pop()]! / 10))
        expect(out).toEqual([...out].sort((a, b) => a - b))
        expect(queue.pop()).toBe(-1)
      }),
    )
  })

  it('apportions whole numbers that add up, none farther than one from its share', () => {
    const weights = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(weights, fc.nat(10_000), (w, total) => {
        const parts = apportion(w, total)
        const sum = w.reduce((a, b) => a + b, 0)
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total)
        parts.forEach((part, k) => {
          expect(Math.abs(part - (w[k]! / sum) * total)).toBeLessThan(1 + 1e-6)
        })
      }),
    )
  })

  it('never gives a name twice', () => {
    const names = nameSource(random(3))
    const drawn = Array.from({ length: 3_000 }, (_, k) =>
      k % 3 === 0 ? names.village() : names.hamlet(),
    )
    expect(new Set(drawn.map((n) => n.zh)).size).toBe(3_000)
  })
})
