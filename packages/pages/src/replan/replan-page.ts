import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { Change } from '@kuashan/core/plan/change.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { Alternative, Replan } from '@kuashan/core/planner/replan/replan-problem.ts'
import { formatDay, formatNumber } from '@kuashan/core/words/format.ts'
import type { Language, Words } from '@kuashan/core/words/language.ts'
import { changeSaid } from '@kuashan/core/words/replan/change-said.ts'
import { alternativeWords, causeWords } from '@kuashan/core/words/replan/difference-words.ts'
import { html, type Markup } from '../html.ts'
import { type Names, namesOf } from '../report/names.ts'
import { reportStyle } from '../report/report-style.ts'
import { rowsToShow } from './menu-rows.ts'
import { replanStyle } from './replan-style.ts'
import { byVillage, sameTours, sayDifference, sayFloorLost, sayRide } from './said.ts'

export interface ReplanPageInput {
  input: CountyInput
  replan: Replan & {
    menu: readonly (Alternative & { checked?: { verdict: 'valid' | 'broken' } })[]
  }
  changes: readonly Change[]
  today: PlainDate
  language: Language
}

interface Context extends ReplanPageInput {
  names: Names
  t(words: Words): string
}

/** The menu of a re-plan on one page: what happened, three answers side by side, and what each means village by village. */
export function replanHtml(page: ReplanPageInput): string {
  const { input, language } = page
  const { settings } = input.county
  const context: Context = {
    ...page,
    names: namesOf(input, language),
    t: (words) => words[language],
  }
  const { t } = context
  const county = language === 'en' ? settings.nameEn : settings.name
  const title = t({ zh: `${county}：临时调整`, en: `${county}: re-plan` })
  const body = html`<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
<link rel="icon" href="data:,"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · 跨山 Kuashan</title>
<style>${{ markup: reportStyle + replanStyle }}</style></head><body><main>
<h1>${title}</h1>${happened(context)}${inShort(context)}
<h2>${t({ zh: '三种办法', en: 'Three ways to go on' })}</h2>${menu(context)}
<h2>${t({ zh: '逐村对照', en: 'Village by village' })}</h2>${villages(context)}
<h2>${t({ zh: '受影响的出车', en: 'Tours that are touched' })}</h2>${touched(context)}
<h2>${t({ zh: '怎么读', en: 'How to read this' })}</h2>${definitions(context)}
</main></body></html>`
  return `<!doctype html>\n${body.markup}\n`
}

function happened({ changes, today, names, input, language, t }: Context): Markup {
  const said = changes.flatMap((change): string[] => {
    switch (change.do) {
      case 'close-road':
        return [changeSaid({ ...change, what: change.do, name: change.way }, language)]
      case 'open-road':
        return [changeSaid({ what: change.do, name: change.way }, language)]
      case 'vehicle-down': {
        const own = input.county.vehicles.find((v) => v.name === change.vehicle)
        const name = names.vehicle(own?.id ?? change.vehicle)
        return [changeSaid({ ...change, what: change.do, name }, language)]
      }
      case 'staff-away':
        return [changeSaid({ ...change, what: change.do, name: change.staff }, language)]
      case 'call-village': {
        const name = names.settlement(change.settlement)
        const service = names.service(change.service)
        return [changeSaid({ ...change.within, what: change.do, name, service }, language)]
      }
      default:
        return []
    }
  })
  return html`<ul class="happened">${said.map((s) => html`<li>${s}</li>`)}</ul>
<p class="definition">${t({ zh: `自 ${formatDay(today, 'zh')} 起调整；已过去、已冻结和锁定的到访不动。`, en: `Re-planned from ${formatDay(today, 'en')}; visits that are over, frozen or locked stand.` })}</p>`
}

/** What the clerk must know before reading on: how many visits fall out, and whether anybody must go without. */
function inShort({ replan, t }: Context): Markup {
  const dropped = replan.touched.reduce((sum, x) => sum + x.dropped.length, 0)
  const least = Math.min(...replan.menu.map((a) => a.peopleLosing))
  const lost = formatNumber(least, 1)
  const first = t({
    zh: `${formatNumber(dropped)} 次到访不能照原定安排去。`,
    en: `${formatNumber(dropped)} visits cannot be made as published. `,
  })
  const then =
    least > 0
      ? t({
          zh: `无论选哪种办法，至少 ${lost} 人（×服务）暂时达不到标准。`,
          en: `Whatever is chosen, at least ${lost} people (× services) fall below a floor.`,
        })
      : t({ zh: '标准都能保住。', en: 'Every floor can be kept.' })
  return html`<p class="verdict-line ${least > 0 ? 'alert' : ''}">${first}${then}</p>`
}

function menu({ replan, language, t }: Context): Markup {
  const verdict = (a: ReplanPageInput['replan']['menu'][number]) =>
    a.checked === undefined
      ? null
      : html`<span class="verdict ${a.checked.verdict}">${
          a.checked.verdict === 'valid'
            ? t({ zh: '检查通过', en: 'checked' })
            : t({ zh: '检查未通过', en: 'failed the check' })
        }</span>`
  const twin = (a: Alternative) => {
    const other = replan.menu.find((b) => sameTours(a, b))
    if (other === undefined || other === a) return null
    const name = alternativeWords[other.kind].title
    return html`<small><b>${t({ zh: `与“${name.zh}”相同`, en: `the same as “${name.en}”` })}</b></small>`
  }
  const rows = rowsToShow(replan.menu, language).map(({ label, value }) => {
    const values = replan.menu.map((a) => value(a, language))
    const same = new Set(values).size === 1
    return html`<tr ${same ? html`class="same"` : null}><th scope="row">${t(label)}</th>${values.map((v) => html`<td class="n">${v}</td>`)}</tr>\n`
  })
  return html`<table class="menu"><thead><tr><th></th>${replan.menu.map((a) => html`<th scope="col" class="n">${t(alternativeWords[a.kind].title)}<small>${t(alternativeWords[a.kind].purpose)}</small>${twin(a)}</th>`)}</tr></thead>
<tbody>${rows}<tr><th scope="row">${t({ zh: '独立检查', en: 'independent check' })}</th>${replan.menu.map((a) => html`<td class="n">${verdict(a)}</td>`)}</tr></tbody></table>`
}

/** Up to here villages are listed; what is beyond is counted. */
const mostVillages = 120

function villages({ replan, names, language, t }: Context): Markup {
  const columns = replan.menu.map((a) => new Map(byVillage(a, names).map((v) => [v.settlement, v])))
  const all = [...new Set(columns.flatMap((c) => [...c.keys()]))]
  const losing = (id: string) => columns.some((c) => (c.get(id)?.lost.length ?? 0) > 0)
  all.sort(
    (a, b) =>
      Number(losing(b)) - Number(losing(a)) ||
      names.settlementInVillage(a).localeCompare(names.settlementInVillage(b), 'zh'),
  )
  if (all.length === 0)
    return html`<p class="none">${t({ zh: '没有哪个村的到访有变化。', en: 'No village is visited differently.' })}</p>`
  const cell = (id: string, k: number): Markup => {
    const own = columns[k]!.get(id)
    if (own === undefined)
      return html`<td class="was">${t({ zh: '不变', en: 'as published' })}</td>`
    return html`<td>${own.lost.map((f) => html`<p class="lost">${sayFloorLost(f, names, language)}</p>`)}${own.differences.map((d) => html`<p>${sayDifference(d, names, language)}</p>`)}${own.rides.map((d) => html`<p>${sayRide(d, id, names, language)}</p>`)}</td>`
  }
  const rest = all.length - mostVillages
  return html`<table class="villages"><thead><tr><th scope="col">${t({ zh: '自然村', en: 'Settlement' })}</th>${replan.menu.map((a) => html`<th scope="col">${t(alternativeWords[a.kind].title)}</th>`)}</tr></thead>
<tbody>${all.slice(0, mostVillages).map((id) => html`<tr><th scope="row">${names.settlementInVillage(id)}</th>${replan.menu.map((_, k) => cell(id, k))}</tr>\n`)}</tbody></table>${
    rest > 0
      ? html`<p class="definition">${t({ zh: `另有 ${formatNumber(rest)} 个自然村，见 --json。`, en: `${formatNumber(rest)} more settlements stand in the output of --json.` })}</p>`
      : null
  }`
}

function touched({ replan, names, language, t }: Context): Markup {
  if (replan.touched.length === 0)
    return html`<p class="none">${t({ zh: '没有。', en: 'None.' })}</p>`
  const why = (cause: Replan['touched'][number]['cause']) =>
    cause === 'other-way'
      ? t({ zh: '要走另一条路，都能到', en: 'another way, all reached' })
      : t(causeWords[cause])
  return html`<table><thead><tr><th scope="col">${t({ zh: '日期', en: 'Date' })}</th><th scope="col">${t({ zh: '车辆', en: 'Vehicle' })}</th><th scope="col">${t({ zh: '原因', en: 'Why' })}</th><th scope="col" class="n">${t({ zh: '去不了的到访', en: 'Visits it cannot make' })}</th></tr></thead>
<tbody>${replan.touched.map((x) => html`<tr><td>${formatDay(x.date, language)}</td><td>${names.vehicle(x.vehicle)}</td><td>${why(x.cause)}</td><td class="n">${x.dropped.length}</td></tr>\n`)}</tbody></table>`
}

const definitions = ({ t }: Context): Markup =>
  html`<p class="definition">${t({
    zh: '“未达标”按人×服务计，同一人同一服务只算一次，只数因这次调整才达不到标准的。时间变动在 15 分钟以内的不列。现金、工时是全年的差额（调整后减调整前），三栏不相加。',
    en: 'A loss counts people × services, each pair once, and only those who fall below a floor by this change. Visits less than 15 minutes off their hour are not listed. Cash and staff hours are a year’s, after less before; the three columns are never added.',
  })}</p>`
