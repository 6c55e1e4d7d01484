import { type Finding, finding } from '../../kernel/finding.ts'
import type { PlannedVisit } from '../../plan/routing-rules.ts'
import type { VroomProblem, VroomVehicle } from './vroom-schema.ts'
import type { Task } from './vroom-tasks.ts'

/**
 * `steps` as locked visits by that vehicle, by the customer's number; where the day isn't certain they are told as unread.
 * `homes` gives the depot of each vehicle.
 */
export function locksOf(
  problem: VroomProblem,
  tasks: readonly Task[],
  { days, homes, file }: { days: number; homes: ReadonlyMap<number, number>; file: string },
): { visits: Map<number, PlannedVisit[]>; findings: Finding[] } {
  const visits = new Map<number, PlannedVisit[]>()
  const findings: Finding[] = []
  const byName = new Map(tasks.map((task) => [`${task.type} ${task.id}`, task.customer]))
  problem.vehicles.forEach((vehicle, k) => {
    const at = { file, path: `vehicles.${k}.steps` }
    const steps = (vehicle.steps ?? []).filter(({ type }) => isTask(type))
    if (steps.length === 0) return
    const day = onlyDay(vehicle, days)
    if (day === null) {
      findings.push(finding('vroom-field-unread', at, { field: 'steps' }))
      return
    }
    for (const { type, id } of steps) {
      const customer = byName.get(`${type} ${id}`)
      if (customer === undefined)
        findings.push(finding('instance-id-unknown', at, { what: type, id: id ?? '?' }))
      else
        visits.set(customer, [
          { day, vehicle: { depot: homes.get(vehicle.id) ?? 0, number: vehicle.id } },
        ])
    }
  })
  return { visits, findings }
}

const isTask = (type: string) => type === 'job' || type === 'pickup' || type === 'delivery'

function onlyDay({ kuashan }: VroomVehicle, days: number): number | null {
  const out = kuashan?.days ?? (days === 1 ? [1] : [])
  return out.length === 1 ? out[0]! : null
}
