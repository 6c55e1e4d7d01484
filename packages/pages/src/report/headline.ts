import { coverageOfAll, settlementsMet } from '@kuashan/core/access/coverage.ts'
import type { Cell, Measurement } from '@kuashan/core/access/measurement.ts'
import { formatNumber, formatShare, formatYuan } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { html, type Markup } from '../html.ts'
import type { Context } from './section.ts'

interface Figure {
  title: Words
  today: string
  plan: string
  definition: Words
}

function figures(context: Context): Figure[] {
  const { input, today, planned, plan, remote, language } = context
  const people = new Map(input.county.settlements.map((s) => [s.id, s.permanent.total]))
  const village = new Map(input.county.settlements.map((s) => [s.id, s.division]))
  const sum = (ids: Iterable<string>) => [...ids].reduce((n, id) => n + (people.get(id) ?? 0), 0)
  const all = sum(people.keys())
  const isRemote = (cell: Cell) => remote.has(village.get(cell.settlement) ?? '')
  const missed = (m: Measurement) => m.cells.filter((c) => c.people > 0 && !c.met).length
  const remoteShare = (m: Measurement) => formatShare(coverageOfAll(m.cells.filter(isRemote)).share)
  const residents = (m: Measurement) => {
    const reached = sum(settlementsMet(m.cells))
    return `${formatNumber(reached)} (${formatShare(reached / Math.max(1, all))})`
  }
  const used = plan.fleet.reduce((n, f) => n + f.daysUsed, 0)
  const available = plan.fleet.reduce((n, f) => n + f.daysAvailable, 0)
  return [
    {
      title: { zh: '服务标准达标率', en: 'Floors met' },
      today: formatShare(coverageOfAll(today.cells).share),
      plan: formatShare(coverageOfAll(planned.cells).share),
      definition: {
        zh: '人×服务：有权享有且全部底线达标者 ÷ 有权享有者；常住人口',
        en: 'People × services: entitled and every floor met ÷ entitled; permanent residents',
      },
    },
    {
      title: { zh: '偏远村达标率', en: 'Floors met, outlying villages' },
      today: remoteShare(today),
      plan: remoteShare(planned),
      definition: {
        zh: `同上，限偏远村（定义 ${input.county.settings.remote.version}），${remote.size} 个村`,
        en: `The same, outlying villages only (definition ${input.county.settings.remote.version}), ${remote.size} villages`,
      },
    },
    {
      title: { zh: '样样达标的居民', en: 'Residents with every floor met' },
      today: residents(today),
      plan: residents(planned),
      definition: {
        zh: '住在每项底线都达标的自然村的常住人口（人数）',
        en: 'Permanent residents of settlements where every floor tested holds (people)',
      },
    },
    {
      title: { zh: '未达标项', en: 'Floors missed' },
      today: formatNumber(missed(today)),
      plan: formatNumber(missed(planned)),
      definition: { zh: '自然村 × 服务 的个数', en: 'Number of settlement × service pairs' },
    },
    {
      title: { zh: '每年可避免现金支出', en: 'Avoidable cash a year' },
      today: formatYuan(plan.costs.today.cashFen, language),
      plan: formatYuan(plan.costs.plan.cashFen, language),
      definition: {
        zh: '里程、出车、场所与车辆运行；不含工资与资本',
        en: 'Kilometres, days out, running of sites and vehicles; no payroll, no capital',
      },
    },
    {
      title: { zh: '出车天数', en: 'Vehicle-days' },
      today: '—',
      plan: `${formatNumber(used)} / ${formatNumber(available)}`,
      definition: {
        zh: '方案期内用到 ÷ 可用，各类车合计',
        en: 'Used ÷ available in the horizon, all kinds of vehicles',
      },
    },
  ]
}

/** Figures of page one: today beside the plan, the definition under each. */
export function headline(context: Context): Markup {
  const { t } = context
  return html`<section id="figures"><h2>${t({ zh: '要点', en: 'Key figures' })}</h2><div class="figures">${figures(
    context,
  ).map(
    (f) => html`<div class="figure"><h3>${t(f.title)}</h3>
<p class="pair"><span><small>${t({ zh: '今天', en: 'today' })}</small>${f.today}</span><span class="arrow">→</span><span class="plan"><small>${t({ zh: '方案', en: 'plan' })}</small>${f.plan}</span></p>
<p class="definition">${t(f.definition)}</p></div>`,
  )}</div></section>`
}
