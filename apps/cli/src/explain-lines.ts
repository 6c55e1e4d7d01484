import type { AssumptionEffect } from '@kuashan/core/planner/explain/assumption-effects.ts'
import { assumptionWords } from '@kuashan/core/words/explain/figure-words.ts'
import { formatNumber, formatYuan } from '@kuashan/core/words/format.ts'
import type { Language } from '@kuashan/core/words/language.ts'

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
