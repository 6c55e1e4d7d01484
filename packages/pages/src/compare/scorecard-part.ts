import { layerWords } from '@kuashan/core/plan/scenario/projects.ts'
import type { Indicator } from '@kuashan/core/planner/compare/scorecard.ts'
import { formatNumber, formatShare, formatYuan } from '@kuashan/core/words/format.ts'
import type { Markup } from '../html.ts'
import { section } from '../report/section.ts'
import type { CompareContext } from './compare-page.ts'
import { lineOf, lines } from './figure-parts.ts'

/** The six layers on both sides; an indicator that a side has no data for shows as not known. */
export function scorecardPart(context: CompareContext): Markup {
  const { comparison, language, t } = context
  const { a, b } = comparison.scorecard
  const format: Record<Indicator['unit'], (n: number) => string> = {
    share: (n) => formatShare(n),
    minutes: (n) => `${formatNumber(n, 1)} ${t({ zh: '分钟', en: 'min' })}`,
    km: (n) => `${formatNumber(n, 1)} km`,
    count: (n) => formatNumber(n),
    yuan: (n) => formatYuan(n * 100, language),
    hours: (n) => formatNumber(n),
  }
  const rows = a.map((indicator, k) => {
    const label = `${t(layerWords[indicator.layer])} · ${t(indicator.name)}`
    const [was, is] = [indicator.value, b[k]!.value]
    if (was === null || is === null) return { label, today: null, a: '—', b: '—', change: '—' }
    return lineOf(label, { a: was, b: is }, format[indicator.unit])
  })
  return section(
    context,
    `six-${language}`,
    { zh: '六个一体化', en: 'Six layers' },
    lines(context, rows, { zh: '方面与指标', en: 'Layer and indicator' }),
  )
}
