import { domainWords } from '@kuashan/core/catalogue/terms.ts'
import type { DepartmentShare } from '@kuashan/core/plan/plan.ts'
import { formatYuan } from '@kuashan/core/words/format.ts'
import type { Markup } from '../html.ts'
import { type Context, section, table } from './section.ts'

/** What each department bears of visits, rides and new sites used together, and what its part would cost alone. */
export function departmentsSection(context: Context): Markup {
  const { t, language } = context
  const yuan = (fen: number) => formatYuan(fen, language)
  const body = table<DepartmentShare>(
    context,
    [
      { head: { zh: '部门', en: 'Department' }, cell: (d) => t(domainWords[d.domain]) },
      { head: { zh: '分摊，每年', en: 'Share, a year' }, cell: (d) => yuan(d.fen), numeric: true },
      {
        head: { zh: '单独做，每年', en: 'Alone, a year' },
        cell: (d) => yuan(d.alone),
        numeric: true,
      },
    ],
    context.plan.departments ?? [],
  )
  return section(context, 'departments', { zh: '部门分摊', en: 'Shares of departments' }, body, {
    zh: '方案新定的巡回、上门、接送和新建场所，按比较用的价（现金＋折旧＋工时按价）分摊：服务群众的时间归各部门；到一站的绕行和摆开归在该站服务的部门平分；当天其余归同车各部门平分；新场所归所用部门平分（沙普利值，合计分毫不差）。不是三栏费用，不能与其相加。',
    en: 'Visits, calls, rides and new sites that the plan decides, at the price plans are compared by (cash, capital over its life, hours at their price): time at people’s side to each department; the way round by a stop and setting up there in equal parts to those served there; the rest of the day to all aboard; a new site to all who use it (Shapley value; shares add up to the fen). Not one of the three columns of cost, and not to be added to them.',
  })
}
