import { readFileSync } from 'node:fs'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import { Plan } from '@kuashan/core/plan/plan.ts'
import { UsageError } from './usage-error.ts'

/** A plan file, or a usage error that says why it can't be read. */
export function readPlan(file: string): Plan {
  const wrong = (zh: string, en: string) =>
    new UsageError({
      zh: `读不了方案 ${file}：${zh}。`,
      en: `Cannot read the plan ${file}: ${en}.`,
    })
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw Object.assign(error as Error, { path: file })
    throw wrong('没有这个文件', 'there is no such file')
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw wrong(
      `不是 JSON（${(error as Error).message}）`,
      `it is not JSON (${(error as Error).message})`,
    )
  }
  const parsed = Plan.safeParse(value)
  if (parsed.success) return parsed.data
  const first = parsed.error.issues[0]
  const at = first?.path.join('.') ?? ''
  throw wrong(
    `“${at}”不合格式：${first?.message}；请用 plan 重新生成`,
    `"${at}" is not in the plan's format: ${first?.message}. Make it again with plan`,
  )
}

/** A usage error when the plan was made for another county. */
export function assertPlanOf(input: CountyInput, plan: Plan, file: string): void {
  const { code, name } = input.county.settings
  if (plan.county !== code)
    throw new UsageError({
      zh: `方案 ${file} 是为县 ${plan.county} 做的，而这个文件夹是 ${name}（${code}）。请选对文件夹，或用 plan 重新规划。`,
      en: `The plan ${file} was made for the county ${plan.county}; this folder is ${name} (${code}). Choose the right folder, or plan again.`,
    })
}
