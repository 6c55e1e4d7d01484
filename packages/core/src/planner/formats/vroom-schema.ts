import { z } from 'zod'
import { PlainDate } from '../../kernel/calendar.ts'
import { customerRules, days, fleetRules, matrix, mostDays } from './rules-schema.ts'

/**
 * VROOM's input (github.com/VROOM-Project/vroom, docs/API.md, v1.15) as far as it is read; keys beyond are told by
 * `unreadFields`. Periodic fields stand under `kuashan`. Times in seconds, distances in metres, places [lon, lat].
 */

const amounts = z.array(z.number().min(0))
const duration = z.number().min(0)
const index = z.int().min(0)
const place = {
  location: z.array(z.number()).min(2).exactOptional(),
  location_index: index.exactOptional(),
}
const timeWindows = z.array(z.tuple([z.number(), z.number()]))

const taskTimes = customerRules
  .pick({
    spacing: true,
    seekDays: true,
    avoidDays: true,
    serviceByGap: true,
    sameVehicle: true,
    sameWeekday: true,
    station: true,
  })
  .extend({ days: days.exactOptional(), patterns: z.array(z.int()).exactOptional() })

const task = z.object({
  id: z.int().min(0),
  description: z.string().exactOptional(),
  ...place,
  setup: duration.default(0),
  service: duration.default(0),
  time_windows: timeWindows.exactOptional(),
  kuashan: taskTimes.exactOptional(),
})

const priority = z.int().min(0).max(100).default(0)
const skills = z.array(z.int().min(0)).exactOptional()

const job = task.extend({
  /** The old name of `delivery`. */
  amount: amounts.exactOptional(),
  delivery: amounts.exactOptional(),
  pickup: amounts.exactOptional(),
  skills,
  priority,
})

const shipment = z.object({
  pickup: task,
  delivery: task,
  amount: amounts.exactOptional(),
  skills,
  priority,
})

const vehicle = z.object({
  id: z.int().min(0),
  profile: z.string().default('car'),
  description: z.string().exactOptional(),
  start: place.location,
  start_index: place.location_index,
  end: place.location,
  end_index: place.location_index,
  capacity: amounts.exactOptional(),
  costs: z
    .object({
      fixed: duration.default(0),
      per_hour: duration.default(3600),
      per_km: duration.default(0),
    })
    .default({ fixed: 0, per_hour: 3600, per_km: 0 }),
  skills,
  time_window: z.tuple([z.number(), z.number()]).exactOptional(),
  breaks: z
    .array(
      z.object({
        id: z.int().min(0),
        description: z.string().exactOptional(),
        time_windows: timeWindows.exactOptional(),
        service: duration.default(0),
      }),
    )
    .exactOptional(),
  speed_factor: z.number().gt(0).max(5).default(1),
  max_tasks: z.int().min(0).exactOptional(),
  max_travel_time: duration.exactOptional(),
  steps: z
    .array(z.object({ type: z.string(), id: z.int().min(0).exactOptional() }))
    .exactOptional(),
  kuashan: fleetRules
    .pick({ rest: true, reload: true, nights: true, maxDaysOut: true })
    .extend({ days: days.exactOptional() })
    .exactOptional(),
})

export const vroomProblem = z.object({
  jobs: z.array(job).default([]),
  shipments: z.array(shipment).default([]),
  vehicles: z.array(vehicle).min(1),
  matrices: z
    .record(
      z.string(),
      z.object({
        durations: matrix.exactOptional(),
        distances: matrix.exactOptional(),
        costs: matrix.exactOptional(),
      }),
    )
    .exactOptional(),
  /** The old name of `matrices.car.durations`. */
  matrix: matrix.exactOptional(),
  kuashan: z
    .strictObject({
      days: z.int().min(1).max(mostDays).exactOptional(),
      dates: z.array(PlainDate).min(1).max(mostDays).exactOptional(),
      periodDays: z.int().min(1).exactOptional(),
      /** Where nights are spent and loads renewed; `nights.at` and `reload.at` of a vehicle count them from 0. */
      places: z.array(z.strictObject(place)).exactOptional(),
    })
    .exactOptional(),
})

export type VroomProblem = z.output<typeof vroomProblem>
export type VroomVehicle = VroomProblem['vehicles'][number]
export type VroomTask = z.output<typeof task>
