import { metricText } from '@kuashan/core/catalogue/terms.ts'
import type { AssumptionEffect } from '@kuashan/core/planner/explain/assumption-effects.ts'
import type { FloorPrice } from '@kuashan/core/planner/explain/floor-prices.ts'
import type { NameOf } from '@kuashan/core/words/explain/explain-need.ts'
import { assumptionWords } from '@kuashan/core/words/explain/figure-words.ts'
import { formatNumber, formatYuan } from '@kuashan/core/words/format.ts'
import type { Language } from '@kuashan/core/words/language.ts'

/** What each floor costs, a line each. */
export const floorPriceLines = (
  prices: readonly FloorPrice[],
  language: Language,
  nameOf: NameOf,
): string[] =>
  prices.map((p) => {
    const yuan = (fen: number) => formatYuan(fen, language)
    const head = `${nameOf(p.service)} · ${metricText(p.metric, p.floor, language)}`
    const each =
      p.perPerson === null
        ? ''
        : language === 'zh'
          ? `，每人 ${yuan(p.perPerson)}`
          : `, ${yuan(p.perPerson)} a person`
    const proved =
      p.least === null || p.most === null
        ? ''
        : language === 'zh'
          ? `（已证明在 ${yuan(p.least)} 与 ${yuan(p.most)} 之间）`
          : ` (proved between ${yuan(p.least)} and ${yuan(p.most)})`
    return language === 'zh'
      ? `${head}：每年约 ${yuan(p.value)}${proved}${each}`
      : `${head}: about ${yuan(p.value)} a year${proved}${each}`
  })

/** What changes when an assumption is a fifth lower or higher, a line each. */
export const assumptionLines = (
  effects: readonly AssumptionEffect[],
  language: Language,
): string[] =>
  effects.map((e) => {
    const name = assumptionWords[e.what]?.[language] ?? e.what
    const side = (effect: AssumptionEffect['lower']): string => {
      if (effect === null) return language === 'zh' ? '未试' : 'not tried'
      const cost = `${effect.cost > 0 ? '+' : ''}${formatYuan(effect.cost, language)}`
      const missed = `${effect.missed > 0 ? '+' : ''}${formatNumber(effect.missed, 1)}`
      const value = formatNumber(effect.value, 3)
      return language === 'zh'
        ? `${value}：每年 ${cost}，未达标 ${missed} 人，改变 ${effect.flips} 项`
        : `${value}: ${cost} a year, ${missed} people missed, ${effect.flips} served otherwise`
    }
    return `${name} = ${formatNumber(e.value, 3)} | ${side(e.lower)} | ${side(e.higher)}`
  })
