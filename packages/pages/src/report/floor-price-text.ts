import type { Metric } from '@kuashan/core/catalogue/standard.ts'
import { metricText } from '@kuashan/core/catalogue/terms.ts'
import type { NameOf } from '@kuashan/core/words/explain/explain-need.ts'
import { formatYuan } from '@kuashan/core/words/format.ts'
import type { Language } from '@kuashan/core/words/language.ts'

export interface FloorPriceToTell {
  service: string
  metric: Metric
  floor: number
  value: number
  least: number | null
  most: number | null
  perPerson: number | null
}

/** What a floor costs, with the bounds that are proved and what it is for each person reached. */
export function floorPriceText(p: FloorPriceToTell, language: Language, nameOf: NameOf): string {
  const zh = language === 'zh'
  const yuan = (fen: number) => formatYuan(fen, language)
  const head = `${nameOf(p.service)} · ${metricText(p.metric, p.floor, language)}`
  const each =
    p.perPerson === null
      ? ''
      : zh
        ? `，每人 ${yuan(p.perPerson)}`
        : `, ${yuan(p.perPerson)} a person`
  const proved =
    p.least === null || p.most === null
      ? ''
      : zh
        ? `（已证明在 ${yuan(p.least)} 与 ${yuan(p.most)} 之间）`
        : ` (proved between ${yuan(p.least)} and ${yuan(p.most)})`
  return zh
    ? `${head}：每年约 ${yuan(p.value)}${proved}${each}`
    : `${head}: about ${yuan(p.value)} a year${proved}${each}`
}
