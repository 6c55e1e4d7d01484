import { formatMinutes, formatNumber, formatYuan } from '../format.ts'
import type { Language, Words } from '../language.ts'

/** The levels of the objective, in their order. */
export const levelWords = {
  unreachable: { zh: '已证明无法到达（人×服务）', en: 'proven unreachable (people × services)' },
  floorsMissed: { zh: '底线未达（人×服务）', en: 'floors missed (people × services)' },
  needMet: { zh: '满足的需求', en: 'need met' },
  needServed: { zh: '满足的需求（人次）', en: 'need served (person-times)' },
  cost: { zh: '比较用的费用', en: 'cost to compare by' },
  worstDecile: { zh: '最差十分之一的路程', en: 'travel of the worst decile' },
  longestShift: { zh: '最长一天', en: 'longest day' },
  changes: { zh: '与已发布方案的差异', en: 'changes against the published plan' },
} as const satisfies Record<string, Words>

/** A level before and after something is done otherwise; figures as plans have them (fen, minutes, seconds). */
export interface LevelToTell {
  level: keyof typeof levelWords
  /** Priority class of people who miss a floor. */
  class?: number
  before: number
  after: number
}

/** Of priority classes, the first first. */
const classWords: readonly Words[] = [
  { zh: '基本服务中的重点人群', en: 'basic services for the weak' },
  { zh: '其他基本服务', en: 'other basic services' },
  { zh: '非基本服务中的重点人群', en: 'other services for the weak' },
  { zh: '其余服务', en: 'the other services' },
]

function figureText(level: LevelToTell['level'], value: number, language: Language): string {
  if (level === 'cost') return formatYuan(value, language)
  if (level === 'worstDecile') return formatMinutes(value * 60, language)
  if (level === 'longestShift') return formatMinutes(value, language)
  return formatNumber(value, 1)
}

/** The levels that differ, each with both figures; empty where none does. */
export function levelsText(levels: readonly LevelToTell[], language: Language): string {
  return levels
    .map(({ level, class: of, before, after }) => {
      const [was, is] = [before, after].map((value) => figureText(level, value, language))
      if (was === is) return ''
      const text = levelWords[level][language]
      const comma = language === 'zh' ? '，' : ', '
      const which = of === undefined ? '' : `${comma}${classWords[of]?.[language] ?? of}`
      return `${text}${which} ${was} → ${is}`
    })
    .filter((text) => text !== '')
    .join(language === 'zh' ? '；' : '; ')
}
