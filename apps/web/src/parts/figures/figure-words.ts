import type { CellLine, GapLine } from '@kuashan/contract/measures.ts'
import { metricText, modeWords as waysOfService } from '@kuashan/core/catalogue/terms.ts'
import { formatMinutes, formatNumber } from '@kuashan/core/words/format.ts'
import { filled, type Language, type Words } from '@kuashan/core/words/language.ts'

export const groupWords: Readonly<Record<string, Words>> = {
  child: { zh: '0–17 岁', en: 'Age 0–17' },
  adult: { zh: '18–59 岁', en: 'Age 18–59' },
  elder: { zh: '60–79 岁', en: 'Age 60–79' },
  oldest: { zh: '80 岁及以上', en: 'Age 80 and over' },
}

export const remotenessWords: Readonly<Record<string, Words>> = {
  remote: { zh: '偏远居民点', en: 'Remote settlements' },
  near: { zh: '其他居民点', en: 'Other settlements' },
}

/** Ways of service by the name that answers give them. */
export const modeWords: Readonly<Record<string, Words>> = waysOfService

const stateWords: Readonly<Record<GapLine['state'], Words | null>> = {
  ok: null,
  unlocated: { zh: '没有坐标，无法测算路程', en: 'No coordinates: travel cannot be found' },
  'no-road': { zh: '没有路通到', en: 'No road leads there' },
}

/** What a metric counts in, told by the end of its name; nothing where it is a share or a plain number. */
const units: readonly [end: RegExp, Words][] = [
  [/Min$/, { zh: ' 分钟', en: ' min' }],
  [/Days$/, { zh: ' 天', en: ' days' }],
  [/PerYear$/, { zh: ' 次', en: ' a year' }],
]
const unitOf = (metric: string, language: Language): string =>
  units.find(([end]) => end.test(metric))?.[1][language] ?? ''

const nothingYet: Words = { zh: '现在没有', en: 'nothing today' }
const today: Words = { zh: '现在', en: 'today' }

/** Why a gap is one: for each floor what is wanted and what there is, in words. */
export function whyOf({ state, missing }: Pick<GapLine, 'state' | 'missing'>, language: Language) {
  const ground = stateWords[state]
  const floors = missing.map(({ metric, want, have }) => ({
    want: metricText(metric, want, language),
    have:
      have === null
        ? nothingYet[language]
        : `${today[language]} ${formatNumber(have, 1)}${unitOf(metric, language)}`,
  }))
  return { ground: ground?.[language] ?? null, floors }
}

const fromHome: Words = { zh: '不用出门', en: 'without leaving home' }
const onTheSpot: Words = { zh: '就在本地', en: 'on the spot' }
const openAllYear: Words = { zh: '全年开放', en: 'open all year' }
const timesAYear: Words = { zh: '每年 {n} 次', en: '{n} {n|time|times} a year' }
const longestGap: Words = { zh: '最长间隔 {n} 天', en: 'longest gap {n} {n|day|days}' }

/** How far and how often: `12 分钟 · 每年 24 次 · 最长间隔 21 天`. */
export function reachText(reach: NonNullable<CellLine['reach']>, language: Language): string {
  const often =
    reach.opportunities === null
      ? openAllYear[language]
      : filled(timesAYear[language], () => formatNumber(reach.opportunities ?? 0))
  const gap =
    reach.longestGapDays === null
      ? []
      : [filled(longestGap[language], () => formatNumber(reach.longestGapDays ?? 0))]
  const isHome = reach.mode === 'remote' || reach.mode === 'doorstep'
  const near = isHome ? fromHome : onTheSpot
  const far = reach.seconds === 0 ? near[language] : formatMinutes(reach.seconds, language)
  return [far, often, ...gap].join(' · ')
}
