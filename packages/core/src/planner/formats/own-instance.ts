import { type Finding, finding } from '../../kernel/finding.ts'
import { issueWords } from '../../plan/import/issue-words.ts'
import { ownInstance } from './own-schema.ts'
import { parseJson } from './parse-json.ts'
import { type ReadInstance, readResult } from './read-result.ts'
import { byPath } from './whereabouts.ts'

/** Our own JSON, `docs/routing-format.md`: the fields of `RoutingInstance`; what is left out doesn't bind. */
export function readOwnInstance(text: string, file: string): ReadInstance {
  const json = parseJson(text, file)
  if ('finding' in json) return { instance: null, findings: [json.finding] }
  const parsed = ownInstance.safeParse(json.value)
  if (!parsed.success)
    return { instance: null, findings: schemaFindings(parsed.error.issues, file) }
  return readResult(parsed.data, byPath(file), [])
}

/** What a schema found wrong, one finding each, by its path in the file. */
export const schemaFindings = (
  issues: readonly Parameters<typeof issueWords>[0][],
  file: string,
): Finding[] =>
  issues.map((issue) => {
    const { zh, en } = issueWords(issue)
    const path = issue.path.map(String).join('.')
    return finding('instance-field-invalid', { file, path }, { reason: en, reasonZh: zh })
  })
