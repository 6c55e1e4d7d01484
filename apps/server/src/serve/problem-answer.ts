import type { Problem, SaidFinding } from '@kuashan/contract/problem.ts'
import { type Finding, finding, hasErrors } from '@kuashan/core/kernel/finding.ts'
import { bySeverity } from '@kuashan/core/kernel/severity.ts'
import { explainFinding } from '@kuashan/core/words/explain-finding.ts'
import { isDiskFull, Refused, StoreOutage } from '@kuashan/store/database/refused.ts'
import { statusOf } from './status-of.ts'

/** Why a call is not answered as asked; thrown by whatever finds it out. */
export class NotAnswered extends Error {
  readonly findings: readonly Finding[]
  constructor(findings: readonly Finding[]) {
    super(findings[0]!.code)
    this.name = 'NotAnswered'
    this.findings = findings
  }
}

/** Throws where something found is an error: errors first, as the first says what the answer is. */
export function refuseErrors(findings: readonly Finding[]): void {
  if (hasErrors(findings)) throw new NotAnswered(findings.toSorted(bySeverity))
}

/** A finding with its words in both languages. */
export function said(found: Finding): SaidFinding {
  const zh = explainFinding(found, 'zh')
  const en = explainFinding(found, 'en')
  return {
    ...found,
    at: Object.fromEntries(Object.entries(found.at).filter(([, value]) => value !== undefined)),
    facts: { ...found.facts },
    what: { zh: zh.what, en: en.what },
    remedy: { zh: zh.remedy, en: en.remedy },
  }
}

/** Findings of whatever was thrown. What is not foreseen is a fault: its details stay in the log. */
export function findingsOf(error: unknown, call: string): readonly Finding[] {
  if (error instanceof NotAnswered) return error.findings
  if (error instanceof Refused) return [error.finding]
  if (error instanceof StoreOutage) return [finding('database-away', {})]
  if (isDiskFull(error)) return [finding('disk-full', {})]
  return [finding('server-fault', {}, { call })]
}

export function problemOf(findings: readonly Finding[], call: string): Problem {
  const [cause] = findings
  return {
    type: 'about:blank',
    status: statusOf(cause!.code),
    title: cause!.code,
    call,
    findings: findings.map(said),
  }
}
