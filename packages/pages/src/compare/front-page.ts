import type { FrontPoint } from '@kuashan/core/planner/compare/pareto-front.ts'
import { formatNumber, formatShare, formatYuan } from '@kuashan/core/words/format.ts'
import type { Language, Words } from '@kuashan/core/words/language.ts'
import { frontChart } from '../charts/front-chart.ts'
import { html, type Markup } from '../html.ts'
import { reportStyle } from '../report/report-style.ts'
import { section, table } from '../report/section.ts'

export interface FrontPageInput {
  name: Words
  today: FrontPoint
  /** Cheapest first. */
  front: readonly FrontPoint[]
  /** Plans that another dominates. */
  others: readonly FrontPoint[]
  hypervolume: number
}

const tenThousandYuan = (fen: number): number => Math.round(fen / 10_000) / 100

function inOneLanguage(input: FrontPageInput, language: Language): Markup {
  const { front, others, today, hypervolume, name } = input
  const t = (words: Words) => words[language]
  const at = (p: FrontPoint) => [tenThousandYuan(p.cost), Math.round(p.missed)] as const
  const chart = frontChart({
    front: front.map(at),
    others: others.map(at),
    today: at(today),
    words: {
      x: t({ zh: '每年现金（万元）', en: 'Cash a year (¥10,000)' }),
      y: t({ zh: '未达标（人×服务）', en: 'Below a floor (people × services)' }),
      front: t({ zh: '前沿', en: 'Front' }),
      others: t({ zh: '被别的方案超过', en: 'Dominated' }),
      today: t({ zh: '现状', en: 'Today' }),
    },
  })
  const rows = table<FrontPoint>(
    { t },
    [
      {
        head: { zh: '每年现金', en: 'Cash a year' },
        cell: (p) => formatYuan(p.cost, language),
        numeric: true,
      },
      {
        head: { zh: '未达标（人×服务）', en: 'Below a floor (people × services)' },
        cell: (p) => formatNumber(p.missed),
        numeric: true,
      },
      {
        head: { zh: '最差十分之一，路上分钟', en: 'Worst-off tenth, minutes' },
        cell: (p) => (p.worstMinutes === null ? '—' : formatNumber(p.worstMinutes, 1)),
        numeric: true,
      },
    ],
    front,
  )
  const body = html`${chart}${rows}<p>${t({ zh: '超体积：', en: 'Hypervolume: ' })}${formatShare(hypervolume)}</p>`
  const other = language === 'zh' ? 'en' : 'zh'
  return html`<main id="${language}" lang="${language === 'zh' ? 'zh-CN' : 'en'}"><nav><a href="#${other}">${other === 'en' ? 'English' : '中文'}</a></nav>
<h1>${t(name)}${t({ zh: '：花多少钱，多少人达标', en: ': what money buys' })}</h1>${section(
    { t },
    `front-${language}`,
    { zh: '费用与最差者之间的前沿', en: 'The front between cost and the worst off' },
    body,
    {
      zh: '每一点是一个经独立检查的方案：在一个现金预算内满足最多的需要（ε-约束法）。超体积是前沿支配的面积占“现有最高花费 × 全部应享人次”的比例，越大越好。',
      en: 'Each point is a plan that passed the independent check: most need met within one cash budget (ε-constraint). Hypervolume is the area the front dominates, as a share of the dearest cost × all people entitled: more is better.',
    },
  )}</main>`
}

/** A front in Chinese and then in English: one HTML file, no script, no network. */
export function frontHtml(input: FrontPageInput): string {
  const page = html`<html lang="zh-CN"><head><meta charset="utf-8">
<link rel="icon" href="data:,"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${input.name.zh} · 跨山 Kuashan</title>
<style>${{ markup: reportStyle }}</style></head><body>
${inOneLanguage(input, 'zh')}
${inOneLanguage(input, 'en')}
</body></html>`
  return `<!doctype html>\n${page.markup}\n`
}
