import { readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename } from 'node:path'
import { checkRoutes } from '@kuashan/core/check/check-routes.ts'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type {
  ArcConvention,
  RoutingInstance,
  RoutingObjective,
} from '@kuashan/core/plan/routing.ts'
import { type InstanceFormat, readInstance } from '@kuashan/core/planner/formats/read-instance.ts'
import { numbered } from '@kuashan/core/planner/formats/read-result.ts'
import { solveRouting } from '@kuashan/engine/search/solve-routing.ts'
import type { Session } from '../session.ts'
import { exitCode } from '../terminal.ts'
import { UsageError } from '../usage-error.ts'

export interface SolveCommandOptions {
  format?: InstanceFormat
  objective?: RoutingObjective
  convention?: ArcConvention
  vehicles?: number
  seconds?: number
  iterations?: number
  seed: number
  workers: number
  solution?: string
}

/** Kept back from the budget: reading, checking and writing shall fit beside it. */
const reserveMs = 150

/** `solve FILE`: finds routes for an instance of the literature, and has them checked. */
export async function solveCommand(
  file: string,
  options: SolveCommandOptions,
  { terminal, signal }: Session,
): Promise<0 | 1> {
  const started = performance.timeOrigin + performance.now()
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError({ zh: `读不到文件 ${file}。`, en: `Cannot read the file ${file}.` })
  })
  const read = readInstance(text, basename(file), options.format)
  if (!read.instance) {
    terminal.findings(read.findings)
    terminal.result({ findings: read.findings })
    return 1
  }
  const instance = asked(read.instance, options)
  const step = terminal.step({ zh: '求解', en: 'Searching' })
  const budget =
    options.iterations !== undefined
      ? { iterations: options.iterations }
      : { started, deadline: started + (options.seconds ?? 10) * 1000 - reserveMs }
  const { solution, iterations } = await solveRouting(instance, {
    budget,
    seed: options.seed,
    workers: options.workers ?? availableParallelism(),
    signal,
    onProgress: (share, cost) => step.at(share, cost === null ? '' : cost.toFixed(2)),
  })
  step.done()
  const checked = checkRoutes(instance, solution)
  const { cost, feasible, length, routes } = checked
  const findings: Finding[] = [...read.findings, ...checked.findings]
  const out = {
    cost,
    feasible,
    routes: solution.routes,
    unserved: solution.unserved.map((id) => ({ id, reasons: reasonsFor(id, checked.findings) })),
  }
  if (options.solution) await writeFile(options.solution, `${JSON.stringify(out, null, 1)}\n`)
  terminal.findings(findings)
  terminal.say({
    zh: `${instance.name}：${cost.toFixed(2)}，${routes} 条路线，${solution.unserved.length} 个未去；检查：${feasible ? '通过' : '未通过'}`,
    en: `${instance.name}: ${cost.toFixed(2)}, ${routes} routes, ${solution.unserved.length} unserved; check: ${feasible ? 'passed' : 'failed'}`,
  })
  terminal.result({ ...out, length, iterations, findings })
  return feasible ? exitCode(findings) : 1
}

/** The instance as the options want it: objective, rounding of arcs, number of vehicles for each depot and day. */
function asked(instance: RoutingInstance, options: SolveCommandOptions): RoutingInstance {
  const { objective, convention, vehicles } = options
  return {
    ...instance,
    objective: objective ?? instance.objective,
    convention: convention ?? instance.convention,
    fleets: vehicles
      ? instance.fleets.map((fleet) => ({ ...fleet, vehicles: numbered(vehicles) }))
      : instance.fleets,
  }
}

const reasonsFor = (id: number, findings: readonly Finding[]): string[] =>
  findings.filter((f) => f.facts.id === id).map((f) => f.code)
