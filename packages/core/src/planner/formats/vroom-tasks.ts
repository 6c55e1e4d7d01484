/** What a VROOM file calls a task: jobs, pickups and deliveries are numbered each on their own there. */
export interface TaskName {
  type: 'job' | 'pickup' | 'delivery'
  id: number
}

/** By the customer's id in the instance. */
export type TaskNames = ReadonlyMap<number, TaskName>
