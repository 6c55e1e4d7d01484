import { comparedWayWords, type EqualCoverage } from '@kuashan/core/plan/equal-coverage.ts'
import { formatNumber, formatYuan } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'

/** Each way of serving beside the plan of the same needs, in one line. */
export const equalCoverageLines = ({ rows }: EqualCoverage): Words[] =>
  rows.map(({ way, figures, joint, needs, notCovered }) => {
    const left = notCovered.reduce((sum, n) => sum + n.needs, 0)
    const of = comparedWayWords[way]
    const pair = (format: (f: typeof figures) => string) =>
      `${format(figures)} → ${format(joint.figures)}`
    return {
      zh: `同等覆盖（${formatNumber(needs)} 项需要）：${of.zh} → 联合规划：每年现金 ${pair((f) => formatYuan(f.cashFen, 'zh'))}，工时 ${pair((f) => formatNumber(f.staffHours))}${left > 0 ? `；方案另外还满足 ${formatNumber(left)} 项` : ''}`,
      en: `At equal coverage (${formatNumber(needs)} needs): ${of.en} → joint plan: cash a year ${pair((f) => formatYuan(f.cashFen, 'en'))}, staff hours ${pair((f) => formatNumber(f.staffHours))}${left > 0 ? `; the plan meets ${formatNumber(left)} more` : ''}`,
    }
  })
