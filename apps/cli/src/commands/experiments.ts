import { join } from 'node:path'
import type { Experiment } from '@kuashan/core/plan/experiment.ts'
import { forecastBeside } from '@kuashan/core/planner/compare/forecast-beside.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { readExperiments } from '@kuashan/engine/county-folder/read-experiments.ts'
import { openCounty } from '../open-county.ts'
import { assertPlanOf, readPlan } from '../read-plan.ts'
import type { Session } from '../session.ts'
import { exitCode } from '../terminal.ts'

/** `experiments DIR`: the register of trials; with a plan, what it forecast beside what was recorded. */
export async function experimentsCommand(
  dir: string,
  options: { plan?: string },
  session: Session,
): Promise<0 | 1> {
  const { terminal } = session
  const { folder, input, findings: opened } = await openCounty(dir, session)
  if (!input) {
    terminal.findings(opened)
    terminal.result({ findings: opened })
    return 1
  }
  const { experiments, findings } = await readExperiments(folder, input)
  terminal.findings(findings)
  const plan = options.plan === undefined ? null : readPlan(options.plan)
  if (plan) assertPlanOf(input, plan, options.plan!)
  const rows = experiments.map((experiment) => ({
    ...experiment,
    forecast:
      plan && (plan.made.scenario ?? 'county') === experiment.scenario
        ? forecastBeside(experiment, plan)
        : null,
  }))
  for (const row of rows) {
    for (const line of linesOf(row)) terminal.say(line)
    for (const f of row.forecast ?? []) {
      const of = (x: { visits: number; personTimes: number } | null) =>
        x ? `${formatNumber(x.visits)} / ${formatNumber(x.personTimes)}` : '—'
      const where = `${f.settlement} ${f.service}`
      terminal.say({
        zh: `  ${where}：预计（次/人次）${of(f.forecast)}，实际 ${of(f.recorded)}`,
        en: `  ${where}: forecast (visits / person-times) ${of(f.forecast)}, recorded ${of(f.recorded)}`,
      })
    }
  }
  if (rows.length === 0)
    terminal.say({
      zh: `${join(folder, 'experiments.yaml')} 里还没有试点。`,
      en: `No trial stands in ${join(folder, 'experiments.yaml')} yet.`,
    })
  terminal.result({ experiments: rows, findings })
  return exitCode(findings)
}

function linesOf(e: Experiment) {
  const decided = e.decision ?? '—'
  const days = `${e.range.from} – ${e.range.to}`
  return [
    {
      zh: `${e.id} ${e.nameZh}：${e.wayZh}；${days}，与 ${e.comparedWith} 相比；结果：${e.resultZh ?? '—'}；决定：${decided}`,
      en: `${e.id} ${e.nameEn}: ${e.wayEn}; ${days}, against ${e.comparedWith}; result: ${e.resultEn ?? '—'}; decision: ${decided}`,
    },
  ]
}
