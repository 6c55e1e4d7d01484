import { vehicleKindWords } from '@kuashan/core/catalogue/terms.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { daysBetween, weekday } from '@kuashan/core/kernel/calendar.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { formatClock, formatDay, formatMinutes, formatWeekday } from '@kuashan/core/words/format.ts'
import type { Language, Words } from '@kuashan/core/words/language.ts'
import { html, type Markup } from '../html.ts'
import { type Names, namesOf } from '../report/names.ts'
import { noticeStyle } from './notice-style.ts'
import { type Coming, type Elsewhere, type RideThere, villageComings } from './village-comings.ts'

export interface NoticeInput {
  input: CountyInput
  plan: Plan
  /** Code of the administrative village. */
  village: string
  /** Not yet decided: the page says that people can still object. */
  draft: boolean
  /** Days before it are not told. */
  from: PlainDate
  language: Language
}

interface Notice extends NoticeInput {
  names: Names
  t(words: Words): string
}

/** Dates that are written out; how many more there are is said. */
const mostDates = 6
/** Names in one line; a page on a wall is not a register. */
const mostServices = 8

const listOf = (items: readonly string[], language: Language): string =>
  items.join(language === 'zh' ? '、' : ', ')

function servicesText({ names, language }: Notice, ids: readonly string[]): string {
  const shown = ids.slice(0, mostServices).map((id) => names.service(id))
  const rest = ids.length - shown.length
  const list = listOf(shown, language)
  if (rest === 0) return list
  return language === 'zh' ? `${list}等 ${ids.length} 项` : `${list} and ${rest} more`
}

/** `每周二`, `every second Tuesday`, where that is so on all dates; else nothing. */
function rhythm(dates: readonly PlainDate[], language: Language): string {
  const gaps = new Set(dates.slice(1).map((date, k) => daysBetween(dates[k]!, date)))
  const days = new Set(dates.map((date) => weekday(date)))
  const [gap] = gaps
  if (dates.length < 3 || gaps.size !== 1 || days.size !== 1) return ''
  const day = formatWeekday(dates[0]!, language)
  if (gap === 7) return language === 'zh' ? `每${day}` : `every ${day}`
  if (gap === 14) return language === 'zh' ? `每两周一次，${day}` : `every second ${day}`
  return ''
}

/** Dates, none broken over two lines. */
function datesText({ language }: Notice, dates: readonly PlainDate[]): Markup {
  const zh = language === 'zh'
  const day = (date: PlainDate) =>
    zh
      ? `${formatDay(date, 'zh')}（${formatWeekday(date, 'zh')}）`
      : `${formatWeekday(date, 'en')} ${formatDay(date, 'en')}`
  const shown = dates.slice(0, mostDates)
  const rest = dates.length - shown.length
  const often = rhythm(dates, language)
  const head = often === '' ? '' : zh ? `${often}：` : `${often}: `
  const days = shown.map((date, k) => {
    const comma = k === shown.length - 1 ? '' : zh ? '、' : ', '
    return html`<span class="keep">${day(date)}${comma}</span>${zh ? html`<wbr>` : ' '}`
  })
  const more = zh ? `以后还有 ${rest} 次` : `and ${rest} more times`
  return html`${head}${days}${rest > 0 ? html`<span class="keep">${more}</span>` : ''}`
}

function clockText({ t }: Notice, { from, to }: Coming['arrive']): string {
  const [first, last] = [formatClock(from), formatClock(to)]
  return to - from <= 15 * 60
    ? t({ zh: `${first} 到`, en: `at ${first}` })
    : t({ zh: `${first} 到 ${last} 之间到`, en: `between ${first} and ${last}` })
}

function comingPart(notice: Notice, coming: Coming): Markup {
  const { names, t, language } = notice
  const place = names.settlement(coming.stop)
  const others = coming.for.filter((id) => id !== coming.stop).map((id) => names.settlement(id))
  const walk =
    coming.walkSeconds > 0
      ? t({
          zh: `，最远走 ${formatMinutes(coming.walkSeconds, 'zh')}`,
          en: `, at most ${formatMinutes(coming.walkSeconds, 'en')} on foot`,
        })
      : ''
  const from =
    others.length === 0
      ? ''
      : t({
          zh: `${listOf(others, 'zh')}的乡亲也到这里${walk}`,
          en: `People of ${listOf(others, 'en')} come here too${walk}`,
        })
  return html`<section class="coming"><p class="who">${vehicleKindWords[coming.kind][language]} · ${t({ zh: `停在${place}`, en: `stops at ${place}` })}</p>
<p class="when">${datesText(notice, coming.dates)}</p>
<p class="when">${clockText(notice, coming.arrive)}</p>
<p>${t({ zh: '能办：', en: 'For: ' })}${servicesText(notice, coming.services)}</p>
${from === '' ? '' : html`<p>${from}</p>`}</section>`
}

function ridePart(notice: Notice, ride: RideThere): Markup {
  const { names, t, language } = notice
  const site = names.facility(ride.site)
  const pickups = ride.pickups.map(
    ({ settlement, depart }) => `${names.settlement(settlement)} ${formatClock(depart)}`,
  )
  return html`<section class="coming"><p class="who">${t({ zh: `接送到${site}`, en: `A ride to ${site}` })}</p>
<p class="when">${datesText(notice, ride.dates)}</p>
<p class="when">${listOf(pickups, language)}${t({ zh: ` 上车，${formatClock(ride.home)} 前送回`, en: `; home by ${formatClock(ride.home)}` })}</p>
<p>${t({ zh: '能办：', en: 'For: ' })}${servicesText(notice, ride.services)}</p></section>`
}

const placeLines = (notice: Notice, places: readonly Elsewhere[]): Markup[] =>
  places.map(
    ({ place, services }) =>
      html`<p><b>${notice.names.facility(place)}</b>${notice.language === 'zh' ? '：' : ': '}${servicesText(notice, services)}</p>`,
  )

function part(notice: Notice, title: Words, lines: readonly Markup[]): Markup | '' {
  return lines.length === 0 ? '' : html`<h2>${notice.t(title)}</h2>${lines}`
}

function missedPart(notice: Notice, missed: readonly string[]): Markup | '' {
  if (missed.length === 0) return ''
  const { t } = notice
  return html`<h2>${t({ zh: '还没做到的', en: 'What is not reached yet' })}</h2><p class="missed">${servicesText(notice, missed)}</p>`
}

function headPart(notice: Notice): Markup {
  const { input, plan, village, draft, names, t } = notice
  const { settings } = input.county
  return html`<h1>${t({ zh: `${names.village(village)}：服务什么时候来`, en: `${names.village(village)}: when services come` })}</h1>
<p>${t({ zh: settings.name, en: settings.nameEn })} · <span class="keep">${plan.horizon.from} – ${plan.horizon.to}</span></p>
${draft ? html`<p class="draft">${t({ zh: '公示：还没定，有意见请讲', en: 'Not decided yet: tell us if you object' })}</p>` : ''}`
}

/** The notice of one village: which vehicle comes when, what it gives, where else to go, whom to ask. No script, no network. */
export function noticeHtml(input: NoticeInput): string {
  const { language, village, plan, from } = input
  const { settlements } = input.input.county
  const notice: Notice = {
    ...input,
    names: namesOf(input.input, language),
    t: (words) => words[language],
  }
  const here = new Set(settlements.filter((s) => s.division === village).map((s) => s.id))
  const { comings, rides, sites, doorstep, missed } = villageComings(plan, here, from)
  const coming = [
    ...comings.map((c) => comingPart(notice, c)),
    ...rides.map((r) => ridePart(notice, r)),
  ]
  const none = html`<p>${notice.t({ zh: '没有车来村里。', en: 'No vehicle comes to the village.' })}</p>`
  const page = html`<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
<link rel="icon" href="data:,"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${notice.names.village(village)} · 跨山 Kuashan</title>
<style>${{ markup: noticeStyle }}</style></head><body><main>
${headPart(notice)}
${part(notice, { zh: '车来村里', en: 'Comes to the village' }, coming.length > 0 ? coming : [none])}
${part(notice, { zh: '上门服务', en: 'Comes to your door' }, placeLines(notice, doorstep))}
${part(notice, { zh: '还可以去', en: 'Where else to go' }, placeLines(notice, sites))}
${missedPart(notice, missed)}
<h2>${notice.t({ zh: '问谁', en: 'Whom to ask' })}</h2>
<p>${notice.t({ zh: '姓名 ', en: 'Name ' })}<span class="fill">&nbsp;</span></p>
<p>${notice.t({ zh: '电话 ', en: 'Telephone ' })}<span class="fill">&nbsp;</span></p>
</main></body></html>`
  return `<!doctype html>\n${page.markup}\n`
}
