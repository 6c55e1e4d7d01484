import type { PlanLine } from '@kuashan/contract/plans.ts'
import type { Costs } from '@kuashan/core/plan/plan.ts'
import { formatNumber, formatYuan } from '@kuashan/core/words/format.ts'
import type { Language, Words } from '@kuashan/core/words/language.ts'

/** One figure of today and of each plan beside it. Money and hours keep rows of their own: they are never added. */
export interface FigureRow {
  key: string
  name: Words
  definition: Words
  today: string
  plans: string[]
}

/** Floors missed today, where it has been measured. */
export interface MissedToday {
  missed: number
  people: number
}

export const capitalOf = ({ capitalFen }: Costs): number =>
  Object.values(capitalFen).reduce((sum, fen) => sum + fen, 0)

const notKept = '–'

/** Figures of plans against today, each in its row. Today is the newest plan’s: the data in force when it was made. */
export function figureRows(
  lines: readonly Pick<PlanLine, 'costs' | 'missed' | 'peopleMissed' | 'tours'>[],
  missedToday: MissedToday | null,
  language: Language,
): FigureRow[] {
  const today = lines[0]?.costs.today
  if (!today) return []
  const hours = ({ staffHours }: Costs) => formatNumber(staffHours)
  const cash = ({ cashFen }: Costs) => formatYuan(cashFen, language)
  const capital = (costs: Costs) => formatYuan(capitalOf(costs), language)
  const ofCosts = (say: (costs: Costs) => string) => ({
    today: say(today),
    plans: lines.map(({ costs }) => say(costs.plan)),
  })
  return [
    {
      key: 'cash',
      name: { zh: '现金，每年', en: 'Cash a year' },
      definition: {
        zh: '里程、出车、场所和车辆运行；不含工资和资本',
        en: 'Kilometres, days out, running of sites and vehicles; no payroll, no capital',
      },
      ...ofCosts(cash),
    },
    {
      key: 'capital',
      name: { zh: '资本，一次性', en: 'Capital, once' },
      definition: {
        zh: '改建、新建和购置，各资金合计',
        en: 'Conversion, building, purchases; all funds',
      },
      ...ofCosts(capital),
    },
    {
      key: 'hours',
      name: { zh: '人员工时，每年', en: 'Staff hours a year' },
      definition: {
        zh: '在岗、在途和出车的小时数',
        en: 'Hours at sites, at stops and on the road',
      },
      ...ofCosts(hours),
    },
    {
      key: 'missed',
      name: { zh: '未达标项', en: 'Floors missed' },
      definition: {
        zh: '居民点 × 服务；“–”表示今天还没有测算',
        en: 'Settlements × services; “–” where today has not been measured',
      },
      today: missedToday ? formatNumber(missedToday.missed) : notKept,
      plans: lines.map((l) => formatNumber(l.missed)),
    },
    {
      key: 'people',
      name: { zh: '受影响的人', en: 'People missed' },
      definition: { zh: '人 × 未达标的服务', en: 'People × services with a floor missed' },
      today: missedToday ? formatNumber(missedToday.people) : notKept,
      plans: lines.map((l) => formatNumber(l.peopleMissed)),
    },
    {
      key: 'tours',
      name: { zh: '出车趟数', en: 'Tours' },
      definition: {
        zh: '方案期内一辆车出门一天为一趟',
        en: 'One vehicle out for one day of the horizon',
      },
      today: notKept,
      plans: lines.map((l) => formatNumber(l.tours)),
    },
  ]
}

/** Where the records behind a figure of a plan stand; null where no page lists them. */
export function recordsOfFigure(key: string, plan: string): string | null {
  if (key === 'cash' || key === 'capital' || key === 'hours')
    return `/reports/figures?report=ledger&plan=${plan}`
  if (key === 'missed' || key === 'people') return `/plans/${plan}/shortages`
  if (key === 'tours') return `/plans/${plan}/timetable`
  return null
}

/** The same of today. */
export function recordsOfToday(key: string): string | null {
  if (key === 'cash' || key === 'capital' || key === 'hours')
    return '/reports/figures?report=ledger'
  if (key === 'missed' || key === 'people') return '/measure?tab=gaps'
  return null
}
