import type { Language, Words } from '../words/language.ts'

/** What a county may assume (`county.yaml`, `assumptions`), in words; rates of need are told by their own names. */
const assumptionWords: Record<string, Words> = {
  fixedMaxMin: {
    zh: '没有规定路程上限的服务，到固定场所最多（分钟）',
    en: 'travel to a fixed site where no floor says, at most (min)',
  },
  walkToStopMin: {
    zh: '走到停靠点最多（分钟，老人步速）',
    en: 'walk to a stop at most (min, elder’s pace)',
  },
  doorstepMaxMin: {
    zh: '上门服务单程最多（分钟）',
    en: 'doorstep staff travel one way at most (min)',
  },
  minutesPerPerson: { zh: '每人服务时间（分钟）', en: 'minutes a person at a stop' },
  uptakePerVisit: {
    zh: '每次到访来的人占应享人数',
    en: 'share of those entitled who come to a visit',
  },
  visitsWithoutFrequency: {
    zh: '没有规定次数的流动服务，每年到访（次）',
    en: 'visits a year where no floor says how many',
  },
  mayClose: { zh: '允许关闭场所（1 为允许）', en: 'sites may be closed (1: yes)' },
  siteTimesPerPersonYear: {
    zh: '每人每年到场所的次数（没有规定次数的服务）',
    en: 'times a year a person comes to a site where no floor says how many',
  },
  limitedMobilityAge: { zh: '行动不便按年龄计（岁起）', en: 'limited mobility counted from age' },
}

/** What is assumed of one service: the name before the dot. */
const serviceWords: Record<string, Words> = {
  steerable: { zh: '服从安排的人所占比例', en: 'share of people who go where they are told' },
  bypass: {
    zh: '自行选择者中直接去县城的比例',
    en: 'share of those who choose that goes to the county town',
  },
  needTimesYear: { zh: '每人每年需要的次数', en: 'times a year a person needs' },
}

/** An assumption's name in words; its own name where it has none. */
export function assumptionText(name: string, language: Language): string {
  const [what, service] = name.split('.')
  const words = serviceWords[what!]
  return words !== undefined && service !== undefined
    ? `${words[language]} ${service}`
    : (assumptionWords[name]?.[language] ?? name)
}
