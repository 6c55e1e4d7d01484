import fc from 'fast-check'
import { dateOf } from '../../kernel/calendar.ts'
import type { RoutingInstance } from '../../plan/routing.ts'
import type { CustomerRules, FleetRules } from '../../plan/routing-rules.ts'

const amount = fc.oneof(fc.nat(50), fc.double({ min: 0, max: 1e4, noNaN: true }))
const numberOrNone = fc.oneof(amount, fc.constant(Infinity))
const coordinate = fc.oneof(
  fc.integer({ min: -99, max: 99 }),
  fc.double({ min: 1, max: 9, noNaN: true }),
)
const window = fc
  .tuple(fc.nat(500), fc.oneof(fc.nat(500), fc.constant(Infinity)))
  .map(([open, length]) => ({ open, close: open + length }))
const hours = fc
  .tuple(fc.nat(99), fc.constantFrom(100, 500, Infinity))
  .map(([open, close]) => ({ open, close }))
const names = fc.uniqueArray(fc.constantFrom('nurse', 'x-ray', '疫苗'))

const some = <T>(
  shape: { [K in keyof T]-?: fc.Arbitrary<NonNullable<T[K]> | Extract<T[K], null>> },
) => fc.record(shape, { requiredKeys: [] }) as unknown as fc.Arbitrary<T>

const someDays = (days: number) => fc.subarray(Array.from({ length: days }, (_, k) => k + 1))

const gaps = fc
  .tuple(fc.nat(5), fc.oneof(fc.nat(20), fc.constant(Infinity)))
  .map(([minGap, more]) => ({ minGap, maxGap: minGap + more }))

/** Fleets' rules that name only places, days and travel that there are. */
const fleetRules = (days: number, depots: number): fc.Arbitrary<FleetRules> => {
  const at = fc.array(fc.nat(depots - 1), { minLength: 1, maxLength: 2 })
  return some<FleetRules>({
    name: fc.string(),
    endDepot: fc.oneof(fc.nat(depots - 1), fc.constant(null)),
    open: fc.nat(99),
    close: fc.integer({ min: 100, max: 999 }),
    otherCapacities: fc.array(numberOrNone, { maxLength: 3 }),
    skills: names,
    maxDriving: amount,
    travel: fc.constant(0),
    rest: fc.record({ after: amount, duration: amount, onRoad: fc.boolean() }),
    breaks: fc.array(
      fc.record({ windows: fc.array(window, { minLength: 1, maxLength: 2 }), duration: amount }),
      { maxLength: 2 },
    ),
    maxStops: fc.nat(9),
    maxDaysOut: fc.nat(9),
    reload: fc.record({ at, duration: amount, most: fc.nat(3) }),
    nights: fc
      .tuple(fc.record({ at, cost: amount, mostInRow: fc.nat(3) }), someDays(days))
      .map(([rule, evenings]) => ({ ...rule, evenings })),
    costs: fc.record({ perDay: amount, perLength: fc.nat(9), perTime: amount }),
  })
}

const customerRules = (days: number, ids: readonly number[]): fc.Arbitrary<CustomerRules> => {
  const day = fc.integer({ min: 1, max: days })
  return some<CustomerRules>({
    name: fc.string(),
    windows: fc.array(
      fc.oneof(
        window,
        fc.tuple(window, day).map(([w, d]) => ({ ...w, day: d })),
      ),
      { maxLength: 3 },
    ),
    spacing: fc
      .tuple(gaps, fc.integer({ min: 1, max: 4 }), fc.nat(9), fc.boolean())
      .map(([gap, visits, lastBefore, wraps]) => ({ visits, ...gap, lastBefore, wraps })),
    seekDays: someDays(days),
    avoidDays: someDays(days),
    serviceByGap: fc.constant([
      { gap: 3, service: 1.5 },
      { gap: 9, service: 4 },
    ]),
    place: fc.string(),
    station: fc.string(),
    setup: amount,
    otherDemands: fc.array(amount, { maxLength: 3 }),
    pickup: amount,
    otherPickups: fc.array(amount, { maxLength: 3 }),
    deliverTo: fc.constantFrom(...ids),
    skills: names,
    sameVehicle: fc.boolean(),
    sameWeekday: fc.boolean(),
    priority: fc.nat(4),
    locked: fc.array(fc.record({ day, vehicle: fc.constant({ depot: 0, number: 1 }) }), {
      maxLength: 2,
    }),
    published: fc.array(
      day.map((d) => ({ day: d })),
      { maxLength: 2 },
    ),
  })
}

/** Instances without errors in which any of the rules may stand; not all of them can be served. */
export const anyInstance: fc.Arbitrary<RoutingInstance> = fc
  .record({
    days: fc.integer({ min: 1, max: 12 }),
    depots: fc.integer({ min: 1, max: 3 }),
    customers: fc.integer({ min: 2, max: 5 }),
  })
  .chain(({ days, depots, customers }) => {
    const ids = Array.from({ length: customers }, (_, k) => 10 + k)
    const size = depots + customers
    const matrix = fc.array(fc.array(amount, { minLength: size, maxLength: size }), {
      minLength: size,
      maxLength: size,
    })
    const customer = (id: number) =>
      fc
        .record({
          x: coordinate,
          y: coordinate,
          service: amount,
          demand: amount,
          window,
          patterns: fc.uniqueArray(fc.integer({ min: 1, max: 2 ** days - 1 }), {
            minLength: 1,
            maxLength: 4,
          }),
          prize: amount,
          optional: fc.boolean(),
          rules: customerRules(
            days,
            ids.filter((other) => other !== id),
          ),
        })
        .map(({ window: { open, close }, ...rest }) => ({ id, ...rest, open, close }))
    const fleet = (depot: number) =>
      fc.record({
        days: someDays(days),
        depot: fc.constant(depot),
        vehicles: fc.constantFrom([1], [1, 2, 3], [1, 4, 2]),
        capacity: numberOrNone,
        maxDuration: numberOrNone,
        rules: fleetRules(days, depots),
      })
    return fc.record({
      name: fc.string(),
      days: fc.constant(days),
      objective: fc.constantFrom('distance', 'hierarchical', 'profit', 'levels'),
      convention: fc.constantFrom('float', 'round', 'trunc10', 'trunc100', 'exact1000'),
      depots: fc.tuple(
        ...Array.from({ length: depots }, (_, k) =>
          fc
            .tuple(coordinate, coordinate, hours)
            .map(([x, y, { open, close }]) => ({ id: k - 3, x, y, open, close })),
        ),
      ),
      fleets: fc.tuple(...Array.from({ length: depots }, (_, k) => fleet(k))),
      customers: fc.tuple(...ids.map(customer)),
      travel: fc.array(fc.record({ lengths: matrix, times: matrix }), {
        minLength: 1,
        maxLength: 2,
      }),
      dates: fc.constant(Array.from({ length: days }, (_, k) => dateOf(20_000 + 2 * k))),
      periodDays: fc.integer({ min: 2 * days, max: 99 }),
      unions: fc.array(
        gaps.map((gap) => ({ customers: ids, ...gap })),
        { maxLength: 1 },
      ),
    }) as fc.Arbitrary<RoutingInstance>
  })
