import type { RoutingFleet, RoutingInstance } from '../../plan/routing.ts'
import { travelIndex } from './travel-between.ts'
import type { TaskName } from './vroom-tasks.ts'
import type { Units } from './vroom-units.ts'

/** The first way of travelling is VROOM's default profile. */
export const profileName = (k: number) => (k === 0 ? 'car' : `car-${k + 1}`)

/** VROOM's skills are numbers: those that are stay, others get one from their letters. */
export const skillNumbers = (skills: readonly string[]): number[] =>
  skills.map((skill) =>
    /^\d{1,9}$/.test(skill)
      ? Number(skill)
      : [...skill].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 2_147_483_647, 7),
  )

/** Each vehicle once, as on the first of its days. */
export function vehiclesOf(
  instance: RoutingInstance,
  units: Units,
  tasks: (id: number) => TaskName,
) {
  const known = new Set<string>()
  const ids = new Set<number>()
  const { fleets } = instance
  let last = fleets.flatMap((f) => f.vehicles).reduce((most, v) => Math.max(most, v), 0)
  return fleets.flatMap((fleet) =>
    fleet.vehicles.flatMap((number) => {
      const name = `${fleet.depot}/${number}`
      if (known.has(name)) return []
      known.add(name)
      const id = ids.has(number) ? ++last : number
      ids.add(id)
      return [vehicleOf(fleet, { id, number }, instance, units, tasks)]
    }),
  )
}

function vehicleOf(
  fleet: RoutingFleet,
  { id, number }: { id: number; number: number },
  { depots, customers }: RoutingInstance,
  units: Units,
  tasks: (id: number) => TaskName,
) {
  const { rules = {}, depot } = fleet
  const end = rules.endDepot === undefined ? depot : rules.endDepot
  const home = depots[depot]!
  const open = Math.max(home.open, rules.open ?? 0)
  const close = Math.min(home.close, rules.close ?? Infinity)
  const capacity = units.load([fleet.capacity, ...limits(rules.otherCapacities)])
  const steps = customers.filter((c) =>
    c.rules?.locked?.some((v) => v.vehicle?.depot === depot && v.vehicle.number === number),
  )
  return {
    id,
    profile: profileName(travelIndex(fleet, fleet.days[0] ?? 1)),
    ...(rules.name ? { description: rules.name } : {}),
    start: [home.x, home.y],
    start_index: depot,
    ...(end === null ? {} : { end: [depots[end]!.x, depots[end]!.y], end_index: end }),
    ...(capacity.length > 0 ? { capacity } : {}),
    costs: {
      fixed: units.time(rules.costs?.perDay ?? 0),
      per_hour: 0,
      per_km: Math.round((rules.costs?.perLength ?? 1) * 1000),
    },
    ...(rules.skills?.length ? { skills: skillNumbers(rules.skills) } : {}),
    ...(open > 0 || close < Infinity ? { time_window: units.window(open, close) } : {}),
    ...(rules.breaks?.length
      ? {
          breaks: rules.breaks.map((b, k) => ({
            id: k + 1,
            time_windows: b.windows.map((w) => units.window(w.open, w.close)),
            service: units.time(b.duration),
          })),
        }
      : {}),
    ...(rules.maxStops === undefined ? {} : { max_tasks: rules.maxStops }),
    ...(rules.maxDriving === undefined ? {} : { max_travel_time: units.time(rules.maxDriving) }),
    ...(steps.length > 0 ? { steps: steps.map((c) => tasks(c.id)) } : {}),
  }
}

/** A dimension without a limit of its own has none. */
const limits = (given: readonly number[] = []): number[] =>
  [0, 1, 2].map((d) => given[d] ?? Infinity)
