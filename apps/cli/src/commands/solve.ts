import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { checkRoutes } from '@kuashan/core/check/check-routes.ts'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import { type InstanceFormat, readInstance } from '@kuashan/core/planner/formats/read-instance.ts'
import { atomicWrite } from '@kuashan/engine/files/atomic-write.ts'
import { solveRouting } from '@kuashan/engine/search/solve-routing.ts'
import { type Asked, withAsked } from '../asked-instance.ts'
import type { Session } from '../session.ts'
import { exitCode } from '../terminal.ts'
import { UsageError } from '../usage-error.ts'

export interface SolveCommandOptions extends Asked {
  format?: InstanceFormat
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
  // The clock runs from the start of the process, so that loading counts too.
  const started = performance.timeOrigin
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError({ zh: `读不到文件 ${file}。`, en: `Cannot read the file ${file}.` })
  })
  const read = readInstance(text, basename(file), options.format)
  if (!read.instance) {
    terminal.findings(read.findings)
    terminal.result({ findings: read.findings })
    return 1
  }
  const instance = withAsked(read.instance, options)
  const step = terminal.step({ zh: '求解', en: 'Searching' })
  const budget =
    options.iterations !== undefined
      ? { iterations: options.iterations }
      : { started, deadline: started + (options.seconds ?? 10) * 1000 - reserveMs }
  const { solution, iterations } = await solveRouting(instance, {
    budget,
    seed: options.seed,
    workers: options.workers,
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
  if (options.solution) await atomicWrite(options.solution, `${JSON.stringify(out, null, 1)}\n`)
  terminal.findings(findings)
  terminal.say({
    zh: `${instance.name}：${cost.toFixed(2)}，${routes} 条路线，${solution.unserved.length} 个未去；检查：${feasible ? '通过' : '未通过'}`,
    en: `${instance.name}: ${cost.toFixed(2)}, ${routes} routes, ${solution.unserved.length} unserved; check: ${feasible ? 'passed' : 'failed'}`,
  })
  terminal.result({ ...out, length, iterations, findings })
  return feasible ? exitCode(findings) : 1
}

const reasonsFor = (id: number, findings: readonly Finding[]): string[] =>
  findings.filter((f) => f.facts.id === id).map((f) => f.code)
