import { metricText } from '@kuashan/core/catalogue/terms.ts'
import type { Change } from '@kuashan/core/plan/change.ts'
import { formatDay, formatNumber, formatYuan } from '@kuashan/core/words/format.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import type { Names } from '@kuashan/ui/names.ts'
import { priceWords } from './change-kinds.ts'

type Said = Pick<Names, 'settlement' | 'vehicle' | 'service' | 'facility'> & {
  post: (id: string) => string
}

function daysText(change: Change, language: Language): string {
  if (!('from' in change) || !('to' in change)) return ''
  const { from, to } = change as { from?: string; to?: string }
  if (!from || !to) return ''
  const [a, b] = [formatDay(from as never, language), formatDay(to as never, language)]
  return language === 'zh' ? `，${a}至${b}` : `, ${a} to ${b}`
}

/** A change in a short sentence, with names in place of ids. A kind that has no sentence shows what it is made of. */
export function sayChange(change: Change, names: Said, language: Language): string {
  const zh = language === 'zh'
  switch (change.do) {
    case 'close-road':
      return `${zh ? '道路中断：' : 'Road closed: '}${change.way}${daysText(change, language)}`
    case 'add-vehicles-like': {
      const like = names.vehicle(change.likeOf)
      return zh ? `增加 ${change.count} 辆车，和${like}一样` : `${change.count} more like ${like}`
    }
    case 'add-bus-line':
      return `${zh ? '新开班车线路：' : 'A new bus line: '}${change.line.id}`
    case 'move-people': {
      const [from, to] = [names.settlement(change.from), names.settlement(change.to)]
      const who = change.people ? formatNumber(change.people) : zh ? '全部居民' : 'all residents'
      if (zh) return `${from}${change.people ? ` ${who} 人` : who}搬到${to}`
      return `${who} move from ${from} to ${to}`
    }
    case 'set-standard': {
      const floor = metricText(change.metric, change.value, language)
      return `${zh ? '标准改为：' : 'Standard: '}${names.service(change.service)} ${floor}`
    }
    case 'set-price':
      return `${priceWords[change.price][language]}${zh ? '改为' : ': '}${formatYuanExact(change.value, language)}`
    case 'vehicle-down':
      return `${names.vehicle(change.vehicle)}${zh ? '停用' : ' is down'}${daysText(change, language)}`
    case 'staff-away':
      return `${names.post(change.staff)}${zh ? '不在岗' : ' is away'}${daysText(change, language)}`
    case 'call-village': {
      const place = names.settlement(change.settlement)
      const service = names.service(change.service)
      return zh ? `${place}请求来一次：${service}` : `${place} asks for a visit: ${service}`
    }
    default: {
      const { do: kind, reason: _, ...rest } = change
      return `${kind} ${JSON.stringify(rest)}`
    }
  }
}

/** Prices of a kilometre are small: with their fractions of a yuan. */
const formatYuanExact = (fen: number, language: Language): string =>
  fen % 100 === 0
    ? formatYuan(fen, language)
    : language === 'zh'
      ? `${formatNumber(fen / 100, 2)} 元`
      : `¥${formatNumber(fen / 100, 2)}`
