import { formatMinutes, formatNumber } from '../format.ts'
import { filled, type Language, type Words } from '../language.ts'
import { reachWords } from './probe-words.ts'

/** What stands between a need and one way of meeting it. Names, `figure` and `limit` are filled in. */
export const channelBoundWords = {
  'not-in-catalogue': {
    zh: '目录里这项服务没有这种方式',
    en: 'the catalogue gives the service no such way',
  },
  'none-there': { zh: '县里一处也没有', en: 'the county has none' },
  'no-place': { zh: '不知道它在哪里，没有坐标', en: 'nobody knows where the place is' },
  'no-road': { zh: '任何季节都没有路', en: 'there is no way in any season' },
  'no-stop': {
    zh: '走得到的地方没有车能停的点（步行上限 {limit}）',
    en: 'no place to stop within the walk of {limit}',
  },
  'beyond-limit': {
    zh: '最近的 {place} 要 {figure}，上限 {limit}',
    en: 'the nearest, {place}, takes {figure}; the limit is {limit}',
  },
  'beyond-shift': {
    zh: '{place} 往返要 {figure}，一天最多 {limit}',
    en: '{place} needs {figure} there and back; a day allows {limit}',
  },
  'floor-not-met': {
    zh: '做到最好也达不到{metric}：应为 {limit}，最多 {figure}',
    en: 'even at its best it misses {metric}: wanted {limit}, could be {figure}',
  },
} as const satisfies Record<string, Words>
export type ChannelBoundKind = keyof typeof channelBoundWords

/** One way of meeting a need that cannot meet it. Seconds, but for a floor, whose figures are in its own unit. */
export interface ChannelBoundToTell {
  mode: keyof typeof reachWords
  by: ChannelBoundKind
  figure: number | null
  limit: number | null
  /** Id of the nearest place or vehicle. */
  place?: string
  metric?: string
}

/** A bound in a line: the way, and what stands between. */
export function channelBoundText(
  bound: ChannelBoundToTell,
  language: Language,
  nameOf: (id: string) => string,
): string {
  const { by, mode, metric, place } = bound
  const said = (value: number | null): string => {
    if (value === null) return '—'
    return by === 'floor-not-met' ? formatNumber(value, 1) : formatMinutes(value, language)
  }
  const facts: Record<string, string> = {
    figure: said(bound.figure),
    limit: said(bound.limit),
    place: place === undefined ? '' : nameOf(place),
    metric: metric === undefined ? '' : nameOf(metric),
  }
  const text = filled(channelBoundWords[by][language], (key) => facts[key] ?? '')
  return `${reachWords[mode][language]}${language === 'zh' ? '：' : ': '}${text}`
}
