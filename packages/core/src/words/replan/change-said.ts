import type { PlainDate } from '../../kernel/calendar.ts'
import { formatDay } from '../format.ts'
import { filled, type Language } from '../language.ts'

/** What happened, with names in place of ids. */
export interface SaidChange {
  what: 'close-road' | 'open-road' | 'vehicle-down' | 'staff-away' | 'call-village'
  name: string
  service?: string
  from?: PlainDate | undefined
  to?: PlainDate | undefined
}

const templates = {
  'close-road': { zh: '道路 {name} {days}封闭', en: 'Road {name} closed{days}' },
  'open-road': { zh: '道路 {name} 重新开通', en: 'Road {name} open again' },
  'vehicle-down': { zh: '{name} {days}停用', en: '{name} not to be had{days}' },
  'staff-away': { zh: '人员 {name} {days}不在岗', en: 'Staff member {name} away{days}' },
  'call-village': {
    zh: '{name}请求{days}来一次：{service}',
    en: '{name} asks for {service}{days}',
  },
} as const

/** One change in a short sentence. */
export function changeSaid(
  { what, name, service, from, to }: SaidChange,
  language: Language,
): string {
  const days =
    from === undefined || to === undefined
      ? ''
      : language === 'zh'
        ? `${formatDay(from, 'zh')}至${formatDay(to, 'zh')}`
        : `, ${formatDay(from, 'en')} to ${formatDay(to, 'en')}`
  const facts: Record<string, string> = { name, days, service: service ?? '' }
  return filled(templates[what][language], (fact) => facts[fact])
}
