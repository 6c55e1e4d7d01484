import type { RoutingFleet } from '../../../../plan/routing.ts'
import type { Part } from '../answer.ts'
import { nameOfFleet, tableOnDay } from '../fleet-of-route.ts'
import type { Question } from '../question.ts'
import type { Probe } from './probe.ts'

const most = 4

/** One more vehicle like those of a fleet, on as few of its days as are used. */
export const anotherVehicle: Probe<'another-vehicle'> = {
  kind: 'another-vehicle',
  answers: ['shift', 'load', 'stops', 'days-out', 'driving'],
  widest: (question) => {
    const { instance } = question
    return nearFleets(question).map((fleet) => {
      const { depot, days } = instance.fleets[fleet]!
      const numbers = instance.fleets.flatMap((f) => (f.depot === depot ? f.vehicles : []))
      const vehicle = Math.max(...numbers) + 1
      const name = nameOfFleet(instance, fleet)
      return { kind: 'another-vehicle', what: { fleet, name, depot: depot + 1, vehicle, days } }
    })
  },
  apply: (instance, _, { what: { fleet, vehicle, days } }) => ({
    ...instance,
    fleets: [...instance.fleets, { ...onDays(instance.fleets[fleet]!, days), vehicles: [vehicle] }],
  }),
  narrow: (_, part, { routes }) => {
    const { depot, vehicle, days } = part.what
    const used = routes.flatMap((r) => (r.depot === depot && r.vehicle === vehicle ? [r.day] : []))
    return { ...part, what: { ...part.what, days: days.filter((day) => used.includes(day)) } }
  },
  singles: (part): Part<'another-vehicle'>[] =>
    part.what.days.map((day) => ({ ...part, what: { ...part.what, days: [day] } })),
}

/** A fleet on some of its days, with their roads. */
export function onDays(fleet: RoutingFleet, days: readonly number[]): RoutingFleet {
  if (typeof (fleet.rules?.travel ?? 0) === 'number') return { ...fleet, days }
  const travel = days.map((day) => tableOnDay(fleet, day))
  return { ...fleet, days, rules: { ...fleet.rules, travel } }
}

/** Fleets that differ, those of near depots first. */
function nearFleets({ instance, customers }: Question): number[] {
  const { depots, fleets } = instance
  const c = instance.customers.find(({ id }) => id === customers[0])!
  const far = (f: number) => {
    const { x, y } = depots[fleets[f]!.depot]!
    return Math.hypot(x - c.x, y - c.y)
  }
  const asked = c.rules?.skills ?? []
  return fleets
    .map((_, f) => f)
    .filter((f) => asked.every((skill) => fleets[f]!.rules?.skills?.includes(skill)))
    .filter((f) => fleets[f]!.vehicles.length > 0 && fleets[f]!.days.length > 0)
    .sort((a, b) => far(a) - far(b) || a - b)
    .slice(0, most)
}
