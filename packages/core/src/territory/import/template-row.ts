import { type Finding, finding, type Place } from '../../kernel/finding.ts'

/** Names that stand in the example row of a form, not on a door. */
const examples =
  /^(facility|village|settlement|site|place|vehicle|staff)\s*(common\s*)?name$|^(example|sample|test row)|^test$|^(示例|样例|范例|模板|填写说明)|^(设施|村庄|自然村|机构|单位)名称$|^x{2,}(村|镇|乡|卫生院)$/i

/** Names of rows that add others up. */
const totals = /^(合计|总计|小计|共计|总和|(grand |sub)?totals?|sum)$/i

/** True, with a finding, for a row that is no place: left over from a template, or a total that would count people twice. */
export function templateRow(name: string | null, at: Place, findings: Finding[]): boolean {
  const plain = name?.normalize('NFKC').replace(/\s+/g, ' ').trim() ?? ''
  const code = examples.test(plain)
    ? 'row-template'
    : totals.test(plain.replace(/[:： ]/g, ''))
      ? 'row-total'
      : null
  if (code === null) return false
  findings.push(finding(code, at, { value: plain }))
  return true
}
