import { type Finding, finding, hasErrors } from '../../kernel/finding.ts'
import type { RoutingInstance } from '../../plan/routing.ts'
import { schemaFindings } from './own-instance.ts'
import { parseJson } from './parse-json.ts'
import { type ReadInstance, readResult } from './read-result.ts'
import { unreadFields } from './unread-fields.ts'
import { epochOf } from './vroom-clock.ts'
import { customerOf } from './vroom-customers.ts'
import { DepotList, fleetsOf, matrixOver, type Travelling } from './vroom-fleets.ts'
import { locksOf } from './vroom-locks.ts'
import { PlaceReader, type VroomPlace } from './vroom-places.ts'
import { type VroomProblem, vroomProblem } from './vroom-schema.ts'
import { type Task, tasksOf } from './vroom-tasks.ts'
import type { Whereabouts } from './whereabouts.ts'

/**
 * VROOM's JSON (docs/vroom.md says how each field is taken): jobs, shipments, vehicles, matrices, and periodic fields under
 * `kuashan`. What has no meaning here is a warning each, never passed over in silence.
 */
export function readVroom(text: string, file: string): ReadInstance {
  const json = parseJson(text, file)
  if ('finding' in json) return { instance: null, findings: [json.finding] }
  const parsed = vroomProblem.safeParse(json.value)
  if (!parsed.success)
    return { instance: null, findings: schemaFindings(parsed.error.issues, file) }
  const problem = parsed.data
  const places = new PlaceReader(problem, file)
  const tasks = tasksOf(problem, file)
  const epoch = epochOf(problem)
  const days = problem.kuashan?.dates?.length ?? problem.kuashan?.days ?? 1
  const list = new DepotList()
  const { fleets, ways, homes } = fleetsOf(problem, { days, epoch, places, list, file })
  const taskPlaces = tasks.map((task) => places.read(task.fields, task.at))
  const locks = locksOf(problem, tasks, { days, homes, file })
  const findings = [
    ...unreadFields(json.value, vroomProblem).map((path) =>
      finding('vroom-field-unread', { file, path }, { field: path.split('.').at(-1)! }),
    ),
    ...doubledIds(problem, tasks, file),
    ...checkAmounts(problem, tasks, file),
    ...places.findings,
    ...locks.findings,
  ]
  if (hasErrors(findings)) return { instance: null, findings }
  const ground = {
    days,
    epoch,
    tasks: tasks.length,
    shared: sharedPlaces(tasks, taskPlaces),
  }
  const instance: RoutingInstance = {
    name: file.replace(/^.*\//, '').replace(/\.[^.]*$/, ''),
    days,
    objective: 'levels',
    convention: 'float',
    depots: list.depots(),
    fleets,
    customers: tasks.map((task, k) =>
      customerOf(task, taskPlaces[k]!, {
        ...ground,
        locked: locks.visits.get(task.customer) ?? [],
      }),
    ),
    ...travelOf([...list.places, ...taskPlaces], ways),
    ...(problem.kuashan?.dates ? { dates: problem.kuashan.dates } : {}),
    ...(problem.kuashan?.periodDays ? { periodDays: problem.kuashan.periodDays } : {}),
  }
  if (epoch > 0) findings.push(finding('vroom-clock-shifted', { file }, { epoch }))
  const names = new Map(tasks.map(({ customer, type, id }) => [customer, { type, id }]))
  return { ...readResult(instance, whereOf(tasks, file), findings), names: { tasks: names, epoch } }
}

/** Rows with several tasks, some of which have a setup; each named by its first task. */
function sharedPlaces(
  tasks: readonly Task[],
  places: readonly VroomPlace[],
): Map<number | null, string> {
  const at = Map.groupBy(tasks.keys(), (k) => places[k]!.row)
  const shared = [...at].filter(
    ([, here]) => here.length > 1 && here.some((k) => tasks[k]!.fields.setup > 0),
  )
  return new Map(shared.map(([row, here]) => [row, `place ${tasks[here[0]!]!.customer}`]))
}

/** One way of travelling as matrices; several, or one with places that can't be reached, as `travel`. */
function travelOf(
  places: readonly VroomPlace[],
  ways: readonly Travelling[],
): Pick<RoutingInstance, 'matrix' | 'durations' | 'travel'> {
  const travel = ways.map((way) => matrixOver(places, way))
  const only = travel[0]!
  return travel.length === 1 && !only.times.some((row) => row.includes(-1))
    ? { matrix: only.lengths, durations: only.times }
    : { travel }
}

const whereOf = (tasks: readonly Task[], file: string): Whereabouts => ({
  file,
  depot: () => ({ file, path: 'vehicles' }),
  fleet: () => ({ file, path: 'vehicles' }),
  customer: (index) => tasks[index]?.at ?? { file },
})

function doubledIds(problem: VroomProblem, tasks: readonly Task[], file: string): Finding[] {
  const seen = new Set<string>()
  const named = [
    ...tasks.map(({ type, id, at }) => ({ type, id, at })),
    ...problem.vehicles.map(({ id }, k) => ({
      type: 'vehicle',
      id,
      at: { file, path: `vehicles.${k}` },
    })),
  ]
  return named.flatMap(({ type, id, at }) => {
    const name = `${type} ${id}`
    const twice = seen.has(name)
    seen.add(name)
    return twice ? [finding('instance-id-doubled', at, { id: name })] : []
  })
}

/** Amounts have as many dimensions as the capacities, four at most. */
function checkAmounts(problem: VroomProblem, tasks: readonly Task[], file: string): Finding[] {
  const amounts = [
    ...problem.vehicles.map((v, k) => ({
      list: v.capacity ?? [],
      at: { file, path: `vehicles.${k}` },
    })),
    ...tasks.flatMap(({ delivery, pickup, at }) => [
      { list: delivery, at },
      { list: pickup, at },
    ]),
  ].filter(({ list }) => list.length > 0)
  const want = Math.min(4, amounts[0]?.list.length ?? 0)
  return amounts
    .filter(({ list }) => list.length !== want)
    .map(({ list, at }) =>
      finding('instance-count-differs', at, { what: 'capacity', want, have: list.length }),
    )
}
