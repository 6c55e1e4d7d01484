import { type Finding, finding, type Place } from '../../kernel/finding.ts'

/** Names that stand in the example row of a form, not on a door. */
const examples =
  /^(facility|village|settlement|site|place|vehicle|staff)\s*(common\s*)?name$|^(example|sample|test row|示例|样例|范例|模板|填写说明)|^(设施|村庄|自然村|机构|单位)名称$|^x{2,}(村|镇|乡|卫生院)$/i

/** True, with a finding, for a row that was left over from a template. */
export function templateRow(name: string | null, at: Place, findings: Finding[]): boolean {
  if (name === null || !examples.test(name.normalize('NFKC').trim())) return false
  findings.push(finding('row-template', at, { value: name }))
  return true
}
