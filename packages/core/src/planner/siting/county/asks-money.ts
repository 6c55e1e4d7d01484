import type { CountySitingQuestion } from '../../../plan/county-siting.ts'

/** Whether a question is about money: least cost is, and any with a budget. */
export const asksMoney = ({ problem, budgetFen }: CountySitingQuestion): boolean =>
  problem === 'least-cost' || budgetFen !== null
