import { AdoptedStandard } from '../../catalogue/standard.ts'
import { type Finding, type FindingCode, finding } from '../../kernel/finding.ts'
import { byText } from '../../kernel/order.ts'
import { suggestion } from '../../territory/import/nearest.ts'
import { CountySettings } from '../county.ts'
import { upgradeSettings } from './format-upgrade.ts'
import { fenToYuan, type Plain, yuanToFen } from './yuan.ts'

interface Issue {
  path: readonly PropertyKey[]
  message: string
}

/** What a schema found wrong, one finding each, by its path in the file. */
export const issueFindings = (
  code: FindingCode,
  file: string,
  issues: readonly Issue[],
): Finding[] =>
  issues.map(({ path, message }) =>
    finding(
      code,
      { file, path: path.map(String).join('.').replace(/Fen\b/g, 'Yuan') },
      { reason: message },
    ),
  )

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
      findings: [finding('setting-invalid', { file }, { reason: 'key: value' })],
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
      findings: issueFindings('standard-invalid', file, parsed.error.issues),
    }
  const key = (s: AdoptedStandard): string =>
    JSON.stringify([s.service, s.metric, s.from, s.level, s])
  return { standards: parsed.data.sort(byText(key)), findings: [] }
}
