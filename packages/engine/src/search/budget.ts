/** `deadline` and `started` are milliseconds since the epoch; iterations count for each worker. */
export type SearchBudget = { iterations: number } | { started: number; deadline: number }

/** Tells how far a budget is used, 0 to 1; 1 at once when `cancel[0]` is set. The only place where a search meets the clock. */
export function budgetUsed(
  budget: SearchBudget,
  cancel: Int32Array,
): (iterations: number) => number {
  return (iterations) => {
    if (Atomics.load(cancel, 0) === 1) return 1
    if ('iterations' in budget) return iterations / budget.iterations
    const now = performance.timeOrigin + performance.now()
    return (now - budget.started) / (budget.deadline - budget.started)
  }
}
