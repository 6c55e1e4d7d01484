import type { Place } from '../../kernel/finding.ts'
import type { RoutingInstance } from '../../plan/routing.ts'
import { pairsOf } from './vroom-pairs.ts'
import type { VroomProblem, VroomTask } from './vroom-schema.ts'

/** What a VROOM file calls a task: jobs, pickups and deliveries are numbered each on their own there. */
export interface TaskName {
  type: 'job' | 'pickup' | 'delivery'
  id: number
}

/** What is lost of a VROOM file in the instance, and needed to answer in its terms. */
export interface VroomNames {
  /** By the customer's id in the instance. */
  tasks: ReadonlyMap<number, TaskName>
  /** Seconds taken off all times of the file. */
  epoch: number
}

/** What VROOM calls the customers of an instance: as the file did, or by their own numbers. */
export function taskNames(
  { customers }: RoutingInstance,
  names?: VroomNames,
): (id: number) => TaskName {
  const pairs = pairsOf(customers)
  const types = new Map<number, TaskName['type']>(
    pairs.flatMap(({ pickup, delivery }) => [
      [customers[pickup]!.id, 'pickup'],
      [customers[delivery]!.id, 'delivery'],
    ]),
  )
  return (id) => names?.tasks.get(id) ?? { type: types.get(id) ?? 'job', id }
}

/** A job or a step of a shipment, with what its shipment says of both steps. */
export interface Task extends TaskName {
  /** Its number in the instance: its own, or the next free one where another task has that. */
  customer: number
  fields: VroomTask
  delivery: readonly number[]
  pickup: readonly number[]
  skills: readonly number[]
  priority: number
  /** The instance's number of the delivery of a pickup. */
  deliverTo?: number
  at: Place
}

/** All tasks in the order of the file, jobs first. */
export function tasksOf(problem: VroomProblem, file: string): Task[] {
  const customer = numbering(problem)
  const jobs = problem.jobs.map((job, k): Task => {
    const { delivery, amount, pickup = [], skills = [], priority, ...fields } = job
    const at = { file, path: `jobs.${k}` }
    const brought = delivery ?? amount ?? []
    const shared = { fields, skills, priority, at, delivery: brought, pickup }
    return { type: 'job', id: job.id, customer: customer(job.id), ...shared }
  })
  const steps = problem.shipments.flatMap((shipment, k): Task[] => {
    const { amount = [], skills = [], priority } = shipment
    const step = (type: 'pickup' | 'delivery', pickup: readonly number[]): Task => ({
      type,
      id: shipment[type].id,
      customer: customer(shipment[type].id),
      fields: shipment[type],
      delivery: [],
      pickup,
      skills,
      priority,
      at: { file, path: `shipments.${k}.${type}` },
    })
    const pickup = step('pickup', amount)
    const delivery = step('delivery', [])
    return [{ ...pickup, deliverTo: delivery.customer }, delivery]
  })
  return [...jobs, ...steps]
}

/** The number itself the first time, then the next above all that the file uses. */
function numbering({ jobs, shipments }: VroomProblem): (id: number) => number {
  const ids = [...jobs, ...shipments.flatMap((s) => [s.pickup, s.delivery])].map((t) => t.id)
  let last = ids.reduce((most, id) => Math.max(most, id), 0)
  const used = new Set<number>()
  return (id) => {
    const free = used.has(id) ? ++last : id
    used.add(free)
    return free
  }
}
