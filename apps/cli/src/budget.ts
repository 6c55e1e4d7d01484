import type { PlanBudget } from '@kuashan/engine/planning/plan-budget.ts'
import { UsageError } from './usage-error.ts'

/** Reads `60s` (seconds of wall clock) or `20000it` (iterations). */
export function parseBudget(text: string): PlanBudget {
  const match = /^(\d+(?:\.\d+)?)(s|it)$/.exec(text.trim())
  const amount = Number(match?.[1])
  if (!match || !(amount > 0) || (match[2] === 'it' && !Number.isInteger(amount)))
    throw new UsageError({
      zh: `看不懂预算“${text}”。写成 60s（秒）或 20000it（迭代次数）。`,
      en: `Cannot read the budget "${text}". Write 60s (seconds) or 20000it (iterations).`,
    })
  return match[2] === 's' ? { seconds: amount } : { iterations: amount }
}

/** Part of the time left that the search may take; the rest is for the proof of the bound, the check and writing. */
const searchShare = 0.85

/** What a budget leaves for the search of a command that began `spent` seconds ago: time is that of the whole command. */
export const budgetLeft = (budget: PlanBudget, spent: number): PlanBudget =>
  'iterations' in budget ? budget : { seconds: Math.max(0, searchShare * (budget.seconds - spent)) }
