import type { Comparison, Pair } from '@kuashan/core/planner/compare/compare.ts'
import type { Difference } from '@kuashan/core/planner/compare/compare-cells.ts'
import type { Side } from '@kuashan/core/planner/compare/side.ts'
import { unlikeCoverageWords } from '@kuashan/core/words/compare/unlike-coverage.ts'
import { formatNumber, formatShare, formatYuan } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'

/** Names told on the terminal; all of them stand in `--json` and `--html`. */
const told = 5

/** The few lines of a comparison that answer "who, how much, at what cost". */
export function comparisonLines(comparison: Comparison, a: Side, b: Side): Words[] {
  const { sides, met, entitled, costs, worst, today } = comparison
  const unlike = unlikeCoverageWords(comparison.coverage)
  const arrow = (pair: Pair, format: (n: number) => string) =>
    `${format(pair.a)} → ${format(pair.b)}`
  const share = (side: 'a' | 'b') => met[side] / Math.max(1, entitled[side])
  const cash = { a: costs.a.cashFen, b: costs.b.cashFen }
  const hours = arrow({ a: costs.a.staffHours, b: costs.b.staffHours }, formatNumber)
  const minutes = (n: number | null) => (n === null ? '—' : formatNumber(n, 1))
  const tenth = `${minutes(worst.a.minutes)} → ${minutes(worst.b.minutes)}`
  const missed = arrow({ a: worst.a.unserved, b: worst.b.unserved }, formatNumber)
  return [
    {
      zh: `${sides.a.nameZh} → ${sides.b.nameZh}`,
      en: `${sides.a.nameEn} → ${sides.b.nameEn}`,
    },
    {
      zh: `现状：达标 ${formatShare(today.met / Math.max(1, today.entitled))}，每年现金 ${formatYuan(today.costs.cashFen, 'zh')}，工时 ${formatNumber(today.costs.staffHours)} 小时`,
      en: `Today: floors met ${formatShare(today.met / Math.max(1, today.entitled))}, cash a year ${formatYuan(today.costs.cashFen, 'en')}, staff hours ${formatNumber(today.costs.staffHours)}`,
    },
    {
      zh: `达标（人×服务）：${arrow({ a: share('a'), b: share('b') }, formatShare)}`,
      en: `Floors met (people × services): ${arrow({ a: share('a'), b: share('b') }, formatShare)}`,
    },
    {
      zh: `每年现金 ${arrow(cash, (n) => formatYuan(n, 'zh'))}；工时 ${hours} 小时`,
      en: `Cash a year ${arrow(cash, (n) => formatYuan(n, 'en'))}; staff hours ${hours}`,
    },
    ...(unlike ? [unlike] : []),
    ...comparison.capital.map(({ fund, fen }) => ({
      zh: `建设资金 ${fund}：${arrow(fen, (n) => formatYuan(n, 'zh'))}`,
      en: `Capital of ${fund}: ${arrow(fen, (n) => formatYuan(n, 'en'))}`,
    })),
    {
      zh: `最差的十分之一路上 ${tenth} 分钟；什么都够不着的人×服务 ${missed}`,
      en: `The worst-off tenth is ${tenth} min on the way; people × services with nothing in reach ${missed}`,
    },
    ...named({ zh: '变好', en: 'Better' }, comparison.better, a, b),
    ...named({ zh: '变差', en: 'Worse' }, comparison.worse, a, b),
  ]
}

function named(title: Words, list: readonly Difference[], a: Side, b: Side): Words[] {
  const settlements = [...b.input.county.settlements, ...a.input.county.settlements]
  const services = b.input.catalogue.services
  const words = ({ settlement, service }: Difference): Words => {
    const place = settlements.find((s) => s.id === settlement)
    const of = services.find((s) => s.id === service)
    return {
      zh: `${place?.name ?? settlement} ${of?.nameZh ?? service}`,
      en: `${place?.nameEn ?? place?.name ?? settlement}: ${of?.nameEn ?? service}`,
    }
  }
  const first = list.slice(0, told).map(words)
  const more = list.length > told
  return [
    {
      zh: `${title.zh} ${list.length} 项${first.length ? `：${first.map((w) => w.zh).join('；')}${more ? '……' : ''}` : ''}`,
      en: `${title.en}: ${list.length}${first.length ? ` (${first.map((w) => w.en).join('; ')}${more ? '; …' : ''})` : ''}`,
    },
  ]
}
