import type { Cell } from '@kuashan/core/access/measurement.ts'
import type { ReachMode } from '@kuashan/core/plan/plan.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { html, type Markup } from '../html.ts'
import { type Context, section, table } from './section.ts'

/** Channels as residents know them. */
export const modeWords: Record<ReachMode, Words> = {
  fixed: { zh: '固定场所', en: 'fixed site' },
  vehicle: { zh: '流动车', en: 'vehicle' },
  doorstep: { zh: '上门', en: 'doorstep' },
  ride: { zh: '接送', en: 'a ride' },
  remote: { zh: '远程', en: 'remote' },
  agent: { zh: '代办', en: 'agent' },
}

/** One village: what changed there, service by service, by which channel, in how many of its settlements. */
interface Row {
  township: string
  village: string
  items: Map<string, { service: string; mode: ReachMode | null; settlements: number }>
  people: number
}

function byVillage({ input, names }: Context, cells: readonly Cell[]): Row[] {
  const villageOf = new Map(input.county.settlements.map((s) => [s.id, s.division || s.id]))
  const rows = new Map<string, Row>()
  for (const cell of cells) {
    const code = villageOf.get(cell.settlement) ?? cell.settlement
    const row = rows.get(code) ?? {
      township: names.township(code),
      village: names.village(code),
      items: new Map(),
      people: 0,
    }
    const mode = cell.met ? (cell.reach[0]?.mode ?? null) : null
    const key = `${cell.service} ${mode ?? ''}`
    const item = row.items.get(key) ?? { service: cell.service, mode, settlements: 0 }
    item.settlements += 1
    row.items.set(key, item)
    row.people += cell.people
    rows.set(code, row)
  }
  return [...rows.values()].sort(
    (a, b) => a.township.localeCompare(b.township, 'zh') || b.people - a.people,
  )
}

function changeTable(context: Context, cells: readonly Cell[]): Markup {
  const { names, t } = context
  const how = (mode: ReachMode | null, settlements: number) => {
    const count = t({
      zh: `${settlements} 个自然村`,
      en: settlements === 1 ? '1 settlement' : `${settlements} settlements`,
    })
    return mode ? `${t(modeWords[mode])}${t({ zh: '，', en: ', ' })}${count}` : count
  }
  return table<Row>(
    context,
    [
      {
        head: { zh: '行政村', en: 'Village' },
        cell: (r) => html`<b class="keep">${r.village}</b>`,
      },
      {
        head: {
          zh: '服务（靠什么，几个自然村）',
          en: 'Services (by what, in how many settlements)',
        },
        cell: (r) =>
          html`${[...r.items.values()].map((i, k) => html`${k ? t({ zh: '；', en: '; ' }) : ''}${names.service(i.service)} <small>${how(i.mode, i.settlements)}</small>`)}`,
      },
      {
        head: { zh: '人×服务', en: 'People × services' },
        cell: (r) => formatNumber(r.people),
        numeric: true,
      },
    ],
    byVillage(context, cells),
    (r) => r.township,
  )
}

/** For whom the plan changes things, either way. */
export function changesSection(context: Context): Markup {
  const { today, planned, t } = context
  const before = new Map(today.cells.map((c) => [`${c.settlement}|${c.service}`, c]))
  const changed = planned.cells.filter((cell) => {
    const was = before.get(`${cell.settlement}|${cell.service}`)
    return was !== undefined && cell.people > 0 && was.met !== cell.met
  })
  const gains = changed.filter((c) => c.met)
  const losses = changed.filter((c) => !c.met)
  const body = html`<h3>${t({ zh: `变差：${losses.length} 项`, en: `Worse: ${losses.length}` })}</h3>${changeTable(context, losses)}
<h3>${t({ zh: `变好：${gains.length} 项`, en: `Better: ${gains.length}` })}</h3>${changeTable(context, gains)}`
  return section(
    context,
    'changes',
    { zh: '与今天相比，谁的服务变了', en: 'What changes from today, and for whom' },
    body,
    {
      zh: '“变好”：今天未达标、方案达标，并注明靠什么；“变差”：反之。一项是一个自然村的一种服务；逐个自然村见 Excel。',
      en: '“Better”: below the floor today, met by the plan, with the channel; “worse”: the other way round. One item is one service at one settlement; each settlement stands in the Excel file.',
    },
  )
}
