import { basename } from 'node:path'
import { checkRoutes } from '@kuashan/core/check/check-routes.ts'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { InstanceFormat } from '@kuashan/core/planner/formats/read-instance.ts'
import { readSolution } from '@kuashan/core/planner/formats/read-solution.ts'
import { type Asked, withAsked } from '../asked-instance.ts'
import { readAskedInstance, readText } from '../read-asked-instance.ts'
import type { Session } from '../session.ts'
import { exitCode } from '../terminal.ts'

export interface CheckRoutesOptions extends Asked {
  format?: InstanceFormat
}

/** `check-routes INSTANCE SOLUTION`: recomputes routes from the instance alone, whoever found them. */
export async function checkRoutesCommand(
  instanceFile: string,
  solutionFile: string,
  options: CheckRoutesOptions,
  { terminal }: Session,
): Promise<0 | 1> {
  const refuse = (findings: readonly Finding[]): 1 => {
    terminal.findings(findings)
    terminal.result({ findings })
    return 1
  }
  const read = await readAskedInstance(instanceFile, options.format)
  if (!read.instance) return refuse(read.findings)
  const instance = withAsked(read.instance, options)
  const given = readSolution(await readText(solutionFile), basename(solutionFile), instance)
  if (!given.solution) return refuse(given.findings)
  const checked = checkRoutes(instance, given.solution)
  const findings = [...read.findings, ...checked.findings]
  terminal.findings(findings)
  const levels = instance.objective === 'levels' ? checked.levels.join(' ') : null
  terminal.say({
    zh: `${instance.name}：${checked.cost.toFixed(2)}，${checked.routes} 条路线；检查：${checked.feasible ? '通过' : '未通过'}${levels ? `；各级：${levels}` : ''}`,
    en: `${instance.name}: ${checked.cost.toFixed(2)}, ${checked.routes} routes; check: ${checked.feasible ? 'passed' : 'failed'}${levels ? `; levels: ${levels}` : ''}`,
  })
  terminal.result({ ...checked, findings })
  return checked.feasible ? exitCode(findings) : 1
}
