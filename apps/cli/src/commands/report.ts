import { join, resolve } from 'node:path'
import { checkPlan, namesUnknown } from '@kuashan/core/check/check-plan.ts'
import { explainForReport } from '@kuashan/core/planner/explain/explain-report.ts'
import { worldOf } from '@kuashan/core/planner/explain/world.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { milpSolver } from '@kuashan/engine/milp/solve-milp.ts'
import { mapApprovalHere } from '../map-approval-here.ts'
import { travelOf } from '../open-county.ts'
import { openCountyUnder, underOf } from '../open-scenario.ts'
import { assertPlanOf, readPlan } from '../read-plan.ts'
import type { Session } from '../session.ts'
import { UsageError } from '../usage-error.ts'
import { type Format, formats, writeReports } from '../write-reports.ts'

export interface ReportCommandOptions {
  format: string
  workers: number
  out?: string
  scenario?: string
}

/** `report DIR PLAN`: the plan for reading, printing, Excel, maps and calendars, in both languages. */
export async function reportCommand(
  dir: string,
  planFile: string,
  options: ReportCommandOptions,
  session: Session,
): Promise<0 | 1> {
  const { terminal, signal } = session
  const wanted = formatsOf(options.format)
  const plan = readPlan(planFile)
  const opened = await openCountyUnder(dir, underOf(plan, options.scenario), session)
  const { input, folder } = opened
  if (!input) {
    terminal.findings(opened.findings)
    terminal.result({ findings: opened.findings })
    return 1
  }
  assertPlanOf(input, plan, planFile)
  const { travel, findings } = await travelOf(input, session, { ...options, plan })
  const { county, catalogue } = input
  const checked = checkPlan({ county, catalogue, travel, plan })
  terminal.findings(checked.findings.filter((f) => f.severity === 'error'))
  if (checked.findings.some(namesUnknown)) {
    terminal.say({
      zh: '没有写报告：方案里有这个县没有的地点或车辆，是用别的数据做的。请用 plan 重新规划。',
      en: 'No report was written: the plan names places or vehicles this county does not have, so it was made on other data. Plan again.',
    })
    terminal.result({ written: [], ...checked })
    return 1
  }
  const languages: Language[] = ['zh', 'en']
  const out = resolve(options.out ?? join(folder, 'results', 'report'))
  const pages = wanted.some((f) => f === 'html' || f === 'json')
  const explained = pages
    ? await explainForReport(worldOf(input, travel), plan, milpSolver(signal))
    : undefined
  const step = terminal.step({ zh: '写报告', en: 'Writing the report' })
  const written = await writeReports(
    {
      input,
      travel,
      plan,
      checked,
      importFindings: [...opened.findings, ...findings],
      mapApproval: await mapApprovalHere(county.settings.code),
      ...(explained ? { explained } : {}),
    },
    out,
    wanted,
    languages,
  )
  step.done()
  const feeds = written.filter((path) => path.endsWith('.ics')).length
  for (const path of written.filter((p) => !p.endsWith('.ics'))) terminal.say(path)
  if (feeds > 0)
    terminal.say({ zh: `${feeds} 个日历订阅，在 ${out}`, en: `${feeds} calendar feeds in ${out}` })
  if (checked.verdict === 'broken')
    terminal.say({
      zh: '注意：方案未通过独立检查，报告里已写明；原因见上。',
      en: 'Mind: the plan failed the independent check, and the report says so; the reasons stand above.',
    })
  terminal.result({ written, ...checked })
  return checked.verdict === 'valid' ? 0 : 1
}

function formatsOf(text: string): Format[] {
  const asked = text.split(',').map((f) => f.trim())
  const unknown = asked.filter((f) => !(formats as readonly string[]).includes(f))
  if (unknown.length > 0)
    throw new UsageError({
      zh: `没有这种格式：${unknown.join('、')}。可用 ${formats.join('、')}。`,
      en: `No such format: ${unknown.join(', ')}. There are ${formats.join(', ')}.`,
    })
  return asked as Format[]
}
