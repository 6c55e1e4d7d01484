import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkRoutes } from '../../../check/check-routes.ts'
import { random } from '../../../kernel/random.ts'
import type { RoutingInstance, RoutingSolution } from '../../../plan/routing.ts'
import { type RandomInstanceOptions, randomInstance } from '../search/random-instance.fixture.ts'
import { cutByPlace } from './cut-by-place.ts'
import { cutByRoutes } from './cut-by-routes.ts'
import { improvePart } from './improve-part.ts'
import { inWhole, type Part, partInstance } from './part.ts'
import { putBack } from './put-back.ts'

type Shape = RandomInstanceOptions & { prizes: boolean; matrix: boolean }

const shapes: fc.Arbitrary<Shape> = fc.record({
  customers: fc.integer({ min: 1, max: 40 }),
  days: fc.integer({ min: 1, max: 4 }),
  depots: fc.integer({ min: 1, max: 4 }),
  vehicles: fc.integer({ min: 1, max: 6 }),
  windows: fc.boolean(),
  limited: fc.boolean(),
  prizes: fc.boolean(),
  matrix: fc.boolean(),
})
const seeds = fc.integer({ min: 0, max: 1e6 })
const size = 8

function largeInstance(seed: number, { prizes, matrix, ...shape }: Shape): RoutingInstance {
  const source = random(seed)
  const instance = randomInstance(source, shape)
  const places = [...instance.depots, ...instance.customers]
  return {
    ...instance,
    objective: prizes ? 'profit' : 'distance',
    customers: instance.customers.map((c) =>
      prizes ? { ...c, prize: 1 + source.below(20), optional: true } : c,
    ),
    ...(matrix
      ? {
          matrix: places.map((a) =>
            places.map((b) => Math.abs(a.x - b.x) + 2 * Math.abs(a.y - b.y)),
          ),
        }
      : {}),
  }
}

const iterations = (count: number) => (done: number) => done / count

function solveParts(
  instance: RoutingInstance,
  parts: readonly Part[],
  seed: number,
): RoutingSolution {
  return putBack(
    instance,
    parts.map((part) => {
      const cut = partInstance(instance, part)
      const order = { instance: cut.instance, routes: cut.routes, seed }
      return { part, routes: inWhole(cut, improvePart(order, iterations(32)).routes) }
    }),
  )
}

const slotsOf = (parts: readonly Part[]): string[] =>
  parts.flatMap((p) =>
    p.fleets.flatMap(({ fleet, day, vehicles }) => vehicles.map((v) => `${fleet}/${day}/${v}`)),
  )

function expectNoVehicleTwice(instance: RoutingInstance, parts: readonly Part[]): void {
  const slots = slotsOf(parts)
  expect(new Set(slots).size).toBe(slots.length)
  const whole = instance.fleets.flatMap(({ days, vehicles }, fleet) =>
    days.flatMap((day) => vehicles.map((v) => `${fleet}/${day}/${v}`)),
  )
  expect(slots.filter((slot) => !whole.includes(slot))).toEqual([])
}

/** Everything but customers left out, which a poor fleet may force. */
const wrongIn = (instance: RoutingInstance, solution: RoutingSolution) =>
  checkRoutes(instance, solution).findings.filter((f) => f.code !== 'customer-unserved')

describe('cutting by place', () => {
  test('every customer is in one part, and vehicles are dealt out once', () => {
    fc.assert(
      fc.property(shapes, seeds, (shape, seed) => {
        const instance = largeInstance(seed, shape)
        const parts = cutByPlace(instance, size)
        const all = parts.flatMap((p) => p.customers).sort((a, b) => a - b)
        expect(all).toEqual(instance.customers.map((_, k) => k))
        expectNoVehicleTwice(instance, parts)
      }),
    )
  })

  test('a part has load to carry as it has vehicles', () => {
    const instance = randomInstance(random(1), {
      customers: 400,
      days: 1,
      depots: 1,
      vehicles: 21,
      windows: false,
      limited: false,
    })
    const loads = cutByPlace(instance, 100).map((p) => {
      const vehicles = p.fleets.reduce((sum, f) => sum + f.vehicles.length, 0)
      return p.customers.reduce((sum, c) => sum + instance.customers[c]!.demand, 0) / vehicles
    })
    expect(loads.length).toBe(4)
    expect(Math.max(...loads)).toBeLessThan(Math.min(...loads) * 1.1)
  })
})

describe('cutting by routes', () => {
  test('routes stay whole; a customer is free in one part or held in several', () => {
    fc.assert(
      fc.property(shapes, seeds, (shape, seed) => {
        const instance = largeInstance(seed, shape)
        const solution = solveParts(instance, cutByPlace(instance, size), seed)
        const parts = cutByRoutes(instance, solution, size, random(seed))
        const names = (routes: RoutingSolution['routes']) =>
          routes.map((r) => JSON.stringify(r)).sort()
        expect(names(parts.flatMap((p) => p.routes))).toEqual(names(solution.routes))
        expectNoVehicleTwice(instance, parts)
        const free = parts.flatMap((p) => p.customers.filter((c) => !p.held.has(c)))
        const held = new Set(parts.flatMap((p) => [...p.held.keys()]))
        expect([...free, ...held].sort((a, b) => a - b)).toEqual(
          instance.customers.map((_, k) => k),
        )
      }),
    )
  })
})

describe('rounds of parts', () => {
  test('keep every rule, never lose a customer, never get longer with all aboard', () => {
    fc.assert(
      fc.property(shapes, seeds, (shape, seed) => {
        const instance = largeInstance(seed, shape)
        let solution = solveParts(instance, cutByPlace(instance, size), seed)
        expect(wrongIn(instance, solution)).toEqual([])
        for (let round = 1; round <= 2; round++) {
          const parts = cutByRoutes(instance, solution, size, random(round))
          const next = solveParts(instance, parts, seed + round)
          expect(wrongIn(instance, next)).toEqual([])
          const [before, after] = [checkRoutes(instance, solution), checkRoutes(instance, next)]
          if (shape.prizes) expect(after.profit).toBeGreaterThanOrEqual(before.profit)
          else expect(next.unserved.length).toBeLessThanOrEqual(solution.unserved.length)
          if (!shape.prizes && next.unserved.length === 0 && solution.unserved.length === 0)
            expect(after.length).toBeLessThanOrEqual(before.length)
          solution = next
        }
      }),
      { numRuns: 40 },
    )
  })

  test('same seed, same routes', () => {
    const instance = largeInstance(5, {
      customers: 60,
      days: 3,
      depots: 2,
      vehicles: 9,
      windows: true,
      limited: false,
      prizes: false,
      matrix: false,
    })
    const run = () => {
      const first = solveParts(instance, cutByPlace(instance, 15), 3)
      return solveParts(instance, cutByRoutes(instance, first, 15, random(3)), 4)
    }
    expect(run()).toEqual(run())
  })
})
