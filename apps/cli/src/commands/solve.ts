import { type CheckedRoutes, checkRoutes } from '@kuashan/core/check/check-routes.ts'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { RoutingInstance, RoutingSolution } from '@kuashan/core/plan/routing.ts'
import type { InstanceFormat } from '@kuashan/core/planner/formats/read-instance.ts'
import { writeVroomSolution } from '@kuashan/core/planner/formats/write-vroom-solution.ts'
import { reasonsUnserved } from '@kuashan/core/planner/tours/why-not/reasons-unserved.ts'
import { atomicWrite } from '@kuashan/engine/files/atomic-write.ts'
import { solveRouting } from '@kuashan/engine/search/solve-routing.ts'
import { type Asked, withAsked } from '../asked-instance.ts'
import { type Certificate, certificate, certificateInWords } from '../certificate.ts'
import { explainSolution } from '../explain-solution.ts'
import { readAskedInstance } from '../read-asked-instance.ts'
import type { Session } from '../session.ts'
import { exitCode } from '../terminal.ts'

export interface SolveCommandOptions extends Asked {
  format?: InstanceFormat
  seconds?: number
  iterations?: number
  seed: number
  workers: number
  solution?: string
  vroom?: string
  whyNot?: true
  /** Seconds for proving a lower bound after the search. */
  bound?: number
}

/** Kept back from the budget: reading, checking and writing shall fit beside it. */
const reserveMs = 150

/** `solve FILE`: finds routes for an instance of any format, and has them checked. */
export async function solveCommand(
  file: string,
  options: SolveCommandOptions,
  session: Session,
): Promise<0 | 1> {
  const { terminal, signal } = session
  const read = await readAskedInstance(file, options.format)
  if (!read.instance) {
    terminal.findings(read.findings)
    terminal.result({ findings: read.findings })
    return 1
  }
  const instance = withAsked(read.instance, options)
  const step = terminal.step({ zh: '求解', en: 'Searching' })
  const solved = await solveRouting(instance, {
    budget: budgetOf(options),
    seed: options.seed,
    workers: options.workers,
    signal,
    onProgress: (share, cost) => step.at(share, cost === null ? '' : cost.toFixed(2)),
  })
  step.done()
  const { solution, iterations } = solved
  const checked = checkRoutes(instance, solution)
  const proved = await certificate(instance, solved, checked, options, session)
  const out = solutionFile(instance, solution, checked, proved)
  if (options.solution) await atomicWrite(options.solution, `${JSON.stringify(out, null, 1)}\n`)
  if (options.vroom)
    await atomicWrite(options.vroom, writeVroomSolution(instance, solution, read.names))
  const findings = [...read.findings, ...checked.findings]
  const { cost, feasible, routes, length, levels } = checked
  terminal.findings(findings)
  terminal.say({
    zh: `${instance.name}：${cost.toFixed(2)}，${routes} 条路线，${solution.unserved.length} 个未去；检查：${feasible ? '通过' : '未通过'}`,
    en: `${instance.name}: ${cost.toFixed(2)}, ${routes} routes, ${solution.unserved.length} unserved; check: ${feasible ? 'passed' : 'failed'}`,
  })
  if (proved) terminal.say(certificateInWords(proved))
  const whyNot = options.whyNot
    ? { whyNot: await explainSolution(instance, solution, explainBudget(options), session) }
    : {}
  const certified = proved ? { certificate: proved } : {}
  terminal.result({ ...out, length, levels, iterations, findings, ...certified, ...whyNot })
  return feasible ? exitCode(findings) : 1
}

/** Clock time runs from the start of the process, so that loading and reading count too. */
function budgetOf({ iterations, seconds = 10 }: SolveCommandOptions) {
  if (iterations !== undefined) return { iterations }
  const started = performance.timeOrigin
  return { started, deadline: started + seconds * 1000 - reserveMs }
}

/** Explaining may take as long as searching did; counted by iterations it has no clock. */
const explainBudget = ({ seed, iterations, seconds = 10 }: SolveCommandOptions) =>
  iterations === undefined ? { seed, seconds } : { seed }

/** What `--solution` holds: days, vehicles and depots counted from 1, customers as the file numbers them. */
const solutionFile = (
  instance: RoutingInstance,
  solution: RoutingSolution,
  { cost, feasible, findings }: CheckedRoutes,
  proved: Certificate | null,
) => {
  const rules = reasonsByRule(instance, solution)
  const reasonsFor = (id: number): readonly string[] => rules.get(id) ?? codesFor(id, findings)
  return {
    cost,
    feasible,
    ...(proved ? { bound: proved.bound } : {}),
    routes: solution.routes,
    unserved: solution.unserved.map((id) => ({ id, reasons: reasonsFor(id) })),
  }
}

/** Beyond this many customers the tables of the rules' evaluation don't fit; then the checker's codes stand for reasons. */
const mostTraced = 2500

const reasonsByRule = (instance: RoutingInstance, solution: RoutingSolution) =>
  instance.customers.length > mostTraced
    ? new Map<number, readonly string[]>()
    : reasonsUnserved(instance, solution)

const codesFor = (id: number, findings: readonly Finding[]): string[] =>
  findings.filter((f) => f.facts.id === id).map((f) => f.code)
