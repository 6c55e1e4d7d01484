import { lintCatalogue } from '@kuashan/core/catalogue/lint-catalogue.ts'
import { lintAxis } from '@kuashan/core/plan/lint-axis.ts'
import { openCounty } from '../open-county.ts'
import type { Session } from '../session.ts'
import { exitCode } from '../terminal.ts'

/** `lint DIR`: what the catalogue and the county's standards still lack before a value may bind. */
export async function lintCommand(dir: string, session: Session): Promise<0 | 1> {
  const { terminal } = session
  const { input, findings: opened } = await openCounty(dir, session)
  const findings = input
    ? [
        ...lintCatalogue(input.catalogue, input.county.standards, input.county.settings.asOf),
        ...lintAxis(input),
      ]
    : opened
  terminal.findings(findings, { most: Number.POSITIVE_INFINITY })
  const count = (severity: string) => findings.filter((f) => f.severity === severity).length
  terminal.say({
    zh: `服务目录、标准与发展轴：错误 ${count('error')}，提醒 ${count('warning')}，说明 ${count('note')}。没有文件和条款的数值只作参照，不作底线。`,
    en: `Catalogue, standards and axis: ${count('error')} errors, ${count('warning')} warnings, ${count('note')} notes. A value without document and clause is a benchmark, not a floor.`,
  })
  terminal.result({ findings })
  return exitCode(findings)
}
