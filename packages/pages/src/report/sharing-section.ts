import type { AllocationDifference } from '@kuashan/core/access/allocation.ts'
import type { Sharing } from '@kuashan/core/access/sharing-figures.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { html, type Markup } from '../html.ts'
import { allResidents, figureNote } from './figure-note.ts'
import { type Context, section, table } from './section.ts'

const whatWords: Record<Sharing['what'], { title: Words; unit: Words }> = {
  clinicStaff: {
    title: { zh: '医护人员（县医院除外）', en: 'Clinical staff (county hospitals apart)' },
    unit: { zh: '人', en: 'people' },
  },
  visits: {
    title: { zh: '方案的车辆到访', en: 'Vehicle visits of the plan' },
    unit: { zh: '次', en: 'visits' },
  },
}

/** Who gets what when residents are counted instead of registrations, and the one move that evens staff out most. */
export function sharingSection(context: Context): Markup {
  const { figures } = context
  // Staff are those of today; visits are the plan's.
  const staff = figures.today.sharing.sharings.filter((s) => s.what === 'clinicStaff')
  const visits = figures.planned.sharing.sharings.filter((s) => s.what === 'visits')
  return section(
    context,
    'sharing',
    {
      zh: '资源分配：按常住人口还是户籍人口',
      en: 'Sharing out: by residents or by registrations',
    },
    html`${[...staff, ...visits].map((s) => sharing(context, s))}${townships(context)}`,
    {
      zh: '同样的总数，按最大余数法分到各村，加起来正好等于总数。基本服务按常住人口；户籍人口只作对照。',
      en: 'The same total shared out by largest remainder, so that it adds up exactly. Basic services follow residents; registrations stand for comparison only.',
    },
  )
}

const shown = 6

function sharing(
  context: Context,
  { what, total, remoteWeight, villages, moved }: Sharing,
): Markup {
  const { names, t } = context
  const words = whatWords[what]
  const gain = villages.filter((v) => v.difference > 0).slice(0, shown)
  const loss = villages
    .filter((v) => v.difference < 0)
    .slice(-shown)
    .reverse()
  const list = table<AllocationDifference>(
    context,
    [
      { head: { zh: '村', en: 'Village' }, cell: (v) => html`<b>${names.village(v.id)}</b>` },
      {
        head: { zh: '按常住', en: 'By residents' },
        cell: (v) => formatNumber(v.byPermanent),
        numeric: true,
      },
      {
        head: { zh: '按户籍', en: 'By registrations' },
        cell: (v) => formatNumber(v.byRegistered),
        numeric: true,
      },
      {
        head: { zh: '相差', en: 'Difference' },
        cell: (v) => `${v.difference > 0 ? '+' : ''}${formatNumber(v.difference)}`,
        numeric: true,
      },
    ],
    [...gain, ...loss],
  )
  return html`<h3>${t(words.title)}</h3><p>${t({
    zh: `共 ${formatNumber(total)} ${words.unit.zh}。改按户籍分，会有 ${formatNumber(moved)} ${words.unit.zh}离开人实际住的地方。`,
    en: `${formatNumber(total)} ${words.unit.en} in all. Shared out by registrations, ${formatNumber(moved)} would leave where people live.`,
  })}</p>${list}${figureNote(context, {
    definition: {
      zh: `按人口分，偏远村每人按 ${formatNumber(remoteWeight, 2)} 人计；户籍人口不详的村按常住计。先列多得最多的，再列少得最多的。`,
      en: `In proportion to people, one of an outlying village counting ${formatNumber(remoteWeight, 2)} times; unknown registrations count as residents. Largest gains first, then largest losses.`,
    },
    unit: words.unit,
    places: allResidents,
  })}`
}

function townships(context: Context): Markup {
  const { figures, names, t } = context
  const { townships: all, move } = figures.today.sharing
  const name = (id: string) => names.village(`${id}000`)
  const list = table(
    context,
    [
      {
        head: { zh: '乡镇', en: 'Township' },
        cell: (p: (typeof all)[number]) => html`<b>${name(p.id)}</b>`,
      },
      {
        head: { zh: '常住人口', en: 'Residents' },
        cell: (p) => formatNumber(p.people),
        numeric: true,
      },
      { head: { zh: '医护', en: 'Staff' }, cell: (p) => formatNumber(p.units), numeric: true },
      {
        head: { zh: '每千人', en: 'Per thousand' },
        cell: (p) => (p.perHead === null ? '—' : formatNumber(p.perHead * 1000, 2)),
        numeric: true,
      },
    ],
    all.slice(0, shown),
  )
  const advice = move
    ? t({
        zh: `挪一个岗位最见效：从${name(move.from)}到${name(move.to)}，每千人医护数的基尼系数由 ${move.before.toFixed(4)} 降到 ${move.after.toFixed(4)}。`,
        en: `The one post whose move evens out most: from ${name(move.from)} to ${name(move.to)}; Gini of staff per head falls from ${move.before.toFixed(4)} to ${move.after.toFixed(4)}.`,
      })
    : t({ zh: '没有哪一个岗位挪动后会更均衡。', en: 'No move of one post makes it more even.' })
  return html`<h3>${t({ zh: '医护最少的乡镇', en: 'Townships with the fewest clinical staff' })}</h3>${list}<p>${advice}</p>${figureNote(
    context,
    {
      definition: {
        zh: '医生、护士、村医，按用人单位所在乡镇；县医院为全县服务，不计在内。只看人数，没有考虑街道居民离县医院近。',
        en: 'Doctors, nurses and village doctors by the township of their employer; county hospitals serve everybody and are left out. It counts heads only: that people in subdistricts live near the hospital is not weighed.',
      },
      unit: { zh: '人/千人', en: 'people per thousand' },
      places: {
        zh: `${all.length} 个乡镇，最少的在前`,
        en: `${all.length} townships, fewest first`,
      },
    },
  )}`
}
