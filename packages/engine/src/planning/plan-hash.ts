import { createHash } from 'node:crypto'
import type { Plan } from '@kuashan/core/plan/plan.ts'

/** SHA-256 of a plan, by which an edited plan names the one before it. */
export const planHash = (plan: Plan): string =>
  createHash('sha256').update(JSON.stringify(plan)).digest('hex')
