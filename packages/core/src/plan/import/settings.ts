import type { z } from 'zod'
import { AdoptedStandard } from '../../catalogue/standard.ts'
import { type Finding, type FindingCode, finding } from '../../kernel/finding.ts'
import { byText } from '../../kernel/order.ts'
import { suggestion } from '../../territory/import/nearest.ts'
import { CountySettings } from '../county.ts'
import { upgradeSettings } from './format-upgrade.ts'
import { issueWords } from './issue-words.ts'
import { fenToYuan, type Plain, yuanToFen } from './yuan.ts'

/** What a schema found wrong, one finding each, by its path in the file. */
export const issueFindings = (
  code: FindingCode,
  file: string,
  issues: readonly z.core.$ZodIssue[],
): Finding[] =>
  issues.map((issue) => {
    const { zh, en } = issueWords(issue)
    const path = issue.path.map(String).join('.').replace(/Fen\b/g, 'Yuan')
    return finding(code, { file, path }, { reason: en, reasonZh: zh })
  })

const notSettings = {
  reason: 'the file is empty, or not made of `key: value` lines',
  reasonZh: '文件是空的，或者不是由“键: 值”组成',
}

const isRecord = (value: Plain): value is { [key: string]: Plain } =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** Settings of a county from `county.yaml` as parsed: upgraded, yuan made fen, checked. */
export function importSettings(
  document: Plain,
  file = 'county.yaml',
): { settings: CountySettings | null; findings: Finding[] } {
  if (!isRecord(document))
    return {
      settings: null,
      findings: [finding('setting-invalid', { file }, notSettings)],
    }
  const upgraded = upgradeSettings(document, file)
  const { findings } = upgraded
  if (!upgraded.settings) return { settings: null, findings }
  const converted = yuanToFen(upgraded.settings) as { [key: string]: Plain }
  const known = Object.keys(CountySettings.shape)
  for (const key of Object.keys(converted))
    if (!known.includes(key))
      findings.push(
        finding(
          'setting-unknown',
          { file, path: key },
          { key, suggestion: suggestion(key, known) },
        ),
      )
  const unsaid = converted.coordinates === undefined
  if (unsaid) findings.push(finding('coordinate-system-unsaid', { file, path: 'coordinates' }))
  const parsed = CountySettings.safeParse(converted)
  if (parsed.success) return { settings: parsed.data, findings }
  const issues = parsed.error.issues.filter((issue) => !unsaid || issue.path[0] !== 'coordinates')
  return {
    settings: null,
    findings: [...findings, ...issueFindings('setting-invalid', file, issues)],
  }
}

/** `county.yaml` of a county; `importSettings` reads the same settings from it. */
export const exportSettings = (settings: CountySettings): Plain =>
  fenToYuan(settings as unknown as Plain)

/** People count from one: `#2 MED-01.clause`. */
const counted =
  (document: Plain) =>
  (issue: z.core.$ZodIssue): z.core.$ZodIssue => {
    const [index, ...rest] = issue.path
    if (typeof index !== 'number' || !Array.isArray(document)) return issue
    const row = document[index] ?? null
    const service = isRecord(row) && typeof row.service === 'string' ? ` ${row.service}` : ''
    return { ...issue, path: [`#${index + 1}${service}`, ...rest] }
  }

/** Standards from `standards.yaml` as parsed: a list, or nothing. Sorted by service, metric and day. */
export function importStandards(
  document: Plain,
  file = 'standards.yaml',
): { standards: AdoptedStandard[]; findings: Finding[] } {
  if (document === null) return { standards: [], findings: [] }
  const parsed = AdoptedStandard.array().safeParse(document)
  if (!parsed.success)
    return {
      standards: [],
      findings: issueFindings('standard-invalid', file, parsed.error.issues.map(counted(document))),
    }
  const key = (s: AdoptedStandard): string =>
    JSON.stringify([s.service, s.metric, s.from, s.level, s])
  return { standards: parsed.data.sort(byText(key)), findings: [] }
}
