import type { RoutingCustomer } from '../../plan/routing.ts'
import type { TimeWindow } from '../../plan/routing-rules.ts'
import type { VehicleDay } from './driving.fixture.ts'
import { laterOf, type Moment, notBefore, plus } from './moment.fixture.ts'
import { by, type PartialRun, undominated } from './partial-run.fixture.ts'

/** A customer to be visited, by its index, with its service on this day. */
export interface Item {
  customer: number
  service: number
}

const windowsOf = (customer: RoutingCustomer, day: number): readonly TimeWindow[] =>
  customer.rules?.windows
    ? customer.rules.windows.filter((w) => (w.day ?? day) === day)
    : [{ open: customer.open, close: customer.close }]

/** All ways of serving the customers of one stop, from the arrival on: one for each choice of windows and of resting there. */
export function serve(
  { instance, fleet, day }: VehicleDay,
  arrived: PartialRun,
  group: readonly Item[],
): PartialRun[] {
  const customers = group.map((item) => instance.customers[item.customer]!)
  const ready = plus(arrived.now, Math.max(...customers.map((c) => c.rules?.setup ?? 0)))
  type Serving = { run: PartialRun; free: ReadonlyMap<string, Moment>; left: Moment }
  let open: Serving[] = [{ run: arrived, free: new Map(), left: ready }]
  customers.forEach((customer, k) => {
    const station = customer.rules?.station ?? ''
    open = open.flatMap(({ run, free, left }) =>
      windowsOf(customer, day).flatMap((window) => {
        const start = notBefore(laterOf(ready, free.get(station) ?? ready), window.open)
        const leave = plus(start, group[k]!.service)
        return by(run, start, window.close).map((kept) => ({
          run: { ...kept, times: [...kept.times, [arrived.now, start, leave] as const] },
          free: new Map(free).set(station, leave),
          left: laterOf(left, leave),
        }))
      }),
    )
  })
  const rest = fleet.rules?.rest
  return undominated(
    open.flatMap(({ run, left }) => {
      const served = { ...run, now: left }
      if (!rest || run.wheel === 0) return [served]
      const leave = laterOf(left, plus(arrived.now, rest.duration))
      const [arrive, start] = run.times.at(-1)!
      const times = [...run.times.slice(0, -1), [arrive, start, leave] as const]
      return [served, { ...run, now: leave, wheel: 0, times }]
    }),
  )
}

const dimensions = [0, 1, 2, 3]

/** The run with a customer's goods moved, if they fit. */
export function load(vehicle: VehicleDay, run: PartialRun, index: number): PartialRun[] {
  const { instance, fleet } = vehicle
  const { customers } = instance
  const { demand, rules, id } = customers[index]!
  const { brought, peak, taken, parcels } = run.aboard
  const sources = customers.flatMap((c, k) => (c.rules?.deliverTo === id ? [k] : []))
  if (sources.some((k) => !parcels.includes(k))) return []
  const broughtTo = [demand, ...(rules?.otherDemands ?? [])]
  const takenFrom = (k: number) => {
    const from = customers[k]!.rules
    return [from?.pickup ?? 0, ...(from?.otherPickups ?? [])]
  }
  const next = {
    brought: dimensions.map((d) => brought[d]! + (broughtTo[d] ?? 0)),
    taken: dimensions.map((d) => {
      const delivered = sources.reduce((sum, k) => sum + (takenFrom(k)[d] ?? 0), 0)
      return taken[d]! + (takenFrom(index)[d] ?? 0) - delivered
    }),
    parcels: [
      ...parcels.filter((k) => !sources.includes(k)),
      ...(rules?.deliverTo === undefined ? [] : [index]),
    ],
  }
  const highest = dimensions.map((d) => Math.max(peak[d]!, next.taken[d]! - next.brought[d]!))
  const capacity = [fleet.capacity, ...(fleet.rules?.otherCapacities ?? [])]
  const fits = dimensions.every((d) => next.brought[d]! + highest[d]! <= (capacity[d] ?? Infinity))
  return fits ? [{ ...run, aboard: { ...next, peak: highest } }] : []
}
