import { formatNumber, formatYuan } from '../format.ts'
import type { Language, Words } from '../language.ts'
import { type ChannelBoundToTell, channelBoundText } from './channel-words.ts'

/** What is proved of a need that a plan misses. */
export const reachVerdictWords = {
  never: {
    zh: '已证明：不论增加什么都做不到',
    en: 'proved: nothing meets it, whatever is added',
  },
  beyond: {
    zh: '已证明：现有的和登记可用的场所、停靠点、车辆、上门与接送都够不着',
    en: 'proved: out of reach of every site, stop, vehicle, house and ride there is or is registered',
  },
  'held-back': {
    zh: '够得着，缺的是车日、工时、资金或日历',
    en: 'within reach; days, hours, money or the calendar hold it back',
  },
} as const satisfies Record<string, Words>
export type ReachVerdict = keyof typeof reachVerdictWords

export interface ReachToTell {
  settlement: string
  service: string
  people: number
  verdict: ReachVerdict
  bounds: readonly ChannelBoundToTell[]
  site: { kind: string; yearCostFen: number; staffHoursYear: number; unpriced?: true } | null
}

type NameOf = (id: string) => string

/** The bound that says most: the nearest place of the first way that the catalogue has. */
export const tellingBound = (
  bounds: readonly ChannelBoundToTell[],
): ChannelBoundToTell | undefined =>
  bounds.find((b) => b.by === 'beyond-limit' || b.by === 'beyond-shift') ??
  bounds.find((b) => b.by !== 'not-in-catalogue')

/** What would meet the need for sure: a site in the settlement, as its like costs in the county. */
export function siteThereText(
  { site }: Pick<ReachToTell, 'site'>,
  language: Language,
  nameOf: NameOf,
): string | null {
  if (site === null) return null
  const kind = nameOf(site.kind)
  if (site.unpriced)
    return language === 'zh'
      ? `在本地设${kind}即可达标（运行费用未知）`
      : `a ${kind} there would meet it (what it costs to run is not known)`
  const cash = formatYuan(site.yearCostFen, language)
  const hours = formatNumber(site.staffHoursYear)
  return language === 'zh'
    ? `在本地设${kind}即可达标：每年现金 ${cash}、工时 ${hours}，建设费用另计`
    : `a ${kind} there would meet it: ${cash} cash and ${hours} staff hours a year, the building apart`
}

/** First line: the need and what is proved; then the bound of every way, and what would meet it. */
export function reachLines(reach: ReachToTell, language: Language, nameOf: NameOf): string[] {
  const people = formatNumber(reach.people, 1)
  const who =
    language === 'zh'
      ? `${nameOf(reach.settlement)}·${nameOf(reach.service)}（${people} 人）`
      : `${nameOf(reach.settlement)}, ${nameOf(reach.service)} (${people} people)`
  const site = siteThereText(reach, language, nameOf)
  return [
    `${who} ${reachVerdictWords[reach.verdict][language]}`,
    ...reach.bounds.map((b) => channelBoundText(b, language, nameOf)),
    ...(site === null ? [] : [site]),
  ]
}

/** Floors missed by what is proved of them, in a sentence. */
export const floorsByReachText = (
  floors: Readonly<Record<ReachVerdict, number>>,
  language: Language,
): string => {
  const [never, beyond, held] = [floors.never, floors.beyond, floors['held-back']]
  const all = formatNumber(never + beyond + held)
  return language === 'zh'
    ? `未达标 ${all} 条：已证明按现有和登记可用的条件够不着的 ${formatNumber(beyond)} 条，不论增加什么都做不到的 ${formatNumber(never)} 条，够得着但缺车日、工时、资金或日历的 ${formatNumber(held)} 条。`
    : `${all} floors missed: ${formatNumber(beyond)} proved out of reach of everything there is or is registered, ${formatNumber(never)} proved impossible whatever is added, ${formatNumber(held)} within reach but held back by days, hours, money or the calendar.`
}
