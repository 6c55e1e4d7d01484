import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { checkPlan } from '@kuashan/core/check/check-plan.ts'
import { editBase } from '@kuashan/core/planner/edit/edit-base.ts'
import { editPlan, readEdits, undoEdits } from '@kuashan/core/planner/edit/edit-plan.ts'
import { formatYuan } from '@kuashan/core/words/format.ts'
import { atomicWrite } from '@kuashan/engine/files/atomic-write.ts'
import { planHash } from '@kuashan/engine/planning/plan-hash.ts'
import { countyOfPlan } from '../county-of-plan.ts'
import { travelOf } from '../open-county.ts'
import { openCountyUnder, underOf } from '../open-scenario.ts'
import { assertPlanOf, readPlan } from '../read-plan.ts'
import type { Session } from '../session.ts'
import { UsageError } from '../usage-error.ts'

export interface PlanEditOptions {
  county?: string
  edits?: string
  move?: string[]
  drop?: string[]
  undo?: boolean
  name?: string
  out: string
  workers: number
}

/** `plan-edit PLAN`: changes a plan by hand, all edits or none, and has the result checked from raw input. */
export async function planEditCommand(
  planFile: string,
  options: PlanEditOptions,
  session: Session,
): Promise<0 | 1> {
  const { terminal } = session
  const plan = readPlan(planFile)
  const asked = options.undo ? null : await askedEdits(options)
  const read = asked === null ? { edits: [], findings: [] } : readEdits(asked)
  if (read.findings.length > 0) {
    terminal.findings(read.findings)
    terminal.result({ findings: read.findings })
    return 1
  }
  const { input, findings } = await openCountyUnder(
    countyOfPlan(planFile, options.county),
    underOf(plan),
    session,
  )
  if (!input) {
    terminal.findings(findings)
    terminal.result({ findings })
    return 1
  }
  assertPlanOf(input, plan, planFile)
  const { travel } = await travelOf(input, session, options)
  const { county, catalogue } = input
  const base = editBase({ county, catalogue, travel })
  const edited = options.undo
    ? undoEdits(base, plan)
    : editPlan(base, plan, read.edits, { name: options.name, parent: planHash(plan) })
  if (edited === null)
    throw new UsageError({
      zh: `方案 ${planFile} 没有手工修改可撤销。`,
      en: `The plan ${planFile} has no edits to undo.`,
    })
  if (edited.plan === null) {
    terminal.findings(edited.findings)
    terminal.say({ zh: '没有改动方案，原因见上。', en: 'The plan was left as it is; see above.' })
    terminal.result({ findings: edited.findings })
    return 1
  }
  const checked = checkPlan({ county, catalogue, travel, plan: edited.plan })
  const file = resolve(options.out)
  await atomicWrite(file, `${JSON.stringify(edited.plan, null, 1)}\n`)
  terminal.findings(checked.findings)
  const cash = edited.plan.costs.plan.cashFen - plan.costs.plan.cashFen
  const { language } = terminal
  terminal.say({
    zh: `每年现金 ${cash >= 0 ? '增加' : '减少'} ${formatYuan(Math.abs(cash), language)}；未达标 ${plan.shortages.length} → ${edited.plan.shortages.length} 项；独立检查${checked.verdict === 'valid' ? '通过' : '未通过'}；已写入 ${file}`,
    en: `Cash a year ${cash >= 0 ? 'up' : 'down'} by ${formatYuan(Math.abs(cash), language)}; floors missed ${plan.shortages.length} → ${edited.plan.shortages.length}; independent check: ${checked.verdict}; written to ${file}`,
  })
  terminal.result({ file, origin: edited.plan.origin, ...checked })
  return checked.verdict === 'valid' ? 0 : 1
}

/** Edits of the command line after those of the file. */
async function askedEdits({ edits, move = [], drop = [] }: PlanEditOptions): Promise<unknown> {
  const listed: unknown = edits === undefined ? [] : await editsIn(edits)
  if (!Array.isArray(listed)) return listed
  return [
    ...listed,
    ...move.map((text) => {
      const [visit, date, vehicle] = text.split('=')
      return { do: 'move-visit', visit, date, ...(vehicle === undefined ? {} : { vehicle }) }
    }),
    ...drop.map((visit) => ({ do: 'drop-visit', visit })),
  ]
}

async function editsIn(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw new UsageError({
      zh: `读不了修改清单 ${file}：${(error as Error).message}`,
      en: `Cannot read the edits ${file}: ${(error as Error).message}`,
    })
  }
}
