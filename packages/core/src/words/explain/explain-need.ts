import { formatMinutes, formatNumber, formatYuan } from '../format.ts'
import { filled, type Language, type Words } from '../language.ts'
import { type ChannelBoundToTell, channelBoundText } from './channel-words.ts'
import { type LevelToTell, levelsText } from './level-words.ts'
import {
  type AmountUnit,
  boundWords,
  diagnosisWords,
  type Forbidden,
  forbiddenWords,
  type ImpossibleBy,
  type ProbeKind,
  probeWords,
  reachWords,
  rideByWords,
} from './probe-words.ts'

/** Says an id in words: a settlement, a site, a vehicle, a road, a kind. */
export type NameOf = (id: string) => string

export interface PriceToTell {
  cashFen: number
  capitalFen: number
  staffHours: number
}

interface MadeToTell {
  kind: ProbeKind
  amount: number
  unit: AmountUnit
  what: Readonly<Record<string, string | number>>
}

export interface ChangeToTell extends MadeToTell {
  and?: MadeToTell
  price: PriceToTell
  unpriced?: true
}

export interface WhyNotToTell {
  settlement: string
  service: string
  people: number
  missing: readonly { metric: string; want: number; have: number }[]
  verdict: 'change-found' | 'none-found' | 'impossible'
  bound?: ImpossibleBy
  proof?: readonly ChannelBoundToTell[]
  changes: readonly ChangeToTell[]
  without: readonly ProbeKind[]
}

export interface WayToTell {
  mode: keyof typeof reachWords
  place: string
  kind: string
  chosen: boolean
  seconds: number | null
  times: number | null
  forbidden?: Forbidden
  to?: string
  instead?: PriceToTell & { missed: number; levels: readonly LevelToTell[] }
}

export interface WhyThisToTell {
  settlement: string
  service: string
  people: number
  met: boolean
  decided: boolean
  ways: readonly WayToTell[]
}

const texts = {
  need: {
    zh: '{settlement}·{service}（{people} 人）',
    en: '{settlement}, {service} ({people} people)',
  },
  missed: { zh: '未达标：{missing}', en: 'misses {missing}' },
  missing: { zh: '{metric} 应为 {want}，实为 {have}', en: '{metric}: wanted {want}, has {have}' },
  none: {
    zh: '试过 {count} 类改动，没有找到可行的；这不等于做不到',
    en: 'none found among {count} {count|kind|kinds} of change; that proves nothing',
  },
  price: {
    zh: '每年现金 {cash}、一次性投入 {capital}、工时 {hours}',
    en: 'cash a year {cash}, capital {capital}, staff hours {hours}',
  },
  unpriced: {
    zh: '（运行费用未知，未计入）',
    en: ' (what it costs to run is not known, and not in it)',
  },
  way: { zh: '{mode} {place}{kind}{seconds}{times}', en: '{mode} {place}{kind}{seconds}{times}' },
  times: { zh: '，{times} 次', en: ', {times} {times|time|times}' },
  chosen: { zh: '所选', en: 'chosen' },
  decided: { zh: '由方案决定', en: 'decided by the plan' },
  open: { zh: '现有场所已达标', en: 'met by sites that are open anyway' },
  more: { zh: '；多 {people} 人达标', en: '; {people} more people meet the floors' },
  fewer: { zh: '；{people} 人不再达标', en: '; {people} people meet the floors no more' },
  levels: { zh: '（{levels}）', en: ' ({levels})' },
} as const satisfies Record<string, Words>

const fill = (text: string, facts: Readonly<Record<string, string>>): string =>
  filled(text, (name) => facts[name])

const signed = (text: string, value: number): string => (value > 0 ? `+${text}` : text)

/** The three columns, with signs. */
export const priceText = ({ cashFen, capitalFen, staffHours }: PriceToTell, language: Language) =>
  fill(texts.price[language], {
    cash: signed(formatYuan(cashFen, language), cashFen),
    capital: signed(formatYuan(capitalFen, language), capitalFen),
    hours: signed(formatNumber(staffHours), staffHours),
  })

function amountText({ amount, unit }: MadeToTell, language: Language): string {
  if (unit === 'minutes') return formatMinutes(amount * 60, language)
  if (unit === 'fen') return formatYuan(amount, language)
  if (unit === 'hoursWeek') return language === 'zh' ? `${amount} 小时` : `${amount} h`
  return formatNumber(amount)
}

function madeText(made: MadeToTell, language: Language, nameOf: NameOf): string {
  const facts = Object.fromEntries(
    Object.entries(made.what).map(([key, value]) => [
      key,
      typeof value === 'string' ? nameOf(value) : formatNumber(value, 1),
    ]),
  )
  return fill(probeWords[made.kind][language], {
    ...facts,
    at: facts.facility ?? facts.settlement ?? '',
    amount: amountText(made, language),
  })
}

/** One change, or two that it takes together, with the price. */
export function changeText(change: ChangeToTell, language: Language, nameOf: NameOf): string {
  const [colon, also] = language === 'zh' ? ['；', '；同时'] : ['; ', '; and ']
  const what = madeText(change, language, nameOf)
  const second = change.and === undefined ? '' : `${also}${madeText(change.and, language, nameOf)}`
  const unknown = change.unpriced ? texts.unpriced[language] : ''
  return `${what}${second}${colon}${priceText(change.price, language)}${unknown}`
}

const needText = (
  need: { settlement: string; service: string; people: number },
  language: Language,
  nameOf: NameOf,
): string =>
  fill(texts.need[language], {
    settlement: nameOf(need.settlement),
    service: nameOf(need.service),
    people: formatNumber(need.people, 1),
  })

const proofLines = ({ proof }: WhyNotToTell, language: Language, nameOf: NameOf): string[] =>
  (proof ?? []).map((b) => channelBoundText(b, language, nameOf))

/** First line: the need and what it misses; then the changes that would meet it, cheapest first, or what was found instead. */
export function whyNotLines(answer: WhyNotToTell, language: Language, nameOf: NameOf): string[] {
  const missing = answer.missing
    .map(({ metric, want, have }) =>
      fill(texts.missing[language], {
        metric: nameOf(metric),
        want: formatNumber(want, 1),
        have: formatNumber(have, 1),
      }),
    )
    .join(language === 'zh' ? '；' : '; ')
  const head = `${needText(answer, language, nameOf)} ${fill(texts.missed[language], { missing })}`
  if (answer.verdict === 'impossible')
    return [head, boundWords[answer.bound!][language], ...proofLines(answer, language, nameOf)]
  if (answer.verdict === 'none-found')
    return [head, fill(texts.none[language], { count: String(answer.without.length) })]
  return [head, ...answer.changes.map((c) => changeText(c, language, nameOf))]
}

/** First line: the need and whether anything was decided; then what was chosen and each other way. */
export function whyThisLines(answer: WhyThisToTell, language: Language, nameOf: NameOf): string[] {
  const how = texts[answer.decided ? 'decided' : 'open'][language]
  const head = `${needText(answer, language, nameOf)} ${how}`
  return [head, ...answer.ways.map((way) => wayText(way, language, nameOf))]
}

/** One way there: chosen, forbidden by what, or what it would cost instead. */
export function wayText(way: WayToTell, language: Language, nameOf: NameOf): string {
  const comma = language === 'zh' ? '，' : ', '
  const text = fill(texts.way[language], {
    mode: reachWords[way.mode][language],
    place: nameOf(way.to ?? way.place),
    kind: way.kind === '' ? '' : ` (${rideByWords[way.kind]?.[language] ?? nameOf(way.kind)})`,
    seconds: way.seconds === null ? '' : `${comma}${formatMinutes(way.seconds, language)}`,
    times: way.times === null ? '' : fill(texts.times[language], { times: String(way.times) }),
  })
  const colon = language === 'zh' ? '：' : ': '
  if (way.chosen) return `${text}${colon}${texts.chosen[language]}`
  if (way.forbidden !== undefined)
    return `${text}${colon}${forbiddenWords[way.forbidden][language]}`
  const { instead } = way
  if (instead === undefined) return text
  const { missed } = instead
  const people = { people: formatNumber(Math.abs(missed), 1) }
  const change = missed === 0 ? '' : fill(texts[missed < 0 ? 'more' : 'fewer'][language], people)
  const levels = levelsText(instead.levels, language)
  const told = levels === '' ? '' : fill(texts.levels[language], { levels })
  return `${text}${colon}${priceText(instead, language)}${change}${told}`
}

export type DiagnosisToTell = { gap: keyof typeof diagnosisWords } & Readonly<
  Record<string, string | number | null>
>

/** What is wrong and the matching measure, in a line. */
export function diagnosisText(
  { gap, ...facts }: DiagnosisToTell,
  language: Language,
  nameOf: NameOf,
): string {
  const told = Object.entries(facts).map(([key, value]) => [
    key,
    typeof value === 'string' ? nameOf(value) : value === null ? '—' : formatNumber(value),
  ])
  return fill(diagnosisWords[gap][language], Object.fromEntries(told))
}
