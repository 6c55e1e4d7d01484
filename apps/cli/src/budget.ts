import { UsageError } from './usage-error.ts'

/** How long a search may go on: `60s` of wall clock, or `20000it` iterations, which alone is reproducible. */
export type Budget = { seconds: number } | { iterations: number }

export function parseBudget(text: string): Budget {
  const match = /^(\d+(?:\.\d+)?)(s|it)$/.exec(text.trim())
  const amount = Number(match?.[1])
  if (!match || !(amount > 0) || (match[2] === 'it' && !Number.isInteger(amount)))
    throw new UsageError({
      zh: `看不懂预算“${text}”。写成 60s（秒）或 20000it（迭代次数）。`,
      en: `Cannot read the budget "${text}". Write 60s (seconds) or 20000it (iterations).`,
    })
  return match[2] === 's' ? { seconds: amount } : { iterations: amount }
}

/** The stop rule of a budget; the only place where a plan meets the clock. */
export function stopRule(budget: Budget, signal: AbortSignal): (iterations: number) => boolean {
  if ('iterations' in budget)
    return (iterations) => signal.aborted || iterations >= budget.iterations
  const deadline = performance.now() + budget.seconds * 1000
  return () => signal.aborted || performance.now() >= deadline
}
