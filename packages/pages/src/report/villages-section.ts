import type { VillageFigures } from '@kuashan/core/access/sharing-figures.ts'
import type { VillageOnList } from '@kuashan/core/access/village-selection.ts'
import type { VehicleKind } from '@kuashan/core/catalogue/service.ts'
import { vehicleKindWords } from '@kuashan/core/catalogue/terms.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { html, type Markup } from '../html.ts'
import { change } from './equity-section.ts'
import { figureNote } from './figure-note.ts'
import { type Context, section, table } from './section.ts'

/** Villages that vehicles go to by rule, this year and next, and whether they come often enough. */
export function villagesSection(context: Context): Markup {
  return section(
    context,
    'villages-by-rule',
    { zh: '按规则应巡访的村', en: 'Villages to visit by rule' },
    html`${ruleList(context)}${vehicles(context)}`,
  )
}

function ruleList(context: Context): Markup {
  const { figures, names, t } = context
  const { year, doctorAge, toVisit, coming } = figures.today.villages
  const listed = (villages: readonly VillageOnList[]) =>
    villages.length === 0
      ? t({ zh: '无', en: 'none' })
      : villages.map((v) => names.village(v.village)).join(t({ zh: '、', en: '; ' }))
  const without = toVisit.filter((v) => v.noInstitution)
  const aged = toVisit.filter((v) => !v.noInstitution)
  return html`<p><b>${t({ zh: `${year} 年没有医疗机构的村（${without.length} 个）`, en: `Without a medical institution in ${year} (${without.length})` })}</b><br>${listed(without)}</p>
<p><b>${t({ zh: `有机构，但村医年内都满 ${doctorAge} 岁或退休的村（${aged.length} 个）`, en: `With one, but all village doctors are ${doctorAge} or retire within the year (${aged.length})` })}</b><br>${listed(aged)}</p>
<p><b>${t({ zh: `${year + 1} 年新增（${coming.length} 个），要及早补人`, en: `New in ${year + 1} (${coming.length}); successors are wanted in time` })}</b><br>${listed(coming)}</p>${figureNote(
    context,
    {
      definition: {
        zh: '村里没有开着的村卫生室、卫生院或医院，或村医全部到龄；年龄不详的村医按在岗计。',
        en: 'No open clinic, health centre or hospital in the village, or all its village doctors of age; a doctor of unknown age is taken as staying.',
      },
      unit: { zh: '村', en: 'villages' },
      places: { zh: '有人常住的行政村和社区', en: 'villages and communities people live in' },
    },
  )}`
}

type Vehicles = VillageFigures['vehicles'][number]

function vehicles(context: Context): Markup {
  const { figures, names, t } = context
  const today = new Map(figures.today.villages.vehicles.map((v) => [v.kind, v]))
  const wanted = figures.planned.villages.vehicles.filter((v) => v.wanted > 0)
  const both = (v: Vehicles, of: (v: Vehicles) => number) =>
    change(formatNumber(of(today.get(v.kind) ?? v)), formatNumber(of(v)))
  const kindName = (kind: string) => t(vehicleKindWords[kind as VehicleKind])
  const list = table<Vehicles>(
    context,
    [
      { head: { zh: '车', en: 'Vehicle' }, cell: (v) => kindName(v.kind) },
      {
        head: { zh: '方案期应到（次/村）', en: 'Wanted (visits a village)' },
        cell: (v) => formatNumber(v.wanted),
        numeric: true,
      },
      {
        head: { zh: '车到够的村', en: 'Villages with their visits' },
        cell: (v) => both(v, (x) => x.met),
        numeric: true,
      },
      {
        head: { zh: '车不够、有固定场所的村', en: 'Fewer, but a site serves' },
        cell: (v) => both(v, (x) => x.servedOtherwise),
        numeric: true,
      },
      {
        head: { zh: '两样都缺的村', en: 'Neither' },
        cell: (v) => both(v, (x) => x.unserved.length),
        numeric: true,
      },
    ],
    wanted,
  )
  const lacking = wanted
    .filter((v) => v.unserved.length > 0)
    .map(
      (v) =>
        html`<p><b>${t({ zh: `方案后${kindName(v.kind)}仍不够：`, en: `Still too few visits by ${kindName(v.kind)} under the plan: ` })}</b>${v.unserved
          .map(({ village, visits }) =>
            t({
              zh: `${names.village(village)}（${visits} 次）`,
              en: `${names.village(village)} (${visits})`,
            }),
          )
          .join(t({ zh: '、', en: '; ' }))}</p>`,
    )
  return html`<h3>${t({ zh: '车到得够不够', en: 'Do vehicles come often enough' })}</h3>${list}${lacking}${figureNote(
    context,
    {
      definition: {
        zh: '同一种车一年里来到村里的不同日子，与底线要求的次数相比；“两样都缺”指村里有自然村既没有限度内的固定场所，也等不到足够的车。',
        en: 'Distinct dates on which a vehicle of the kind stands in the village, against the visits floors want; “neither”: some settlement of the village has no site within the limit and too few visits.',
      },
      unit: { zh: '村', en: 'villages' },
      places: { zh: '全部行政村和社区', en: 'all villages and communities' },
    },
  )}`
}
