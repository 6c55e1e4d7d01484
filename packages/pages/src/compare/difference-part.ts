import type { Difference, HowServed } from '@kuashan/core/planner/compare/compare-cells.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { html, type Markup } from '../html.ts'
import { modeWords } from '../report/changes-section.ts'
import { section, table } from '../report/section.ts'
import type { CompareContext } from './compare-page.ts'

/** How people come to a service, on one line. */
function how({ t, names }: CompareContext, served: HowServed | null): Markup {
  if (served === null) return html`<small>${t({ zh: '无人应享', en: 'nobody entitled' })}</small>`
  if (served.mode === null) return html`${t({ zh: '够不着', en: 'nothing in reach' })}`
  const times =
    served.opportunities === null
      ? t({ zh: '常年', en: 'all year' })
      : t({ zh: `每年 ${served.opportunities} 次`, en: `${served.opportunities} times a year` })
  if (served.minutes === null)
    return html`${t(modeWords[served.mode])} <small>${names.place(served.place ?? '')}</small>${served.met ? '' : t({ zh: '，未达标', en: ', floor missed' })}`
  const way = t({
    zh: `${formatNumber(served.minutes)} 分钟`,
    en: `${formatNumber(served.minutes)} min`,
  })
  const met = served.met ? '' : t({ zh: '，未达标', en: ', floor missed' })
  return html`${t(modeWords[served.mode])} <small>${names.place(served.place ?? '')}</small>${t({ zh: '，', en: ', ' })}${way}${t({ zh: '，', en: ', ' })}${times}${met}`
}

function list(context: CompareContext, title: Words, rows: readonly Difference[]): Markup {
  const { names, t } = context
  return html`<h3>${t(title)}${t({ zh: `：${rows.length} 项`, en: `: ${rows.length}` })}</h3>${table<Difference>(
    context,
    [
      {
        head: { zh: '自然村', en: 'Settlement' },
        cell: (r) => html`<b class="keep">${names.settlementInVillage(r.settlement)}</b>`,
      },
      { head: { zh: '服务', en: 'Service' }, cell: (r) => names.service(r.service) },
      { head: { zh: '原来', en: 'Before' }, cell: (r) => how(context, r.a) },
      { head: { zh: '之后', en: 'After' }, cell: (r) => how(context, r.b) },
      {
        head: { zh: '人数', en: 'People' },
        cell: (r) => formatNumber(Math.max(r.a?.people ?? 0, r.b?.people ?? 0)),
        numeric: true,
      },
    ],
    rows,
  )}`
}

/** Winners and losers by name. */
export function differencePart(context: CompareContext): Markup {
  const { comparison, language } = context
  return section(
    context,
    `differences-${language}`,
    { zh: '谁得谁失', en: 'Winners and losers' },
    html`${list(context, { zh: '变差', en: 'Worse' }, comparison.worse)}${list(context, { zh: '变好', en: 'Better' }, comparison.better)}${list(context, { zh: '不同，难说好坏', en: 'Different, neither better nor worse' }, comparison.other)}`,
    {
      zh: '先看是否达标；同样达标时，路更近而机会不少、或机会更多而路不远，算变好。',
      en: 'A floor met or missed comes first; otherwise a shorter way without fewer chances, or more chances without a longer way, is better.',
    },
  )
}
