import { mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { compare } from '@kuashan/core/planner/compare/compare.ts'
import { type Side, todayOf } from '@kuashan/core/planner/compare/side.ts'
import { atomicWrite } from '@kuashan/engine/files/atomic-write.ts'
import { compareHtml } from '@kuashan/pages/compare/compare-page.ts'
import { parseBudget } from '../budget.ts'
import { comparisonLines } from '../comparison-lines.ts'
import { travelOf } from '../open-county.ts'
import { openCountyUnder } from '../open-scenario.ts'
import { type CompareOptions, countyOfSides, type OpenedSide, openSide } from '../open-side.ts'
import type { Session } from '../session.ts'

export interface CompareCommandOptions extends CompareOptions {
  html?: string
  budget: string
}

/** `compare A B`: who wins and who loses from A to B, by name, and what it costs. */
export async function compareCommand(
  a: string,
  b: string,
  options: CompareCommandOptions,
  session: Session,
): Promise<0 | 1> {
  const { terminal } = session
  const budget = parseBudget(options.budget)
  const folder = countyOfSides([a, b], options.county)
  const open = (text: string) => openSide(text, folder, { ...options, budget }, session)
  const from = await open(a)
  const to = from.side === null ? from : await open(b)
  const findings = [...from.findings, ...(to === from ? [] : to.findings)]
  if (from.side === null || to.side === null) {
    terminal.findings(findings)
    terminal.result({ findings })
    return 1
  }
  terminal.findings(findings.filter((f) => f.severity === 'error'))
  const today = await todayBeside([from, to], folder, session, options)
  const comparison = compare(from.side, to.side, today)
  for (const line of comparisonLines(comparison, from.side, to.side)) terminal.say(line)
  if (options.html !== undefined) {
    const file = resolve(options.html)
    await mkdir(dirname(file), { recursive: true })
    await atomicWrite(file, compareHtml({ comparison, a: from.side, b: to.side }))
    terminal.say({ zh: `已写入 ${file}`, en: `Written to ${file}` })
  }
  terminal.result({ ...comparison, findings })
  return 0
}

/** Today on the county as it is: on the ways of a side that stands on it, else opened anew. */
async function todayBeside(
  sides: readonly OpenedSide[],
  folder: string,
  session: Session,
  options: CompareCommandOptions,
): Promise<Side> {
  const there = sides.find((s) => s.asItIs)?.side
  if (there) return there.plan === null ? there : todayOf(there)
  const { input } = await openCountyUnder(folder, {}, session)
  if (!input) throw new Error('the county that the sides lie in could be read a moment ago')
  const { travel } = await travelOf(input, session, options)
  return todayOf({ input, travel })
}
