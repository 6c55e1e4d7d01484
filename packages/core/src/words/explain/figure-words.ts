import type { Words } from '../language.ts'

/** Assumed values by key, as the plan lists them. */
export const assumptionWords: Readonly<Record<string, Words>> = {
  fixedMaxMin: { zh: '到固定场所的时限（分钟）', en: 'limit to a site (min)' },
  walkToStopMin: { zh: '步行到停靠点的上限（分钟）', en: 'walk to a stop (min)' },
  doorstepMaxMin: { zh: '上门单程上限（分钟）', en: 'limit of doorstep staff (min)' },
  uptakePerVisit: { zh: '每次到访前来的人的比例', en: 'share of people who come to a visit' },
  visitsWithoutFrequency: {
    zh: '没有频次标准时每年到访次数',
    en: 'visits a year where no floor says how often',
  },
  minutesPerPerson: { zh: '每人服务分钟数', en: 'minutes a person' },
}
