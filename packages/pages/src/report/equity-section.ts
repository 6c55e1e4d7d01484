import type { Coverage } from '@kuashan/core/access/coverage.ts'
import type { CatchmentIndex, ServiceAccess } from '@kuashan/core/access/service-figures.ts'
import type { Spread } from '@kuashan/core/access/spread.ts'
import { formatNumber, formatShare } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { html, type Markup } from '../html.ts'
import { allResidents, figureNote } from './figure-note.ts'
import { type Context, section, table } from './section.ts'

const indexWords: Record<CatchmentIndex, Words> = {
  enhanced: { zh: 'E2SFCA（近的算得多）', en: 'E2SFCA (near counts more)' },
  timely: { zh: 'E2SFCA，等得及的到访才算', en: 'E2SFCA, visits in time only' },
  timeExpanded: { zh: '按时间展开的 3SFCA', en: 'time-expanded 3SFCA' },
  twoStep: { zh: '2SFCA', en: '2SFCA' },
  threeStep: { zh: '3SFCA', en: '3SFCA' },
  modified: { zh: 'M2SFCA', en: 'M2SFCA' },
  gravity: { zh: '引力模型', en: 'gravity' },
  raam: { zh: 'RAAM（越低越好）', en: 'RAAM (lower is better)' },
}
/** Those that say what a resident of a mountain village meets; the others stand for comparison with studies. */
const mainIndices: readonly CatchmentIndex[] = ['enhanced', 'timely', 'timeExpanded']
const otherIndices: readonly CatchmentIndex[] = [
  'twoStep',
  'threeStep',
  'modified',
  'gravity',
  'raam',
]

const figure = (value: number | null, digits: number): string =>
  value === null ? '—' : formatNumber(value, digits)

/** `today → plan`, or one value where they are the same. */
export function change(today: string, plan: string): Markup {
  return today === plan ? html`${today}` : html`${today} → <b>${plan}</b>`
}

/** How evenly people reach services: today beside the plan, the worst-off by name. */
export function equitySection(context: Context): Markup {
  const { figures, t } = context
  const body = figures.today.leftOut.includes('access')
    ? html`<p>${t({ zh: '自然村太多，可达性指数只在单个县里计算。', en: 'Too many settlements: access indices are reckoned for single counties only.' })}</p>`
    : html`${accessTables(context)}`
  return section(
    context,
    'equity',
    { zh: '够不够公平：可达性与差距', en: 'Is it fair: access and its spread' },
    html`${legend(context)}${townships(context)}${body}${travelTable(context)}`,
  )
}

/** Before the tables: who meets “Gini” for the first time needs it there. */
const legend = ({ t }: Context): Markup =>
  html`<p class="definition">${t({
    zh: '这里的指数只用来比较各地，不决定是否达标。基尼系数：0 是人人一样，1 是全归一人。泰尔指数 = 乡镇之间 + 乡镇之内。P90/P10：把人从差到好排队，第 90% 位的人是第 10% 位的人的几倍；“—”表示最差的一成人为 0。“→”左边是今天，右边是方案；只有一个数表示不变。',
    en: 'These indices compare places and never decide whether a floor is met. Gini: 0 is all alike, 1 is all with one. Theil = between + within townships. P90/P10: the value nine in ten stay below over the value one in ten stay below; “—” where the latter is 0. Left of “→” is today, right of it the plan; a single number means no change.',
  })}</p>`

const mostTownships = 10

function townships(context: Context): Markup {
  const { figures, names, t } = context
  const after = new Map(figures.planned.coverage.townships.map((c) => [c.key, c]))
  const rows = figures.today.coverage.townships.slice(0, mostTownships)
  const name = (c: Coverage) =>
    c.key === '' ? t({ zh: '乡镇不详', en: 'township unknown' }) : names.village(c.key)
  const list = table<Coverage>(
    context,
    [
      { head: { zh: '乡镇', en: 'Township' }, cell: (c) => html`<b>${name(c)}</b>` },
      {
        head: { zh: '人×服务', en: 'People × services' },
        cell: (c) => formatNumber(c.entitled),
        numeric: true,
      },
      { head: { zh: '今天', en: 'Today' }, cell: (c) => formatShare(c.share), numeric: true },
      {
        head: { zh: '方案', en: 'Plan' },
        cell: (c) => formatShare(after.get(c.key)?.share ?? 1),
        numeric: true,
      },
    ],
    rows,
  )
  return html`<h3>${t({ zh: `达标率最低的 ${rows.length} 个乡镇`, en: `The ${rows.length} townships with the lowest coverage` })}</h3>${list}${figureNote(
    context,
    {
      definition: {
        zh: '达标率 = 底线全部达标的人×服务 ÷ 有权享有的人×服务。',
        en: 'Coverage = people × services with every floor met ÷ people × services entitled.',
      },
      unit: { zh: '%', en: '%' },
      places: {
        zh: `共 ${figures.today.coverage.townships.length} 个乡镇，今天最低的在前`,
        en: `${figures.today.coverage.townships.length} townships, lowest of today first`,
      },
    },
  )}`
}

function accessTables(context: Context): Markup[] {
  const { figures } = context
  const after = new Map(figures.planned.access.map((a) => [a.service, a]))
  return figures.today.access.flatMap((today) => {
    const plan = after.get(today.service)
    return plan ? [accessTable(context, today, plan)] : []
  })
}

interface IndexRow {
  index: CatchmentIndex
  today: Spread
  plan: Spread
}

function accessTable(context: Context, today: ServiceAccess, plan: ServiceAccess): Markup {
  const { names, t } = context
  const rowsOf = (indices: readonly CatchmentIndex[]): IndexRow[] =>
    indices.map((index) => ({ index, today: today.indices[index], plan: plan.indices[index] }))
  const pair = (r: IndexRow, of: (s: Spread) => string) => change(of(r.today), of(r.plan))
  const mean = {
    head: { zh: '平均', en: 'Mean' },
    cell: (r: IndexRow) => pair(r, (s) => figure(s.mean, 2)),
    numeric: true,
  }
  const index = {
    head: { zh: '指数', en: 'Index' },
    cell: (r: IndexRow) => t(indexWords[r.index]),
  }
  const gini = {
    head: { zh: '基尼系数', en: 'Gini' },
    cell: (r: IndexRow) => pair(r, (s) => s.gini.toFixed(3)),
    numeric: true,
  }
  const main = table<IndexRow>(
    context,
    [
      index,
      mean,
      gini,
      {
        head: { zh: '泰尔指数', en: 'Theil' },
        cell: (r) => pair(r, (s) => s.theil.total.toFixed(3)),
        numeric: true,
      },
      {
        head: { zh: '其中乡镇之间', en: 'of it between townships' },
        cell: (r) => pair(r, (s) => s.theil.between.toFixed(3)),
        numeric: true,
      },
      {
        head: { zh: 'P90/P10', en: 'P90/P10' },
        cell: (r) => pair(r, (s) => figure(s.p90p10, 1)),
        numeric: true,
      },
      {
        head: { zh: '最差一成人平均', en: 'Mean of the worst tenth' },
        cell: (r) => pair(r, (s) => figure(s.worst.mean, 2)),
        numeric: true,
      },
    ],
    rowsOf(mainIndices),
  )
  const others = table<IndexRow>(context, [index, mean, gini], rowsOf(otherIndices))
  return html`<h3>${names.service(today.service)}</h3>${main}${worstNames(context, today, plan)}
<details open><summary>${t({ zh: '其他指数（供与研究对照）', en: 'Other indices (for comparison with studies)' })}</summary>${others}</details>${accessNote(context, today)}`
}

const namesShown = 10

/** The worst-off tenth by name, today and under the plan, each place with its value. */
function worstNames(context: Context, today: ServiceAccess, plan: ServiceAccess): Markup {
  const { names, t } = context
  const list = ({ indices }: ServiceAccess): string => {
    const { places } = indices.enhanced.worst
    const shown = places
      .slice(0, namesShown)
      .map((p) => `${names.settlementInVillage(p.settlement)} ${formatNumber(p.value, 2)}`)
      .join(t({ zh: '、', en: '; ' }))
    const rest = places.length - namesShown
    return rest > 0
      ? `${shown} ${t({ zh: `……另 ${rest} 个自然村`, en: `… and ${rest} more settlements` })}`
      : shown
  }
  return html`<p><b>${t({ zh: '最差的一成人住在（E2SFCA）', en: 'The worst-off tenth live in (E2SFCA)' })}</b><br>
${
  list(today) === list(plan)
    ? html`${t({ zh: '今天和方案一样：', en: 'Today and under the plan: ' })}${list(today)}`
    : html`${t({ zh: '今天：', en: 'Today: ' })}${list(today)}<br>${t({ zh: '方案：', en: 'Plan: ' })}${list(plan)}`
}</p>`
}

function accessNote(context: Context, access: ServiceAccess): Markup {
  const { t } = context
  const assumed = html` <i class="assumed">${t({ zh: '假设', en: 'assumed' })}</i>`
  const unknown = access.assumedCapacity.length
  return html`${figureNote(context, {
    definition: {
      zh: `可达性：路程 ${formatNumber(access.maxMinutes)} 分钟以内（到停靠点步行 ${formatNumber(access.maxWalkMinutes)} 分钟以内）每人每年分得的服务次数；到访要在 ${formatNumber(access.waitDays)} 天内才算等得及。`,
      en: `Access: services a year for each person within a way of ${formatNumber(access.maxMinutes)} minutes (${formatNumber(access.maxWalkMinutes)} on foot to a stop); a visit is in time within ${formatNumber(access.waitDays)} days.`,
    },
    unit: { zh: '人次/人·年（RAAM 为代价）', en: 'person-times a person and year (RAAM: a cost)' },
    places: {
      zh: `有权享有的 ${formatNumber(access.people)} 人，按人口加权`,
      en: `${formatNumber(access.people)} people entitled, weighted by people`,
    },
  })}${access.limitFrom === 'assumed' || access.waitFrom === 'assumed' ? html`<p class="definition">${t({ zh: '路程或等待的限度没有标准规定，是假设值', en: 'No floor states the limit of travel or of the wait' })}${assumed}</p>` : null}${
    unknown > 0
      ? html`<p class="definition">${t({ zh: `${unknown} 处服务能力不详，按每年 ${formatNumber(access.assumedCapacityYear)} 人次计：各地可以相比，绝对数不可靠`, en: `${unknown} places of unknown capacity count as ${formatNumber(access.assumedCapacityYear)} person-times a year: places compare, levels do not hold` })}${assumed}</p>`
      : null
  }`
}

function travelTable(context: Context): Markup {
  const { figures, names, t } = context
  const after = new Map(figures.planned.travel.map((f) => [f.service, f.minutes]))
  const rows = figures.today.travel.flatMap(({ service, minutes }) => {
    const plan = after.get(service)
    return plan ? [{ service, today: minutes, plan }] : []
  })
  type Row = (typeof rows)[number]
  const pair = (r: Row, of: (s: Spread) => string) => change(of(r.today), of(r.plan))
  const farthest = (s: Spread) => {
    const [worst] = s.worst.places
    return worst
      ? `${names.settlementInVillage(worst.settlement)} ${formatNumber(Math.ceil(worst.value))}`
      : '—'
  }
  const list = table<Row>(
    context,
    [
      { head: { zh: '服务', en: 'Service' }, cell: (r) => names.service(r.service) },
      {
        head: { zh: '平均', en: 'Mean' },
        cell: (r) => pair(r, (s) => figure(s.mean, 1)),
        numeric: true,
      },
      {
        head: { zh: '十分之一的人超过', en: 'One in ten above' },
        cell: (r) => pair(r, (s) => figure(s.p90, 1)),
        numeric: true,
      },
      {
        head: { zh: '基尼系数', en: 'Gini' },
        cell: (r) => pair(r, (s) => s.gini.toFixed(3)),
        numeric: true,
      },
      { head: { zh: '最远（分钟）', en: 'Farthest (minutes)' }, cell: (r) => pair(r, farthest) },
      {
        head: { zh: '没有路可走（人）', en: 'No way (people)' },
        cell: (r) => pair(r, (s) => formatNumber(s.without.people)),
        numeric: true,
      },
    ],
    rows,
  )
  return html`<h3>${t({ zh: '到最近固定场所要多久', en: 'How long to the nearest fixed site' })}</h3>${list}${figureNote(
    context,
    {
      definition: {
        zh: '单程，按居民平常的出行方式，平时路况的中位数，不论是否超过限度。',
        en: 'One way by residents’ usual means, median of the base season, whatever the limit.',
      },
      unit: { zh: '分钟', en: 'minutes' },
      places: {
        zh: `各项服务有权享有的人（${t(allResidents)}）`,
        en: `people entitled to each service (${t(allResidents)})`,
      },
    },
  )}`
}
