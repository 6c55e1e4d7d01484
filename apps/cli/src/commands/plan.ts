import { mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { EqualCoverage } from '@kuashan/core/plan/equal-coverage.ts'
import type { Mode, Plan } from '@kuashan/core/plan/plan.ts'
import type { YearTravel } from '@kuashan/core/travel/travel-table.ts'
import { formatNumber, formatYuan } from '@kuashan/core/words/format.ts'
import { atomicWrite } from '@kuashan/engine/files/atomic-write.ts'
import { compareEqualCoverage } from '@kuashan/engine/planning/compare-equal-coverage.ts'
import type { PlannedCounty } from '@kuashan/engine/planning/plan-county.ts'
import { budgetLeft, parseBudget } from '../budget.ts'
import { equalCoverageLines } from '../equal-coverage-lines.ts'
import { travelOf } from '../open-county.ts'
import { openCountyUnder, type Under } from '../open-scenario.ts'
import { planCounty } from '../plan-county.ts'
import type { Session } from '../session.ts'
import { exitCode } from '../terminal.ts'

export interface PlanCommandOptions extends Under {
  seed: number
  budget: string
  workers: number
  mode: Mode
  out?: string
  osrm?: string
  equalCoverage?: boolean
}

/** `plan DIR`: makes a plan, has it checked, and stores it. */
export async function planCommand(
  dir: string,
  options: PlanCommandOptions,
  session: Session,
): Promise<0 | 1> {
  const { terminal, signal } = session
  const started = performance.now()
  const whole = parseBudget(options.budget)
  const opened = await openCountyUnder(dir, options, session)
  const { input, folder, scenario } = opened
  if (!input) {
    terminal.findings(opened.findings)
    terminal.result({ folder, findings: opened.findings })
    return 1
  }
  const found = await travelOf(input, session, options)
  const budget = budgetLeft(whole, (performance.now() - started) / 1000)
  const made = await planCounty(input, found.travel, { ...options, budget }, session)
  const findings = [...opened.findings, ...found.findings, ...made.findings]
  if (made.checked.verdict === 'broken') return refused(made, findings, session)
  const equalCoverage = options.equalCoverage
    ? await comparedAtEqualCoverage(input, found.travel, made.plan, session)
    : undefined
  const year = scenario?.year ?? options.year
  const named = [scenario?.id, year].filter((x) => x !== undefined)
  const file = resolve(
    options.out ??
      join(folder, 'results', `plan-${[...named, options.mode, options.seed].join('-')}.json`),
  )
  await mkdir(dirname(file), { recursive: true })
  const plan: Plan = {
    ...made.plan,
    ...(equalCoverage === undefined ? {} : { equalCoverage }),
    made: {
      ...made.plan.made,
      ...(scenario ? { scenario: scenario.id } : {}),
      ...(year === undefined ? {} : { year }),
    },
  }
  await atomicWrite(file, `${JSON.stringify(plan, null, 1)}\n`)
  terminal.findings(findings)
  const { language } = terminal
  const cash = (fen: number) => formatYuan(fen, language)
  terminal.say({
    zh: `方案：${plan.tours.length} 趟出车，${plan.shortages.length} 项仍未达标；每年现金 ${cash(plan.costs.today.cashFen)} → ${cash(plan.costs.plan.cashFen)}；独立检查：通过`,
    en: `Plan: ${formatNumber(plan.tours.length)} trips, ${formatNumber(plan.shortages.length)} floors still missed; cash a year ${cash(plan.costs.today.cashFen)} → ${cash(plan.costs.plan.cashFen)}; independent check: valid`,
  })
  for (const line of equalCoverage ? equalCoverageLines(equalCoverage) : []) terminal.say(line)
  if (signal.aborted)
    terminal.say({
      zh: '已按 Ctrl-C 停止，这是到停止时为止最好的方案。',
      en: 'Stopped by Ctrl-C; this is the best plan found until then.',
    })
  terminal.say({ zh: `已写入 ${file}`, en: `Written to ${file}` })
  terminal.result({
    file,
    verdict: made.checked.verdict,
    costs: plan.costs,
    fleet: plan.fleet,
    levels: plan.levels,
    shortages: plan.shortages.length,
    tours: plan.tours.length,
    ...(equalCoverage === undefined ? {} : { equalCoverage }),
    findings,
  })
  return plan.shortages.length === 0 ? exitCode(findings) : 1
}

/** A plan that breaks a rule is not written: what is there stays as it was. */
function refused(
  { checked, plan }: PlannedCounty,
  findings: readonly Finding[],
  { terminal }: Session,
): 1 {
  terminal.findings(findings)
  terminal.say({
    zh: '没有一个方案通过独立检查，什么也没有写入。',
    en: 'No plan passed the independent check; nothing was written.',
  })
  terminal.result({ verdict: checked.verdict, costs: plan.costs, findings })
  return 1
}

async function comparedAtEqualCoverage(
  input: CountyInput,
  travel: YearTravel,
  plan: Plan,
  { terminal, signal }: Session,
): Promise<EqualCoverage> {
  const step = terminal.step({ zh: '在同等覆盖下比较', en: 'Comparing at equal coverage' })
  const found = await compareEqualCoverage(input, travel, plan, signal)
  step.done()
  return found
}
