import type { LastMileProposal } from '@kuashan/core/access/last-mile.ts'
import type { LastMileFigures } from '@kuashan/core/access/sharing-figures.ts'
import type { HospitalTrip } from '@kuashan/core/access/trip-figures.ts'
import { formatMinutes, formatNumber, formatYuan } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { html, type Markup } from '../html.ts'
import { change } from './equity-section.ts'
import { allResidents, figureNote } from './figure-note.ts'
import { type Context, section, table } from './section.ts'

const meansWords: Record<NonNullable<HospitalTrip['trip']>['means'], Words> = {
  walk: { zh: '步行', en: 'on foot' },
  bus: { zh: '班车', en: 'bus' },
  own: { zh: '自备或包车', en: 'own or hired vehicle' },
}

/** Residents' own trips: to the county hospital, those that need not be made, and the last mile on foot. */
export function tripsSection(context: Context): Markup {
  const { figures, t } = context
  const body =
    figures.today.trips === null
      ? html`<p>${t({ zh: '自然村太多，出行只在单个县里计算。', en: 'Too many settlements: trips are reckoned for single counties only.' })}</p>`
      : html`${avoided(context)}${hospital(context)}${lastMile(context)}`
  return section(
    context,
    'trips',
    { zh: '居民自己跑的路', en: 'Trips residents make themselves' },
    body,
  )
}

function avoided(context: Context): Markup {
  const { figures, language, names, t } = context
  const today = figures.today.trips!.avoided
  const plan = figures.planned.trips!.avoided
  const rows: [Words, string, string][] = [
    [
      { zh: '少跑的趟数', en: 'Trips not made' },
      formatNumber(today.trips),
      formatNumber(plan.trips),
    ],
    [{ zh: '省下的小时', en: 'Hours saved' }, formatNumber(today.hours), formatNumber(plan.hours)],
    [
      { zh: '省下的车费和油费', en: 'Fares and fuel saved' },
      formatYuan(today.fareFen, language),
      formatYuan(plan.fareFen, language),
    ],
    [
      { zh: '原来没有路去、现在送到的人次', en: 'Person-times of people who had no way to go' },
      formatNumber(today.newlyServed),
      formatNumber(plan.newlyServed),
    ],
  ]
  const list = table<[Words, string, string]>(
    context,
    [
      { head: { zh: '每年', en: 'A year' }, cell: (r) => t(r[0]) },
      { head: { zh: '今天', en: 'Today' }, cell: (r) => r[1], numeric: true },
      { head: { zh: '方案', en: 'Plan' }, cell: (r) => r[2], numeric: true },
    ],
    rows,
  )
  const most = plan.settlements
    .slice(0, 8)
    .map(
      (s) =>
        `${names.settlementInVillage(s.settlement)} ${formatNumber(s.hours)} ${t({ zh: '小时', en: 'h' })}`,
    )
    .join(t({ zh: '、', en: '; ' }))
  return html`<h3>${t({ zh: '服务送到村，居民少跑的路', en: 'Trips avoided by bringing services' })}</h3>${list}${
    most === ''
      ? null
      : html`<p>${t({ zh: '方案下省时最多的自然村：', en: 'Settlements that save most under the plan: ' })}${most}</p>`
  }${figureNote(context, {
    definition: {
      zh: '车来或上门服务的人次，每人次算少跑一趟最近的固定场所（往返、含候车），减去走到停靠点的时间；限度内已有固定场所的人不算。',
      en: 'Each person-time by vehicle or at the door saves one trip to the nearest fixed site and back, waits included, less the walk to the stop; people with a site within the limit are not counted.',
    },
    unit: { zh: '趟、小时、元，每年', en: 'trips, hours, yuan a year' },
    places: {
      zh: '靠车或上门服务的自然村',
      en: 'settlements reached by vehicle or at the door',
    },
  })}`
}

function hospital(context: Context): Markup {
  const { figures, language, names, t } = context
  const { minutes, trips, wholeDayPeople, noWayPeople, byMeans } = figures.today.trips!.hospital
  const list = table<HospitalTrip>(
    context,
    [
      {
        head: { zh: '路最久的自然村', en: 'Settlements with the longest trip' },
        cell: (r) => html`<b>${names.settlementInVillage(r.settlement)}</b>`,
      },
      {
        head: { zh: '常住人口', en: 'Residents' },
        cell: (r) => formatNumber(r.people),
        numeric: true,
      },
      {
        head: { zh: '怎么去', en: 'Means' },
        cell: (r) => (r.trip ? t(meansWords[r.trip.means]) : t({ zh: '没有路', en: 'no way' })),
      },
      {
        head: { zh: '出门到回家', en: 'From home to home' },
        cell: (r) =>
          r.trip
            ? html`${formatMinutes(r.trip.seconds, language)}${r.trip.overnight ? html` <small>${t({ zh: '要过夜', en: 'overnight' })}</small>` : null}`
            : '—',
        numeric: true,
      },
      {
        head: { zh: '其中等候', en: 'of it waiting' },
        cell: (r) => (r.trip ? formatMinutes(r.trip.waitSeconds, language) : '—'),
        numeric: true,
      },
      {
        head: { zh: '车费', en: 'Fare' },
        cell: (r) => (r.trip ? formatYuan(r.trip.fareFen, language) : '—'),
        numeric: true,
      },
    ],
    trips.slice(0, 10),
  )
  const people = (n: number) => formatNumber(n)
  return html`<h3>${t({ zh: '去一趟县医院', en: 'A trip to the county hospital' })}</h3>
<p>${t({
    zh: `平均 ${formatNumber(minutes.mean ?? 0)} 分钟；${people(wholeDayPeople)} 人要搭上一整天（6 小时以上），${people(noWayPeople)} 人没有路可去。步行 ${people(byMeans.walk)} 人，班车 ${people(byMeans.bus)} 人，自备或包车 ${people(byMeans.own)} 人。基尼系数 ${minutes.gini.toFixed(3)}。方案不改变这段路，只减少要跑的次数。`,
    en: `${formatNumber(minutes.mean ?? 0)} minutes on average; it takes ${people(wholeDayPeople)} people the whole day (6 hours or more), and ${people(noWayPeople)} have no way. On foot ${people(byMeans.walk)}, by bus ${people(byMeans.bus)}, by own or hired vehicle ${people(byMeans.own)} people. Gini ${minutes.gini.toFixed(3)}. The plan does not change this way, only how often it must be made.`,
  })}</p>${list}${figureNote(context, {
    definition: {
      zh: '星期二 8 点到 17 点看病半小时，走路或坐班车当天能回就不算自备车；从出门到回家，含步行、候车、看病。',
      en: 'A consultation of half an hour on a Tuesday between 8 and 17; on foot or by bus where that brings one home the same day; from leaving home to being back, walks, waits and consultation included.',
    },
    unit: { zh: '分钟', en: 'minutes' },
    places: allResidents,
  })}`
}

function proposalText(context: Context, proposal: LastMileProposal): string {
  const { language, names, t } = context
  if (proposal.kind === 'none') return t({ zh: '暂无办法', en: 'none found' })
  const minutes = formatMinutes(proposal.minutes * 60, language)
  if (proposal.kind === 'doorstep')
    return t({
      zh: `${names.facility(proposal.facility)}上门（${minutes}）`,
      en: `doorstep from ${names.facility(proposal.facility)} (${minutes})`,
    })
  return t({
    zh: `停靠点从${names.settlement(proposal.from)}移到${names.settlement(proposal.to)}（步行 ${minutes}）`,
    en: `move the stop from ${names.settlement(proposal.from)} to ${names.settlement(proposal.to)} (${minutes} on foot)`,
  })
}

/** Named for the service of most people where something can be done about it; the others are counted. */
function lastMile(context: Context): Markup {
  const { figures, language, names, t } = context
  const after = new Map(figures.planned.lastMile.map((f) => [f.service, f]))
  const rows = figures.today.lastMile.flatMap((today) => {
    const plan = after.get(today.service)
    return plan ? [{ today, plan }] : []
  })
  type Row = (typeof rows)[number]
  const both = (r: Row, of: (f: LastMileFigures) => number) =>
    change(formatNumber(of(r.today)), formatNumber(of(r.plan)))
  const counts = table<Row>(
    context,
    [
      { head: { zh: '服务', en: 'Service' }, cell: (r) => names.service(r.today.service) },
      {
        head: { zh: '限度（步行分钟）', en: 'Limit (minutes on foot)' },
        cell: (r) => formatNumber(r.today.limitMinutes),
        numeric: true,
      },
      {
        head: { zh: '住得更远的人', en: 'People beyond it' },
        cell: (r) => both(r, (f) => f.beyondPeople),
        numeric: true,
      },
      {
        head: {
          zh: '其中行动不便而无人上门的自然村',
          en: 'Settlements with people who walk badly and no call',
        },
        cell: (r) => both(r, (f) => f.breaches.length),
        numeric: true,
      },
    ],
    rows,
  )
  // Rows come with most people entitled first.
  const helped = (r: Row) => r.plan.breaches.some((b) => b.proposal.kind !== 'none')
  const named = (rows.find(helped) ?? rows.find((r) => r.plan.breaches.length > 0))?.plan
  const list = named
    ? table(
        context,
        [
          {
            head: {
              zh: `方案后仍太远：${names.service(named.service)}`,
              en: `Still too far after the plan: ${names.service(named.service)}`,
            },
            cell: (b: LastMileFigures['breaches'][number]) =>
              html`<b>${names.settlementInVillage(b.settlement)}</b>`,
          },
          {
            head: { zh: '行动不便（人）', en: 'Walk badly (people)' },
            cell: (b) => formatNumber(b.limited, 1),
            numeric: true,
          },
          {
            head: { zh: '步行', en: 'On foot' },
            cell: (b) =>
              b.minutes === null
                ? t({ zh: '超出步行范围', en: 'out of walking range' })
                : formatMinutes(b.minutes * 60, language),
            numeric: true,
          },
          {
            head: { zh: '可以这样办', en: 'What would help' },
            cell: (b) => proposalText(context, b.proposal),
          },
        ],
        [...named.breaches]
          .sort((a, b) => Number(a.proposal.kind === 'none') - Number(b.proposal.kind === 'none'))
          .slice(0, 10),
      )
    : null
  return html`<h3>${t({ zh: '最后一公里', en: 'The last mile' })}</h3>${counts}${list}${figureNote(
    context,
    {
      definition: {
        zh: '从自然村步行（老人的速度）到最近的停靠点或场所；行动不便以 80 岁及以上估算，县里可另定年龄。',
        en: 'On foot at an elder’s pace to the nearest stop or site; people of 80 and over are taken to walk badly unless the county sets another age.',
      },
      unit: { zh: '人、自然村数', en: 'people; settlements' },
      places: allResidents,
    },
  )}`
}
