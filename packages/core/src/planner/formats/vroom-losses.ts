import { type Finding, finding } from '../../kernel/finding.ts'
import type { RoutingCustomer, RoutingFleet, RoutingInstance } from '../../plan/routing.ts'
import type { Words } from '../../words/language.ts'
import { pairsOf } from './vroom-pairs.ts'

type Loss<T> = [words: Words, holds: (part: T) => boolean]

const ofInstance: readonly Loss<RoutingInstance>[] = [
  [
    { zh: '几处收件送到同一处', en: 'several pickups for one delivery' },
    (i) =>
      pairsOf(i.customers).length <
      i.customers.filter((c) => c.rules?.deliverTo !== undefined).length,
  ],
  [
    { zh: '多天（日型、间隔、日期）', en: 'several days (patterns, spacing, dates)' },
    (i) => i.days > 1,
  ],
  [
    { zh: '几处合计的间隔', en: 'spacing over several customers' },
    (i) => (i.unions ?? []).length > 0,
  ],
  [{ zh: '先减车辆的目标', en: 'fewest vehicles first' }, (i) => i.objective === 'hierarchical'],
]

const ofFleets: readonly Loss<RoutingFleet>[] = [
  [{ zh: '每天出车时长上限', en: 'a limit on the time out' }, (f) => f.maxDuration < Infinity],
  [{ zh: '驾驶员休息', en: 'rests of the driver' }, (f) => f.rules?.rest !== undefined],
  [{ zh: '途中装卸', en: 'reloads on the way' }, (f) => f.rules?.reload !== undefined],
  [{ zh: '在外过夜', en: 'nights away' }, (f) => f.rules?.nights !== undefined],
  [{ zh: '出车天数上限', en: 'a limit on days out' }, (f) => f.rules?.maxDaysOut !== undefined],
  [{ zh: '按在外时间计价', en: 'a price of time out' }, (f) => (f.rules?.costs?.perTime ?? 0) > 0],
]

const ofCustomers: readonly Loss<RoutingCustomer>[] = [
  [
    {
      zh: '奖励的大小（只留 0–100 的优先级）',
      en: 'the size of prizes (priorities of 0–100 stay)',
    },
    (c) => c.optional && c.prize > 1,
  ],
  [{ zh: '优先级分类', en: 'classes of priority' }, (c) => (c.rules?.priority ?? 0) > 0],
  [
    { zh: '随间隔变化的服务时间', en: 'service by the gap' },
    (c) => c.rules?.serviceByGap !== undefined,
  ],
  [{ zh: '并行的工位', en: 'stations side by side' }, (c) => c.rules?.station !== undefined],
  [
    { zh: '固定车辆或星期', en: 'same vehicle or weekday' },
    (c) => Boolean(c.rules?.sameVehicle || c.rules?.sameWeekday),
  ],
  [{ zh: '已公布的线路', en: 'published tours' }, (c) => (c.rules?.published ?? []).length > 0],
  [
    { zh: '求日与避日', en: 'days to seek or avoid' },
    (c) => Boolean(c.rules?.seekDays ?? c.rules?.avoidDays),
  ],
  [{ zh: '从不开门', en: 'a customer without any window' }, (c) => c.rules?.windows?.length === 0],
  [
    { zh: '收件和送件同时另有装载', en: 'a shipment with loads from or to the depot' },
    (c) =>
      c.rules?.deliverTo !== undefined &&
      (c.demand > 0 || (c.rules.otherDemands ?? []).some((d) => d > 0)),
  ],
]

/** What VROOM has no field for: a warning for each kind. `exact` says that the prizes are VROOM's own priorities. */
export function vroomLosses(instance: RoutingInstance, exact: boolean, file: string): Finding[] {
  const told = (words: Words, count: number) =>
    count > 0 ? [finding('vroom-left-out', { file }, { what: words.en, whatZh: words.zh })] : []
  const count = <T>(parts: readonly T[], losses: readonly Loss<T>[]) =>
    losses.flatMap(([words, holds]) => told(words, parts.filter(holds).length))
  return [
    ...count([instance], ofInstance),
    ...count(instance.fleets, ofFleets),
    ...count(instance.customers, exact ? ofCustomers.slice(1) : ofCustomers),
  ]
}
