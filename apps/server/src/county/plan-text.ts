import { oncePer } from '@kuashan/core/kernel/once-per.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'

const rowText = oncePer((row: object) => JSON.stringify(row))

const isTable = (value: unknown): value is object[] =>
  Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null)

/** A plan as JSON, as `JSON.stringify` has it; rows that were written before are not written again. */
export function planText(plan: Plan): string {
  const fields = Object.entries(plan).filter(([, value]) => value !== undefined)
  const texts = fields.map(([name, value]) => {
    const text = isTable(value) ? `[${value.map(rowText).join()}]` : JSON.stringify(value)
    return `${JSON.stringify(name)}:${text}`
  })
  return `{${texts.join()}}`
}
