import type {
  RoutingCustomer,
  RoutingInstance,
  RoutingRoute,
  RoutingSolution,
} from '../../plan/routing.ts'
import { routeClock, type TimedRoute } from './clock-of-route.ts'
import { prioritiesOf } from './vroom-priority.ts'
import { type TaskName, taskNames, type VroomNames } from './vroom-tasks.ts'

interface Step {
  type: string
  id?: number
  location: [number, number]
  setup: number
  service: number
  waiting_time: number
  load?: number[]
  arrival: number
  duration: number
  violations: never[]
}

/**
 * A solution as VROOM writes one (docs/API.md): summary, routes with steps, unassigned. Times and costs are whole numbers;
 * arrivals are in the clock of the file that `names` comes from. Where the instance has several days each route says which, under
 * `kuashan`.
 */
export function writeVroomSolution(
  instance: RoutingInstance,
  solution: RoutingSolution,
  names?: VroomNames,
): string {
  const tasks = taskNames(instance, names)
  const { priorities } = prioritiesOf(instance.customers)
  const priority = new Map(instance.customers.map((c, k) => [c.id, priorities[k]!]))
  const byId = new Map(instance.customers.map((c) => [c.id, c]))
  const clock = routeClock(instance)
  const routes = solution.routes.flatMap((route) => {
    const timed = clock(route)
    return timed ? [routeOf(instance, route, timed, tasks, names?.epoch ?? 0, priority)] : []
  })
  const sum = (key: 'cost' | 'setup' | 'service' | 'duration' | 'waiting_time' | 'priority') =>
    routes.reduce((total, route) => total + route[key], 0)
  const summary = {
    cost: sum('cost'),
    routes: routes.length,
    unassigned: solution.unserved.length,
    setup: sum('setup'),
    service: sum('service'),
    duration: sum('duration'),
    waiting_time: sum('waiting_time'),
    priority: sum('priority'),
    violations: [],
  }
  const unassigned = solution.unserved.map((id) => ({
    ...tasks(id),
    location: [byId.get(id)?.x ?? 0, byId.get(id)?.y ?? 0],
  }))
  return `${JSON.stringify({ code: 0, summary, unassigned, routes }, null, 1)}\n`
}

function routeOf(
  instance: RoutingInstance,
  route: RoutingRoute,
  { run, travel, way }: TimedRoute,
  tasks: (id: number) => TaskName,
  epoch: number,
  priority: ReadonlyMap<number, number>,
) {
  const { depots, customers } = instance
  const placeAt = (k: number) => depots[k] ?? customers[k - depots.length]!
  const driven = [0]
  for (let k = 1; k < way.length; k++)
    driven.push(driven[k - 1]! + travel.time(way[k - 1]!, way[k]!))
  const lengths = way.slice(1).map((to, k) => travel.length(way[k]!, to))
  const stops = route.stops.map((_, k) => customers[way[k + 1]! - depots.length]!)
  const loads = loadsOf(stops)
  const step = (type: string, k: number, arrival: number, load: number[]): Step => ({
    type,
    location: [placeAt(way[k]!).x, placeAt(way[k]!).y],
    setup: 0,
    service: 0,
    waiting_time: 0,
    ...(load.length > 0 ? { load } : {}),
    arrival: Math.round(arrival) + epoch,
    duration: Math.round(driven[k]!),
    violations: [],
  })
  const visits = run.times.map(([arrive, start, leave], k) => ({
    ...step(tasks(stops[k]!.id).type, k + 1, arrive, loads[k + 1]!),
    id: tasks(stops[k]!.id).id,
    service: Math.round(leave - start),
    waiting_time: Math.round(start - arrive),
  }))
  const pauses = (run.pauses ?? [])
    .filter((pause) => pause.kind === 'break')
    .map((pause) => ({
      before: pause.before,
      step: {
        ...step('break', pause.before, pause.start, loads[pause.before]!),
        id: (pause.index ?? 0) + 1,
        service: Math.round(pause.end - pause.start),
      },
    }))
  const inOrder = visits.flatMap((visit, k) => [
    ...pauses.filter((p) => p.before === k).map((p) => p.step),
    visit,
  ])
  const late = pauses.filter((p) => p.before === visits.length).map((p) => p.step)
  const ends = way.length > visits.length + 1
  const steps = [
    step('start', 0, run.depart, loads[0]!),
    ...inOrder,
    ...late,
    ...(ends ? [step('end', way.length - 1, run.finish, loads.at(-1)!)] : []),
  ]
  const total = (key: 'service' | 'waiting_time') => steps.reduce((sum, s) => sum + s[key], 0)
  return {
    vehicle: route.vehicle,
    cost: costOf(instance, route, lengths, run.finish - run.depart),
    setup: 0,
    service: total('service'),
    duration: Math.round(driven.at(-1)!),
    waiting_time: total('waiting_time'),
    priority: stops.reduce((sum, c) => sum + (priority.get(c.id) ?? 0), 0),
    steps,
    violations: [],
    ...(instance.days > 1 ? { kuashan: { day: route.day, depot: route.depot } } : {}),
  }
}

function costOf(
  { fleets }: RoutingInstance,
  route: RoutingRoute,
  lengths: readonly number[],
  out: number,
): number {
  const fleet = fleets.find(
    (f) => f.depot === route.depot - 1 && f.vehicles.includes(route.vehicle),
  )
  const { perDay = 0, perLength = 1, perTime = 0 } = fleet?.rules?.costs ?? {}
  const { nights } = fleet?.rules ?? {}
  const away = nights?.at.includes(route.run?.endsAt ?? -1) ? nights.cost : 0
  const length = lengths.reduce((sum, leg) => sum + leg, 0)
  return Math.ceil(away + perDay + perLength * length + perTime * out - 1e-6)
}

/** Load after the start, after each stop; as many dimensions as any load of the route has. */
function loadsOf(stops: readonly RoutingCustomer[]): number[][] {
  const brought = stops.map((c) => [c.demand, ...(c.rules?.otherDemands ?? [])])
  const taken = stops.map((c) => [c.rules?.pickup ?? 0, ...(c.rules?.otherPickups ?? [])])
  const used = [...brought, ...taken].filter((load) => load.some((v) => v > 0))
  const dimensions = used.reduce((most, load) => Math.max(most, load.length), 0)
  const fromPickup = new Map(
    stops.flatMap((c, k) =>
      c.rules?.deliverTo === undefined ? [] : [[c.rules.deliverTo, taken[k]!] as const],
    ),
  )
  let load = Array.from({ length: dimensions }, (_, d) =>
    brought.reduce((sum, b) => sum + (b[d] ?? 0), 0),
  )
  const loads = [load]
  stops.forEach((c, k) => {
    load = load.map(
      (v, d) => v - (brought[k]![d] ?? 0) + (taken[k]![d] ?? 0) - (fromPickup.get(c.id)?.[d] ?? 0),
    )
    loads.push(load)
  })
  return loads
}
