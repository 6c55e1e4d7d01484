import fc from 'fast-check'
import type { RoutingCustomer, RoutingFleet, RoutingInstance } from '../../../plan/routing.ts'

const skills = ['nurse', 'x-ray']

const customer = (id: number, days: number): fc.Arbitrary<RoutingCustomer> =>
  fc
    .record({
      x: fc.integer({ min: -30, max: 30 }),
      y: fc.integer({ min: -30, max: 30 }),
      service: fc.integer({ min: 2, max: 20 }),
      demand: fc.integer({ min: 0, max: 3 }),
      open: fc.constantFrom(0, 0, 30),
      patterns: fc.oneof(
        fc.constant(Array.from({ length: days }, (_, d) => 1 << d)),
        fc.integer({ min: 1, max: 2 ** days - 1 }).map((pattern) => [pattern]),
      ),
      optional: fc.boolean(),
      seek: fc.subarray(Array.from({ length: days }, (_, d) => d + 1)),
      skill: fc.constantFrom(undefined, undefined, undefined, ...skills),
      publishedOn: fc.constantFrom(undefined, 1),
    })
    .map(({ seek, skill, publishedOn, ...rest }) => ({
      ...{ id, ...rest, close: rest.open + 70, prize: 5 },
      rules: {
        seekDays: seek,
        ...(skill === undefined ? {} : { skills: [skill] }),
        ...(publishedOn === undefined ? {} : { published: [{ day: publishedOn }] }),
      },
    }))

const fleet = (days: number): fc.Arbitrary<RoutingFleet> =>
  fc
    .record({
      days: fc.subarray(
        Array.from({ length: days }, (_, d) => d + 1),
        { minLength: 1 },
      ),
      maxDuration: fc.oneof(fc.integer({ min: 80, max: 120 }), fc.constant(Infinity)),
      capacity: fc.constantFrom(4, 5, Infinity),
      rules: fc.record(
        {
          skills: fc.subarray(skills, { minLength: 1 }),
          open: fc.constant(10),
          maxDriving: fc.integer({ min: 60, max: 100 }),
          maxStops: fc.constantFrom(2, 3, 4),
          maxDaysOut: fc.constant(1),
        },
        { requiredKeys: ['skills'] },
      ),
    })
    .map((rest) => ({ depot: 0, vehicles: [1], ...rest }))

/** One vehicle for five to seven customers over one to three days: not everyone can be served as they ask. */
export const tightInstance: fc.Arbitrary<RoutingInstance> = fc
  .record({ days: fc.integer({ min: 1, max: 3 }), count: fc.integer({ min: 5, max: 7 }) })
  .chain(({ days, count }) =>
    fc.record({
      name: fc.constant('tight'),
      days: fc.constant(days),
      objective: fc.constant('levels' as const),
      convention: fc.constant('round' as const),
      depots: fc.constant([
        { id: 1, x: 0, y: 0, open: 0, close: 150 },
        { id: 2, x: 20, y: 20, open: 0, close: 150 },
      ]),
      fleets: fc.tuple(fleet(days)),
      customers: fc.tuple(...Array.from({ length: count }, (_, k) => customer(k + 1, days))),
    }),
  )
