import type { VehicleKind } from '@kuashan/core/catalogue/service.ts'
import { facilityKindWords, vehicleKindWords } from '@kuashan/core/catalogue/terms.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { SiteDecision } from '@kuashan/core/plan/plan.ts'
import type { PlaceDifference, PlanDifference, Served } from '@kuashan/core/plan/plan-difference.ts'
import { formatDay, formatNumber } from '@kuashan/core/words/format.ts'
import type { Language, Words } from '@kuashan/core/words/language.ts'
import type { Names } from '@kuashan/ui/names.ts'
import { reachWords } from '@kuashan/ui/plan-words.ts'

type Said = Pick<Names, 'settlement' | 'service' | 'facility' | 'place'>

const mostDays = 6

/** Days in a row of words, the first few and how many more. */
function daysText(days: readonly PlainDate[], language: Language): string {
  const comma = language === 'zh' ? '、' : ', '
  const shown = days.slice(0, mostDays).map((day) => formatDay(day, language))
  const rest = days.length - shown.length
  if (rest === 0) return shown.join(comma)
  return language === 'zh'
    ? `${shown.join(comma)}等 ${formatNumber(days.length)} 天`
    : `${shown.join(comma)} and ${formatNumber(rest)} more`
}

function servedText(served: Served, names: Said, language: Language): string {
  const zh = language === 'zh'
  if (served.modes.length === 0) return zh ? '没有人服务' : 'nobody'
  const comma = zh ? '、' : ', '
  const how = served.modes.map((mode) => reachWords[mode][language]).join(comma)
  const where = served.places
    .slice(0, 3)
    .map((place) => names.place(place))
    .join(comma)
  const times = served.times === null ? '' : zh ? `，${served.times} 次` : `, ${served.times} times`
  return zh ? `${how}（${where}${times}）` : `${how} (${where}${times})`
}

/** What is otherwise at one settlement: a sentence for its days and one for each service. */
export function sayPlace(place: PlaceDifference, names: Said, language: Language): string[] {
  const zh = language === 'zh'
  const said: string[] = []
  for (const { service, before, after } of place.services) {
    const name = names.service(service)
    const floor =
      before.missed === after.missed
        ? ''
        : after.missed
          ? zh
            ? '——因此不达标'
            : ' — misses its floor now'
          : zh
            ? '——因此达标'
            : ' — meets its floor now'
    const [was, is] = [before, after].map((served) => servedText(served, names, language))
    const how = was === is ? (zh ? '不变' : 'as before') : zh ? `${was}改为${is}` : `${was} → ${is}`
    said.push(zh ? `${name}：${how}${floor}` : `${name}: ${how}${floor}`)
  }
  if (place.daysGone.length > 0)
    said.push(`${zh ? '不再来：' : 'No longer on: '}${daysText(place.daysGone, language)}`)
  if (place.daysNew.length > 0)
    said.push(`${zh ? '新增的日子：' : 'New days: '}${daysText(place.daysNew, language)}`)
  return said
}

const actionWords: Readonly<Record<SiteDecision['action'] | 'none', Words>> = {
  none: { zh: '不涉及', en: 'not touched' },
  keep: { zh: '不变', en: 'kept' },
  upgrade: { zh: '提升', en: 'upgraded' },
  convert: { zh: '改用', en: 'converted' },
  build: { zh: '新建', en: 'built' },
  close: { zh: '关闭', en: 'closed' },
}

/** Buildings, stops and fleet days in sentences. */
export function sayDecisions(
  { sites, stopsGone, stopsNew, fleet }: PlanDifference,
  names: Said,
  language: Language,
): string[] {
  const zh = language === 'zh'
  const kindOf = (kind: string) => vehicleKindWords[kind as VehicleKind][language]
  const action = (of: SiteDecision['action'] | null) => actionWords[of ?? 'none'][language]
  const stop = ({ settlement, kind }: PlanDifference['stopsNew'][number]) =>
    zh
      ? `${names.settlement(settlement)}（${kindOf(kind)}）`
      : `${names.settlement(settlement)} (${kindOf(kind)})`
  return [
    ...sites.map(({ facility, before, after, toKind }) => {
      const use = facilityKindWords[toKind][language]
      return zh
        ? `${names.facility(facility)}：${action(before)} → ${action(after)}（${use}）`
        : `${names.facility(facility)}: ${action(before)} → ${action(after)} (${use})`
    }),
    ...stopsNew.map((one) => `${zh ? '新停靠点：' : 'New stop: '}${stop(one)}`),
    ...stopsGone.map((one) => `${zh ? '取消停靠点：' : 'Stop given up: '}${stop(one)}`),
    ...fleet.map(({ kind, before, after }) =>
      zh
        ? `${kindOf(kind)}出车日：${formatNumber(before)} → ${formatNumber(after)}`
        : `Days out of ${kindOf(kind)}: ${formatNumber(before)} → ${formatNumber(after)}`,
    ),
  ]
}
