import { Metric } from '@kuashan/core/catalogue/standard.ts'
import { facilityKindWords, metricText, vehicleKindWords } from '@kuashan/core/catalogue/terms.ts'
import type { WhyNotServed } from '@kuashan/core/planner/explain/answer.ts'
import type { FloorPrice } from '@kuashan/core/planner/explain/floor-prices.ts'
import { changeText } from '@kuashan/core/words/explain/explain-need.ts'
import { boundWords } from '@kuashan/core/words/explain/probe-words.ts'
import { formatNumber, formatYuan } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { html, type Markup } from '../html.ts'
import { type Context, section, table } from './section.ts'

/** What each floor costs: empty where nothing was explained. */
export function floorPricesSection(context: Context): Markup | null {
  const { explained, names, language } = context
  if (explained === undefined || explained.floors.length === 0) return null
  const yuan = (fen: number | null) => (fen === null ? '—' : formatYuan(fen, language))
  const body = table<FloorPrice>(
    context,
    [
      { head: { zh: '服务', en: 'Service' }, cell: (p) => names.service(p.service) },
      {
        head: { zh: '标准', en: 'Floor' },
        cell: (p) => metricText(p.metric, p.floor, language),
      },
      {
        head: { zh: '每年约（元）', en: 'About, a year' },
        cell: (p) => yuan(p.value),
        numeric: true,
      },
      {
        head: { zh: '已证明不少于 / 不多于', en: 'Proved at least / at most' },
        cell: (p) => `${yuan(p.least)} / ${yuan(p.most)}`,
        numeric: true,
      },
      {
        head: { zh: '因此达标的人', en: 'People reached for it' },
        cell: (p) => formatNumber(p.reached),
        numeric: true,
      },
      { head: { zh: '每人', en: 'Each' }, cell: (p) => yuan(p.perPerson), numeric: true },
    ],
    explained.floors,
  )
  return section(
    context,
    'floor-prices',
    { zh: '每条标准的价钱', en: 'The price of the floors' },
    body,
    {
      zh: '去掉这一条标准、道路耗时按本方案的实际出车，重新选择后省下的“可比价值”；是选择模型的估计，不是重排日历后的数。',
      en: 'What is saved, in the value plans are compared by, when this one floor is dropped and the choice is made again with the roads as this plan’s tours taught them: the choice’s estimate, not a new calendar.',
    },
  )
}

function nameIn({ names, input, language }: Context): (id: string) => string {
  const kinds: Readonly<Record<string, Words>> = { ...facilityKindWords, ...vehicleKindWords }
  const vehicles = new Set(input.county.vehicles.map((v) => v.id))
  return (id) => kinds[id]?.[language] ?? (vehicles.has(id) ? names.vehicle(id) : names.place(id))
}

/** Who is missed most, by name, with the smallest change that would serve them. */
export function whyMissedSection(context: Context): Markup | null {
  const { explained, names, language, t } = context
  if (explained === undefined || explained.worst.length === 0) return null
  const nameOf = nameIn(context)
  const change = (w: WhyNotServed): string => {
    const [first] = w.changes
    if (first !== undefined) return changeText(first, language, nameOf)
    if (w.bound !== undefined) return boundWords[w.bound][language]
    return t({ zh: '没有找到（不等于做不到）', en: 'none found (which proves nothing)' })
  }
  const missing = (w: WhyNotServed): string =>
    w.missing
      .map(({ metric, want, have }) => {
        const known = Metric.safeParse(metric)
        const floor = known.success ? metricText(known.data, want, language) : metric
        return language === 'zh'
          ? `${floor}，实为 ${formatNumber(have, 1)}`
          : `${floor}; has ${formatNumber(have, 1)}`
      })
      .join(language === 'zh' ? '；' : '; ')
  const body = table<WhyNotServed>(
    context,
    [
      {
        head: { zh: '自然村', en: 'Settlement' },
        cell: (w) => html`<b>${names.settlementInVillage(w.settlement)}</b>`,
      },
      { head: { zh: '服务', en: 'Service' }, cell: (w) => names.service(w.service) },
      { head: { zh: '人', en: 'People' }, cell: (w) => formatNumber(w.people), numeric: true },
      { head: { zh: '未达标', en: 'Missed' }, cell: missing },
      { head: { zh: '最小的改动', en: 'Smallest change' }, cell: change },
    ],
    explained.worst,
  )
  return section(
    context,
    'why-missed',
    { zh: '谁还差、差在哪、怎样最省', en: 'Who is missed, and the smallest change' },
    body,
    {
      zh: `未达标 ${explained.needs} 项，列出人数最多的 ${explained.worst.length} 项。每个改动都已放进方案重算：照做就达标，别人不变差。`,
      en: `Of ${explained.needs} needs not met, the ${explained.worst.length} with most people. Every change was put into the plan and measured again: done, it meets the need and leaves nobody worse off.`,
    },
  )
}
