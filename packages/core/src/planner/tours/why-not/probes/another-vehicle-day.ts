import type { RoutingFleet, RoutingInstance } from '../../../../plan/routing.ts'
import type { Part, VehicleDay } from '../answer.ts'
import { tableOnDay } from '../fleet-of-route.ts'
import type { Probe } from './probe.ts'

const most = 400

/** A vehicle that there is goes out on a further day, under the rules and on the roads of its nearest day before (or after). */
export const anotherVehicleDay: Probe<'another-vehicle-day'> = {
  kind: 'another-vehicle-day',
  answers: ['dates', 'shift', 'load', 'stops'],
  widest: ({ instance }) => {
    const on = daysOff(instance).slice(0, most)
    return on.length === 0 ? [] : [{ kind: 'another-vehicle-day', what: { on } }]
  },
  apply: (instance, _, { what: { on } }) => ({
    ...instance,
    fleets: [...instance.fleets, ...on.map((out) => fleetOnDayOff(instance, out))],
  }),
  narrow: (_, part, { routes }) => {
    const used = (out: VehicleDay) =>
      routes.some((r) => r.day === out.day && r.depot === out.depot && r.vehicle === out.vehicle)
    return { ...part, what: { on: part.what.on.filter(used) } }
  },
  singles: ({ kind, what: { on } }): Part<'another-vehicle-day'>[] =>
    on.map((out) => ({ kind, what: { on: [out] } })),
}

/** Days on which vehicles that go out on others don't. */
function daysOff({ fleets, days }: RoutingInstance): VehicleDay[] {
  const own = new Map<string, { depot: number; vehicle: number; out: Set<number> }>()
  for (const { depot, vehicles, days: out } of fleets)
    for (const vehicle of vehicles) {
      const key = `${depot} ${vehicle}`
      const known = own.get(key) ?? { depot: depot + 1, vehicle, out: new Set() }
      for (const day of out) known.out.add(day)
      own.set(key, known)
    }
  return [...own.values()]
    .filter(({ out }) => out.size > 0)
    .flatMap(({ depot, vehicle, out }) =>
      Array.from({ length: days }, (_, d) => ({ day: d + 1, depot, vehicle })).filter(
        ({ day }) => !out.has(day),
      ),
    )
    .sort((a, b) => a.day - b.day || a.depot - b.depot || a.vehicle - b.vehicle)
}

function fleetOnDayOff({ fleets }: RoutingInstance, out: VehicleDay): RoutingFleet {
  const { depot, vehicle, day } = out
  const own = fleets.filter((f) => f.depot === depot - 1 && f.vehicles.includes(vehicle))
  const known = own.flatMap((fleet) => fleet.days.map((d) => ({ fleet, d })))
  known.sort((a, b) => Math.abs(a.d - day) - Math.abs(b.d - day) || a.d - b.d)
  const { fleet, d } = known[0]!
  return {
    ...fleet,
    days: [day],
    vehicles: [vehicle],
    ...(fleet.rules ? { rules: { ...fleet.rules, travel: tableOnDay(fleet, d) } } : {}),
  }
}
