import { basename } from 'node:path'
import { type CheckedRoutes, checkRoutes } from '@kuashan/core/check/check-routes.ts'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { RoutingInstance, RoutingSolution } from '@kuashan/core/plan/routing.ts'
import type { InstanceFormat } from '@kuashan/core/planner/formats/read-instance.ts'
import { readSolution } from '@kuashan/core/planner/formats/read-solution.ts'
import { writeVroomSolution } from '@kuashan/core/planner/formats/write-vroom-solution.ts'
import { reasonsUnserved } from '@kuashan/core/planner/tours/why-not/reasons-unserved.ts'
import { atomicWrite } from '@kuashan/engine/files/atomic-write.ts'
import { solveRouting, usualEpsilon } from '@kuashan/engine/search/solve-routing.ts'
import { type Asked, withAsked } from '../asked-instance.ts'
import { type Certificate, certificate, certificateInWords } from '../certificate.ts'
import { explainSolution } from '../explain-solution.ts'
import { readAskedInstance, readText } from '../read-asked-instance.ts'
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
  /** A solution file to start from. */
  start?: string
  /** By how much a level may be worse than its best for those behind it. */
  epsilon?: number
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
  const given = options.start ? await readStart(options.start, instance) : null
  if (given !== null && !given.solution) {
    terminal.findings(given.findings)
    terminal.result({ findings: given.findings })
    return 1
  }
  const step = terminal.step({ zh: '求解', en: 'Searching' })
  const solved = await solveRouting(instance, {
    budget: budgetOf(options),
    seed: options.seed,
    workers: options.workers,
    signal,
    ...(given?.solution ? { start: given.solution } : {}),
    ...(options.epsilon === undefined ? {} : { epsilon: options.epsilon }),
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
  const { epsilon = usualEpsilon } = options
  const frozen = instance.objective === 'levels' ? { epsilon } : {}
  terminal.result({
    ...out,
    length,
    levels,
    iterations,
    findings,
    ...frozen,
    ...certified,
    ...whyNot,
  })
  return feasible ? exitCode(findings) : 1
}

const readStart = async (file: string, instance: RoutingInstance) =>
  readSolution(await readText(file), basename(file), instance)

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
