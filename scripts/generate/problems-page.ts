import { type FindingCode, finding, findingCodes } from '@kuashan/core/kernel/finding.ts'
import { explainFinding } from '@kuashan/core/words/explain-finding.ts'

const severityWords = { error: '错误 error', warning: '提醒 warning', note: '说明 note' }

/** `docs/problems.md`: every code with its words in both languages. */
export function problemsPage(): string {
  const codes = (Object.keys(findingCodes) as FindingCode[]).sort()
  const rows = codes.map((code) => {
    const f = finding(code, {})
    const [zh, en] = [explainFinding(f, 'zh'), explainFinding(f, 'en')]
    return `| \`${code}\` | ${severityWords[f.severity]} | ${zh.what}。${zh.remedy}。 | ${en.what}. ${en.remedy}. |`
  })
  return [
    '# Problems 问题代码',
    '',
    'Made by `npm run generate` from the table of codes; do not edit. `{name}` is filled from the data.',
    'An *error* stops an import and changes nothing; a *warning* is used and marked in every report; a *note* tells what was merged, converted or repaired.',
    '',
    '| code | severity | 中文 | English |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
