import { checkPlan } from '@kuashan/core/check/check-plan.ts'
import { travelOf } from '../open-county.ts'
import { openCountyUnder, underOf } from '../open-scenario.ts'
import { assertPlanOf, readPlan } from '../read-plan.ts'
import type { Session } from '../session.ts'

/** `check DIR PLAN`: recomputes a plan from raw input, hand-edited ones too. */
export async function checkCommand(
  dir: string,
  planFile: string,
  options: { workers: number; scenario?: string },
  session: Session,
): Promise<0 | 1> {
  const { terminal } = session
  const plan = readPlan(planFile)
  const opened = await openCountyUnder(dir, underOf(plan, options.scenario), session)
  const { input } = opened
  if (!input) {
    terminal.findings(opened.findings)
    terminal.result({ verdict: 'broken', findings: opened.findings })
    return 1
  }
  assertPlanOf(input, plan, planFile)
  const { travel } = await travelOf(input, session, { ...options, plan })
  const { county, catalogue } = input
  const checked = checkPlan({ county, catalogue, travel, plan })
  terminal.findings(checked.findings)
  terminal.say(
    checked.verdict === 'valid'
      ? {
          zh: '检查通过：方案与原始数据相符，做不到的都已写明。',
          en: 'The plan holds: it agrees with the raw data, and all it misses is declared.',
        }
      : { zh: '检查未通过，原因见上。', en: 'The plan is broken; the reasons stand above.' },
  )
  terminal.result(checked)
  return checked.verdict === 'valid' ? 0 : 1
}
