import { type PlainDate, weekday } from '../kernel/calendar.ts'
import type { Fen, Seconds } from '../kernel/units.ts'
import type { Language } from './language.ts'

/** `12,345.6`; thousands by comma in both languages. Trailing zeros of the fraction are dropped. */
export function formatNumber(value: number, digits = 0): string {
  const fixed = Math.abs(value).toFixed(digits)
  const [whole, fraction] = fixed.split('.') as [string, string | undefined]
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  const tail = fraction?.replace(/0+$/, '')
  const sign = value < 0 && Number(fixed) !== 0 ? '−' : ''
  return `${sign}${grouped}${tail ? `.${tail}` : ''}`
}

export const formatShare = (value: number, digits = 1): string =>
  `${formatNumber(value * 100, digits)}%`

/** Whole yuan, or ten thousands where that reads better: `12.3 万元` in Chinese. */
export function formatYuan(value: number | Fen, language: Language): string {
  const yuan = value / 100
  if (language === 'en') return `¥${formatNumber(yuan)}`
  return Math.abs(yuan) >= 10_000
    ? `${formatNumber(yuan / 10_000, 1)} 万元`
    : `${formatNumber(yuan)} 元`
}

/** Whole minutes up, as told to residents: never less than the time computed. */
export function formatMinutes(value: number | Seconds, language: Language): string {
  const minutes = Math.ceil(value / 60)
  if (minutes < 100) return language === 'zh' ? `${minutes} 分钟` : `${minutes} min`
  const [h, m] = [Math.floor(minutes / 60), minutes % 60]
  return language === 'zh' ? `${h} 小时 ${m} 分` : `${h} h ${m} min`
}

/** Seconds after midnight as `08:05`. */
export function formatClock(value: number): string {
  const minutes = Math.round(value / 60)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

const weekdays: Record<Language, readonly string[]> = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}

export const formatWeekday = (date: PlainDate, language: Language): string =>
  weekdays[language][weekday(date) - 1] as string

/** `6月13日` or `13 Jun`. */
export function formatDay(date: PlainDate, language: Language): string {
  const [, month, day] = date.split('-').map(Number) as [number, number, number]
  return language === 'zh' ? `${month}月${day}日` : `${day} ${monthNames[month - 1]}`
}

const monthNames = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
]
