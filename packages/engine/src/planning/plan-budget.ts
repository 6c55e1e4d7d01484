/** How long planning may go on: wall clock, or iterations, which alone is reproducible. */
export type PlanBudget = { seconds: number } | { iterations: number }

/** What ends a budget before its time. */
type Ending = Pick<AbortSignal, 'aborted'>

/** The stop rule of a budget; the only place where a plan meets the clock. */
export function stopRule(budget: PlanBudget, signal: Ending): (iterations: number) => boolean {
  if ('iterations' in budget)
    return (iterations) => signal.aborted || iterations >= budget.iterations
  const deadline = performance.now() + budget.seconds * 1000
  return () => signal.aborted || performance.now() >= deadline
}

/** The same for part k of so many equal parts of the time, counted from now. */
export function stopRuleOfParts(budget: PlanBudget, signal: Ending) {
  const whole = stopRule(budget, signal)
  if ('iterations' in budget) return () => whole
  const start = performance.now()
  return (k: number, parts: number) => {
    const deadline = start + (budget.seconds * 1000 * (k + 1)) / parts
    return () => signal.aborted || performance.now() >= deadline
  }
}
