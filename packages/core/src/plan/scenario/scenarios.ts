import { type Finding, finding, hasErrors } from '../../kernel/finding.ts'
import { suggestion } from '../../territory/import/nearest.ts'
import { type Change, Scenario } from '../change.ts'
import type { CountyInput } from '../county.ts'
import { issueFindings } from '../import/settings.ts'
import { applyChanges } from './apply-changes.ts'
import { countyInYear } from './county-in-year.ts'

/** The county as it is today, as the base of a scenario or a side of a comparison. */
export const countyBase = 'county'

/** One scenario as parsed from a file: checked against the format, `id` from the file's name where it has none. */
export function importScenario(
  document: unknown,
  file: string,
): { scenario: Scenario | null; findings: Finding[] } {
  const named = file.replace(/^.*\//, '').replace(/\.(ya?ml|json)$/i, '')
  const given =
    document !== null && typeof document === 'object' && !Array.isArray(document)
      ? { id: named, ...document }
      : document
  const parsed = Scenario.safeParse(given)
  return parsed.success
    ? { scenario: parsed.data, findings: [] }
    : {
        scenario: null,
        findings: issueFindings('scenario-malformed', file, parsed.error.issues),
      }
}

/** Ids that stand twice, and bases that are not there. */
export function checkScenarios(scenarios: readonly Scenario[]): Finding[] {
  const ids = scenarios.map((s) => s.id)
  const doubled = ids.filter((id, k) => ids.indexOf(id) !== k || id === countyBase)
  const lost = scenarios.filter((s) => s.base !== countyBase && !ids.includes(s.base))
  return [
    ...[...new Set(doubled)].map((id) => finding('scenario-id-doubled', { path: id }, { id })),
    ...lost.map(({ id, base }) =>
      finding(
        'scenario-base-unknown',
        { path: id },
        { id, base, suggestion: suggestion(base, [countyBase, ...ids]) },
      ),
    ),
  ]
}

/** A scenario with those it stands on, the lowest first; findings where the chain breaks or runs in a circle. */
export function chainOf(
  scenario: Scenario,
  others: readonly Scenario[],
): { chain: Scenario[]; findings: Finding[] } {
  const chain = [scenario]
  for (let low = scenario; low.base !== countyBase; low = chain[0]!) {
    const base = others.find((s) => s.id === low.base)
    if (base === undefined) return { chain: [], findings: checkScenarios([low]) }
    if (chain.some((s) => s.id === base.id)) {
      const names = [base, ...chain].map((s) => s.id).join(' ← ')
      const at = { path: scenario.id }
      return { chain: [], findings: [finding('scenario-base-circular', at, { chain: names })] }
    }
    chain.unshift(base)
  }
  return { chain, findings: [] }
}

export interface AppliedScenario {
  /** Null when an error stands in the way: nothing is half applied. */
  input: CountyInput | null
  /** All changes applied, those of the base first. */
  changes: Change[]
  year: number | undefined
  findings: Finding[]
}

/**
 * The county under a scenario: the population of its year, then the changes of its bases and its own, resolved
 * together. A change of a base that this scenario takes back is no contradiction: that is what scenarios are for.
 */
export function applyScenario(
  input: CountyInput,
  scenario: Scenario,
  others: readonly Scenario[],
): AppliedScenario {
  const { chain, findings } = chainOf(scenario, others)
  const year = chain.findLast((s) => s.year !== undefined)?.year
  const changes = chain.flatMap((s) => s.changes)
  if (findings.length > 0) return { input: null, changes, year, findings }
  const then = year === undefined ? null : countyInYear(input, year)
  findings.push(...(then?.findings ?? []))
  let now: CountyInput | null = then?.input ?? input
  for (const { id, changes: own } of chain) {
    if (now === null) break
    const applied = applyChanges(now, own, { year, at: { path: `${id}.changes` } })
    findings.push(...applied.findings)
    now = applied.input
  }
  return { input: hasErrors(findings) ? null : now, changes, year, findings }
}
