/**
 * `deadline` and `started` are milliseconds since the epoch; iterations count for each worker. With `processor`, each worker of
 * the packed search counts the processor time of its own thread against the span instead, so that a loaded machine measures what a
 * quiet one would.
 */
export type SearchBudget =
  | { iterations: number }
  | { started: number; deadline: number; processor?: true }

/** Tells how far a budget is used, 0 to 1; 1 at once when `cancel[0]` is set. The only place where a search meets the clock. */
export function budgetUsed(
  budget: SearchBudget,
  cancel: Int32Array,
): (iterations: number) => number {
  return (iterations) => {
    if (Atomics.load(cancel, 0) === 1) return 1
    if ('iterations' in budget) return iterations / budget.iterations
    const span = budget.deadline - budget.started
    if (budget.processor) return threadMilliseconds() / span
    const now = performance.timeOrigin + performance.now()
    return (now - budget.started) / span
  }
}

function threadMilliseconds(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
