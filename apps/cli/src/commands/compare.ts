import { mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { compare } from '@kuashan/core/planner/compare/compare.ts'
import { atomicWrite } from '@kuashan/engine/files/atomic-write.ts'
import { compareHtml } from '@kuashan/pages/compare/compare-page.ts'
import { parseBudget } from '../budget.ts'
import { comparisonLines } from '../comparison-lines.ts'
import { type CompareOptions, countyOfSides, openSide } from '../open-side.ts'
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
  const comparison = compare(from.side, to.side)
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
