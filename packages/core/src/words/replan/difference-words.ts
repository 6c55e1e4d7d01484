import type { PlainDate } from '../../kernel/calendar.ts'
import { formatClock, formatDay, formatNumber, formatWeekday } from '../format.ts'
import type { Language, Words } from '../language.ts'

/** Why a visit could not stay as published. */
export const causeWords = {
  'no-road': { zh: '路不通', en: 'no road is open' },
  late: { zh: '绕行来不及', en: 'the way round takes too long' },
  'vehicle-down': { zh: '车辆停用', en: 'the vehicle is down' },
  'crew-missing': { zh: '人手不够', en: 'the crew is missing' },
  'staff-hours': { zh: '工时不够', en: 'staff hours are missing' },
  called: { zh: '村里来电', en: 'the village called' },
  again: { zh: '又能去了', en: 'it can be made again' },
} as const satisfies Record<string, Words>

interface SaidAt {
  date: PlainDate
  vehicle: string
  arrive: number
}

/** A difference with names in place of ids. */
export interface SaidDifference {
  what: 'moved' | 'other-vehicle' | 'retimed' | 'cancelled' | 'added'
  services: string
  before: SaidAt | null
  after: SaidAt | null
  cause: keyof typeof causeWords | null
  next: PlainDate | null
}

const dayOf = (date: PlainDate, language: Language): string =>
  language === 'zh'
    ? `${formatDay(date, language)}（${formatWeekday(date, language)}）`
    : `${formatWeekday(date, language)} ${formatDay(date, language)}`

/** One difference in a sentence, dates first, without the village's name. */
export function differenceWords(d: SaidDifference, language: Language): string {
  const words = `${what(d, language)}${language === 'zh' ? '：' : ': '}${d.services}`
  if (d.cause === null || d.cause === 'called' || d.cause === 'again') return words
  return language === 'zh'
    ? `${words}（${causeWords[d.cause].zh}）`
    : `${words} (${causeWords[d.cause].en})`
}

function what(d: SaidDifference, language: Language): string {
  const { before, after } = d
  if (before === null) return added(after, language)
  const was = dayOf(before.date, language)
  if (after === null) return cancelled(was, d.next, language)
  if (d.what === 'moved') return moved(d, before, after, language)
  const [from, at] = [formatClock(before.arrive), formatClock(after.arrive)]
  const time = from === at ? at : `${from} → ${at}`
  if (d.what === 'other-vehicle')
    return language === 'zh'
      ? `${was}照旧，改由${after.vehicle}，${time}`
      : `${was} stays, by ${after.vehicle}, ${time}`
  return language === 'zh' ? `${was}照旧，时间 ${time}` : `${was} stays, at ${time}`
}

function added(after: SaidAt | null, language: Language): string {
  if (after === null)
    return language === 'zh' ? '请求的到访没有排进去' : 'the visit asked for finds no place'
  const [on, at] = [dayOf(after.date, language), formatClock(after.arrive)]
  return language === 'zh'
    ? `加一次 ${on}${at}，${after.vehicle}`
    : `a visit is added on ${on} at ${at} by ${after.vehicle}`
}

function cancelled(was: string, next: PlainDate | null, language: Language): string {
  if (language === 'zh')
    return next === null
      ? `${was}取消，以后没有到访`
      : `${was}取消，下一次 ${dayOf(next, language)}`
  return next === null
    ? `${was} is cancelled, no further visit`
    : `${was} is cancelled, next visit ${dayOf(next, language)}`
}

/** A visit that had to move is made up; one that makes room only moves. */
function moved(
  { cause }: SaidDifference,
  before: SaidAt,
  after: SaidAt,
  language: Language,
): string {
  const early = after.date < before.date
  const [was, on] = [dayOf(before.date, language), dayOf(after.date, language)]
  const at = formatClock(after.arrive)
  const other = before.vehicle === after.vehicle ? '' : after.vehicle
  if (language === 'zh') {
    const how = early ? '提前到' : cause === null ? '移到' : '补到'
    return `${was}${how} ${on}${at}${other && `，改由${other}`}`
  }
  const how = early ? 'is brought forward to' : cause === null ? 'moves to' : 'is made up on'
  return `${was} ${how} ${on} at ${at}${other && `, by ${other}`}`
}

/** A floor that is lost, with names in place of ids. */
export interface SaidFloor {
  service: string
  floor: string
  have: number
  people: number
  without: { from: PlainDate; to: PlainDate; days: number } | null
}

/** Who misses what, and for how long. */
export function floorLostWords(
  { service, floor, have, people, without }: SaidFloor,
  language: Language,
): string {
  const count = formatNumber(people, 1)
  const gap =
    without === null
      ? language === 'zh'
        ? '全年没有到访'
        : 'no visit at all'
      : language === 'zh'
        ? `${formatDay(without.from, language)}至${formatDay(without.to, language)} ${without.days} 天没有到访`
        : `no visit for ${without.days} days, ${formatDay(without.from, language)} to ${formatDay(without.to, language)}`
  return language === 'zh'
    ? `${service}：${count} 人达不到“${floor}”（现在 ${formatNumber(have, 1)}）；${gap}`
    : `${service}: ${count} people miss “${floor}” (now ${formatNumber(have, 1)}); ${gap}`
}

/** What an alternative is called and what it is for. */
export const alternativeWords = {
  provisional: {
    title: { zh: '临时安排', en: 'Provisional' },
    purpose: {
      zh: '只补去不了的，别的不动',
      en: 'makes up what cannot be done; nothing else moves',
    },
  },
  fewest: {
    title: { zh: '改动最少', en: 'Fewest changes' },
    purpose: { zh: '改期、换车、取消的到访最少', en: 'the fewest visits moved or cancelled' },
  },
  cheapest: {
    title: { zh: '花费最少', en: 'Cheapest' },
    purpose: {
      zh: '标准不减，其余以省钱为先；标准用不着的到访可以不补',
      en: 'floors as good as can be, then least money; visits that no floor needs may go',
    },
  },
  floors: {
    title: { zh: '标准优先', en: 'Floors kept' },
    purpose: {
      zh: '达不到标准的人最少，再求改动少',
      en: 'the fewest people below a floor, then the fewest changes',
    },
  },
} as const satisfies Record<string, { title: Words; purpose: Words }>
