import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { checkSited } from '@kuashan/core/check/check-sited.ts'
import { type Finding, finding, hasErrors } from '@kuashan/core/kernel/finding.ts'
import {
  isWithin,
  type LocationInstance,
  type LocationKind,
  locationKinds,
  type Sited,
} from '@kuashan/core/plan/location.ts'
import { readLocation } from '@kuashan/core/planner/formats/location/read-location.ts'
import { checkLocation } from '@kuashan/core/planner/siting/check-location.ts'
import { reliefOfSiting } from '@kuashan/core/planner/siting/relief-of-siting.ts'
import { solveSiting } from '@kuashan/core/planner/siting/solve-siting.ts'
import { atomicWrite } from '@kuashan/engine/files/atomic-write.ts'
import { sitingRun } from '@kuashan/engine/siting/siting-run.ts'
import { type AskedSites, withAskedSites } from '../asked-sites.ts'
import type { Session } from '../session.ts'
import { exitCode, type Terminal } from '../terminal.ts'
import { UsageError } from '../usage-error.ts'

export interface SiteCommandOptions extends AskedSites {
  problem?: string
  format?: string
  capacity?: number
  seconds: number
  seed: number
  solution?: string
}

/** Kept back from the time: reading, checking and writing shall fit beside it. */
const reserveMs = 200

/** `site FILE`: opens sites for an instance of the literature, and has the answer checked. */
export async function siteCommand(
  file: string,
  options: SiteCommandOptions,
  { terminal, signal }: Session,
): Promise<0 | 1> {
  const problem = askedProblem(options.problem)
  // The clock runs from the start of the process, so that loading counts too.
  const deadline = performance.timeOrigin + options.seconds * 1000 - reserveMs
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError({ zh: `读不到文件 ${file}。`, en: `Cannot read the file ${file}.` })
  })
  const name = basename(file)
  const read = readLocation(text, name, { ...options, kind: problem })
  const instance = read.instance && withAskedSites(read.instance, options)
  const findings: Finding[] = [
    ...read.findings,
    ...(instance ? checkLocation(instance, problem, name) : []),
  ]
  if (!instance || hasErrors(findings)) return refused(findings, terminal)
  const step = terminal.step({ zh: '选址', en: 'Siting' })
  const started = performance.timeOrigin
  const run = sitingRun({
    seed: options.seed,
    deadline,
    signal,
    onProgress: (cost, bound) =>
      step.at(
        (performance.timeOrigin + performance.now() - started) / (deadline - started),
        `${cost.toFixed(2)} ≥ ${bound.toFixed(2)}`,
      ),
  })
  const sited = await solveSiting(instance, problem, run)
  if (!sited || misses(sited, problem, options)) {
    const why = await reliefOfSiting(instance, problem, run)
    step.done()
    const none = finding('siting-none-found', { file: name })
    return refused([...findings, ...(why.length > 0 ? why : [none])], terminal)
  }
  step.done()
  return answered({ instance, problem, sited }, findings, options, terminal)
}

/** Whether an answer has more sites than were asked for, or a longer way: a cover with p, a p-centre with a radius. */
const misses = (sited: Sited, problem: LocationKind, { p, radius }: AskedSites): boolean =>
  (problem === 'scp' && p !== undefined && sited.open.length > p) ||
  (problem === 'p-centre' && radius !== undefined && !isWithin(sited.cost, radius))

function askedProblem(problem: string | undefined): LocationKind {
  const known = locationKinds.find((kind) => kind === problem)
  if (known) return known
  throw new UsageError({
    zh: `文件要用 --problem 说明问题类型：${locationKinds.join('、')}。`,
    en: `For a file say with --problem which problem it is: ${locationKinds.join(', ')}.`,
  })
}

function refused(findings: readonly Finding[], terminal: Terminal): 1 {
  terminal.findings(findings)
  terminal.result({ findings })
  return 1
}

async function answered(
  { instance, problem, sited }: { instance: LocationInstance; problem: LocationKind; sited: Sited },
  found: readonly Finding[],
  options: SiteCommandOptions,
  terminal: Terminal,
): Promise<0 | 1> {
  const { cost, findings } = checkSited(instance, problem, sited)
  const all = [...found, ...findings]
  const out = {
    cost,
    optimal: sited.optimal,
    bound: Number.isFinite(sited.bound) ? sited.bound : null,
    open: sited.open.map((j) => instance.sites[j]),
    assignment: sited.shares.map((list) =>
      list.map(({ site, share }) => ({ site: instance.sites[site], share })),
    ),
  }
  if (options.solution) await atomicWrite(options.solution, `${JSON.stringify(out, null, 1)}\n`)
  terminal.findings(all)
  const bound = out.bound === null ? null : sited.bound.toFixed(2)
  terminal.say({
    zh: `${instance.name}：${cost.toFixed(2)}，开 ${sited.open.length} 个点；${sited.optimal ? '已证明最优' : bound === null ? '没有界' : `界 ${bound}`}`,
    en: `${instance.name}: ${cost.toFixed(2)}, ${sited.open.length} sites open; ${sited.optimal ? 'proven optimal' : bound === null ? 'no bound' : `bound ${bound}`}`,
  })
  terminal.result({ ...out, findings: all })
  return exitCode(all)
}
