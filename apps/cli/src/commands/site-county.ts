import { checkCountySiting } from '@kuashan/core/check/check-county-siting.ts'
import { type Finding, hasErrors } from '@kuashan/core/kernel/finding.ts'
import { yuan } from '@kuashan/core/kernel/units.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import {
  type CountySiting,
  type CountySitingQuestion,
  countyProblems,
} from '@kuashan/core/plan/county-siting.ts'
import { askCountySiting } from '@kuashan/core/planner/siting/county/ask-county-siting.ts'
import { withVillageCandidates } from '@kuashan/core/planner/siting/county/village-candidates.ts'
import { atomicWrite } from '@kuashan/engine/files/atomic-write.ts'
import { sitingRun } from '@kuashan/engine/siting/siting-run.ts'
import { baseTravelOf, openCounty } from '../open-county.ts'
import type { Session } from '../session.ts'
import { sitedLines } from '../sited-lines.ts'
import { exitCode, type Terminal } from '../terminal.ts'
import { UsageError } from '../usage-error.ts'

export interface SiteCountyOptions {
  problem?: string
  service?: string
  p?: number
  radius?: number
  budget?: number
  seconds: number
  seed: number
  workers: number
  solution?: string
}

/** `site DIR`: where to run one service of a county, proven, checked, or with what to relax where nothing meets all. */
export async function siteCountyCommand(
  dir: string,
  options: SiteCountyOptions,
  session: Session,
): Promise<0 | 1> {
  const { terminal, signal } = session
  const opened = await openCounty(dir, session)
  if (!opened.input) return refused(opened.findings, terminal)
  const { question, service } = asked(options, opened.input)
  const input = {
    ...opened.input,
    county: withVillageCandidates(opened.input.county, service, question),
  }
  const { travel, findings } = await baseTravelOf(input, session, options.workers)
  const step = terminal.step({ zh: '选址', en: 'Siting' })
  const deadline = performance.timeOrigin + performance.now() + options.seconds * 1000
  const { milp } = sitingRun({ seed: options.seed, deadline, signal })
  const { county, catalogue } = input
  const answer = await askCountySiting({ county, catalogue, service, travel }, question, milp)
  step.done()
  const all = [...opened.findings, ...findings, ...answer.findings]
  if (!answer.siting) return refused(all, terminal)
  const facts = { county, catalogue, resident: travel.resident }
  const checked = [...all, ...checkCountySiting(facts, answer.siting)]
  terminal.findings(checked)
  for (const line of sitedLines(answer.siting, county)) terminal.say(line)
  const out = machineAnswer(answer.siting)
  if (options.solution) await atomicWrite(options.solution, `${JSON.stringify(out, null, 1)}\n`)
  terminal.result({ ...out, findings: checked })
  return exitCode(checked)
}

function refused(findings: readonly Finding[], terminal: Terminal): 0 | 1 {
  terminal.findings(findings)
  terminal.result({ findings })
  return hasErrors(findings) ? 1 : 0
}

function asked(options: SiteCountyOptions, { catalogue }: CountyInput) {
  const service = catalogue.services.find(({ id }) => id === options.service)
  if (!service)
    throw new UsageError({
      zh: `用 --service 说明给哪项服务选址，例如 MED-01；目录里没有“${options.service ?? ''}”。`,
      en: `Say with --service which service to site, such as MED-01; the catalogue has no "${options.service ?? ''}".`,
    })
  const problem = countyProblems.find((known) => known === (options.problem ?? 'least-cost'))
  if (!problem)
    throw new UsageError({
      zh: `县文件夹能问的是 ${countyProblems.join('、')}，不是“${options.problem}”。`,
      en: `A county can be asked for ${countyProblems.join(', ')}, not "${options.problem}".`,
    })
  const question: CountySitingQuestion = {
    service: service.id,
    problem,
    p: options.p ?? null,
    radiusSeconds: options.radius === undefined ? null : Math.round(options.radius * 60),
    budgetFen: options.budget === undefined ? null : yuan(options.budget),
  }
  return { question, service }
}

/** As `site FILE` writes its answers, with what the county adds. */
const machineAnswer = (siting: CountySiting) => ({
  cost: siting.cost,
  optimal: siting.optimal,
  bound: siting.bound,
  open: siting.sites.filter(({ action }) => action !== 'close').map(({ id }) => id),
  assignment: siting.settlements.map(({ shares }) =>
    shares.map(({ site, share }) => ({ site, share })),
  ),
  siting,
})
