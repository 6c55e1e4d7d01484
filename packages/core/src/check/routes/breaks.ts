import { type Finding, finding } from '../../kernel/finding.ts'
import type { RouteRun } from '../../plan/routing.ts'
import type { RouteOnDay } from './route-on-day.ts'
import { exceeds } from './tolerance.ts'
import { liesIn, windowsInWords } from './windows.ts'

/** Breaks in order, each at most once and within its windows; one that isn't taken must not be owed. */
export function checkBreaks({ name, rules }: RouteOnDay, run: RouteRun): Finding[] {
  const breaks = rules.breaks ?? []
  const findings: Finding[] = []
  const taken = (run.pauses ?? []).filter((p) => p.kind === 'break')
  let last = -1
  for (const { index = -1, start } of taken) {
    const facts = { route: name, index: index + 1 }
    const rule = breaks[index]
    if (!rule) {
      findings.push(finding('route-break-unknown', {}, facts))
      continue
    }
    if (index <= last) findings.push(finding('route-break-out-of-order', {}, facts))
    last = Math.max(last, index)
    if (!liesIn(start, rule.windows)) {
      const windows = windowsInWords(rule.windows)
      findings.push(finding('route-break-outside-windows', {}, { ...facts, start, windows }))
    }
  }
  breaks.forEach(({ windows }, k) => {
    const close = Math.max(...windows.map((w) => w.close))
    const out = exceeds(run.finish, close) && exceeds(close, run.depart)
    if (out && !taken.some((p) => p.index === k))
      findings.push(finding('route-break-missing', {}, { route: name, index: k + 1, close }))
  })
  return findings
}
