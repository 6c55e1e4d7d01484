import type { RoutingCustomer } from '../../plan/routing.ts'
import type { CustomerRules, PlannedVisit } from '../../plan/routing-rules.ts'
import { numbered } from './numbered.ts'
import { windowOf } from './vroom-clock.ts'
import type { VroomPlace } from './vroom-places.ts'
import { prizeOf } from './vroom-priority.ts'
import type { Task } from './vroom-tasks.ts'

/** What a task's customer depends on beside the task. */
export interface TaskGround {
  days: number
  epoch: number
  /** How many tasks the file has. */
  tasks: number
  /** Names of the places, by row, at which several tasks share a setup. */
  shared: ReadonlyMap<number | null, string>
  locked: readonly PlannedVisit[]
}

/**
 * A task as a customer. VROOM's windows bind the start of the setup: where a task is alone at its place, its setup is part of
 * its service; tasks that share a place share the setup too, and their windows bind the service after it.
 */
export function customerOf(task: Task, place: VroomPlace, ground: TaskGround): RoutingCustomer {
  const { fields, priority } = task
  const { days: allowed, patterns, station, ...kuashan } = fields.kuashan ?? {}
  const windows = (fields.time_windows ?? []).map((w) => windowOf(w, ground.epoch))
  const single = windows.length === 1 && !(allowed && kuashan.spacing) ? windows[0] : undefined
  const name =
    ground.shared.get(place.row) ?? (station === undefined ? undefined : `row ${place.row}`)
  const shared = name !== undefined
  const rules: CustomerRules = {
    ...kuashan,
    ...(fields.description ? { name: fields.description } : {}),
    ...(allowed && kuashan.spacing
      ? { windows: onDays(windows, allowed) }
      : windows.length > 1
        ? { windows }
        : {}),
    ...(shared ? { place: name } : {}),
    ...(shared && fields.setup > 0 ? { setup: fields.setup } : {}),
    ...(station === undefined ? {} : { station }),
    ...(task.delivery.length > 1 ? { otherDemands: task.delivery.slice(1) } : {}),
    ...(task.pickup[0] ? { pickup: task.pickup[0] } : {}),
    ...(task.pickup.length > 1 ? { otherPickups: task.pickup.slice(1) } : {}),
    ...(task.deliverTo === undefined ? {} : { deliverTo: task.deliverTo }),
    ...(task.skills.length > 0 ? { skills: task.skills.map(String) } : {}),
    ...(ground.locked.length > 0 ? { locked: ground.locked } : {}),
  }
  return {
    id: task.customer,
    x: place.x,
    y: place.y,
    service: fields.service + (shared ? 0 : fields.setup),
    demand: task.delivery[0] ?? 0,
    open: single?.open ?? 0,
    close: single?.close ?? Infinity,
    patterns:
      patterns ?? (kuashan.spacing ? [] : once(allowed ?? numbered(ground.days), ground.days)),
    prize: prizeOf(priority, ground.tasks),
    optional: true,
    ...(Object.keys(rules).length > 0 ? { rules } : {}),
  }
}

const once = (allowed: readonly number[], days: number): number[] =>
  allowed.map((day) => 2 ** (days - day))

const onDays = (windows: readonly { open: number; close: number }[], days: readonly number[]) =>
  days.flatMap((day) =>
    (windows.length > 0 ? windows : [{ open: 0, close: Infinity }]).map((w) => ({ ...w, day })),
  )
