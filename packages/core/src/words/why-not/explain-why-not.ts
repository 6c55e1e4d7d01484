import { formatNumber } from '../format.ts'
import { filled, type Language, type Words } from '../language.ts'
import { type ChangeKind, changeWords } from './change-words.ts'
import { ruleWords } from './rule-words.ts'

interface RuleCounted {
  rule: keyof typeof ruleWords
  vehicleDays: number
}

interface PartToTell {
  kind: ChangeKind
  amount?: number
  what: object
}

/** An answer of `planner/tours/why-not`, as far as it is told. */
export interface WhyNotToTell {
  customer: number
  complaint: 'unserved' | 'unwished-day' | 'changed' | 'detour'
  vehicleDays: number
  room: number
  rules: readonly RuleCounted[]
  changes: readonly (PartToTell & {
    also?: PartToTell
    costDifference: number
    usedOn: readonly object[]
  })[]
  verdict: 'change-found' | 'none-found' | 'impossible'
  proof?: readonly RuleCounted[]
  tried: number
  stopped: boolean
}

const complaints: Record<WhyNotToTell['complaint'], Words> = {
  unserved: { zh: '{customer} 没有去成', en: '{customer} is not served' },
  'unwished-day': {
    zh: '{customer} 的到访日不合意愿',
    en: '{customer} is visited on a day it does not wish',
  },
  changed: { zh: '{customer} 的到访与公布的不同', en: '{customer} is not visited as published' },
  detour: { zh: '{customer} 绕路太远', en: '{customer} is a long detour' },
}

const texts = {
  refused: {
    zh: '{vehicleDays} 个出车日中 {room} 个有空位；其余受阻于：{rules}',
    en: '{room} of {vehicleDays} vehicle-days have room; the others are refused by {rules}',
  },
  change: { zh: '{change}；费用 {cost}', en: '{change}; cost {cost}' },
  both: { zh: '{one}，并且{other}', en: '{one}, and {other}' },
  more: { zh: '等（另有 {more} 项）', en: ' and {more} more' },
  on: { zh: '（用在 {on}）', en: ' (on {on})' },
  none: {
    zh: '试算 {tried} 次，没有找到可行的改动',
    en: 'No change was found in {tried} re-solves',
  },
  impossible: {
    zh: '已证明不可能：无论怎样编排，每个出车日都受阻于 {rules}',
    en: 'Proved impossible: however routes are laid, every vehicle-day is refused by {rules}',
  },
  stopped: { zh: '时间到了，没有全部试完', en: 'Time ran out before all was tried' },
} as const satisfies Record<string, Words>

/** First line: what is asked and what stands against it; then one line for each change, or what was found instead. */
export function explainWhyNot(
  answer: WhyNotToTell,
  language: Language,
  nameOf: (id: number) => string = String,
): string[] {
  const { complaint, customer, vehicleDays, room, rules, changes, verdict, proof, tried } = answer
  const listed = (counts: readonly RuleCounted[]) =>
    list(
      counts.map(({ rule, vehicleDays: n }) => `${ruleWords[rule][language]} ${n}`),
      language,
    )
  const asked = fill(complaints[complaint][language], { customer: nameOf(customer) })
  const refused =
    rules.length === 0
      ? []
      : [fill(texts.refused[language], { vehicleDays, room, rules: listed(rules) })]
  const found = changes.map((change) => tellChange(change, language, nameOf))
  const nothing = {
    'change-found': [],
    'none-found': [fill(texts.none[language], { tried })],
    impossible: [fill(texts.impossible[language], { rules: listed(proof ?? []) })],
  }[verdict]
  const head = [asked, ...refused].join(language === 'zh' ? '：' : ': ')
  return [head, ...found, ...nothing, ...(answer.stopped ? [texts.stopped[language]] : [])]
}

function tellChange(
  change: WhyNotToTell['changes'][number],
  language: Language,
  nameOf: (id: number) => string,
): string {
  const one = tellPart(change, language, nameOf)
  const told = change.also
    ? fill(texts.both[language], { one, other: tellPart(change.also, language, nameOf) })
    : one
  const on = change.usedOn.map((x) => tellFact('on', x, language, nameOf))
  const named = change.kind === 'another-vehicle' || change.kind === 'another-vehicle-day'
  const where = on.length === 0 || named ? '' : fill(texts.on[language], { on: list(on, language) })
  const { costDifference } = change
  const cost = `${costDifference > 0 ? '+' : ''}${formatNumber(costDifference, 2)}`
  return fill(texts.change[language], { change: told + where, cost })
}

function tellPart(
  { kind, amount, what }: PartToTell,
  language: Language,
  nameOf: (id: number) => string,
): string {
  const facts: Record<string, string> =
    amount === undefined ? {} : { amount: formatNumber(amount, 2) }
  for (const [name, value] of Object.entries(what))
    facts[name] = Array.isArray(value)
      ? list(
          value.map((x) => tellFact(name, x, language, nameOf)),
          language,
        )
      : tellFact(name, value, language, nameOf)
  return fill(changeWords[kind][language], facts)
}

const factWords = {
  on: {
    zh: '第 {day} 天仓库 {depot} 车 {vehicle}',
    en: 'day {day} vehicle {vehicle} of depot {depot}',
  },
  depot: { zh: '仓库 {depot}', en: 'depot {depot}' },
} as const satisfies Record<string, Words>

function tellFact(
  name: string,
  value: unknown,
  language: Language,
  nameOf: (id: number) => string,
): string {
  if (name === 'customers') return nameOf(Number(value))
  if (name === 'dimension') return String(Number(value) + 1)
  if (name === 'on') return fill(factWords.on[language], value as object)
  if (name !== 'roads') return String(value)
  const end = (place: { depot?: number; customer?: number }) =>
    place.customer === undefined ? fill(factWords.depot[language], place) : nameOf(place.customer)
  const { from, to } = value as Record<'from' | 'to', { depot?: number; customer?: number }>
  return `${end(from)} → ${end(to)}`
}

const mostListed = 4

const list = (items: readonly string[], language: Language): string => {
  const more = items.length - mostListed
  const shown = items.slice(0, mostListed).join(language === 'zh' ? '、' : ', ')
  return more > 0 ? `${shown}${fill(texts.more[language], { more })}` : shown
}

const fill = (template: string, facts: object): string =>
  filled(template, (name) => (facts as Record<string, string | number | undefined>)[name])
