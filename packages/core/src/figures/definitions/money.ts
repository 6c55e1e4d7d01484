import type { FigureDefinition } from '../figure.ts'
import { columnsOf, ratio, sum } from '../formula.ts'

const cell = columnsOf('cell')
const work = columnsOf('work')
const spending = columnsOf('spending')
const money = columnsOf('money')
const costed = columnsOf('costedPlace')

/** What it costs, by the ledger (docs/methods/figures.md). Cash, capital and staff hours are never added. */
export const moneyFigures: readonly FigureDefinition[] = [
  {
    id: 'runningCost',
    name: { zh: '运行现金，每年（降本）', en: 'Running cash a year' },
    counts: {
      zh: '能省下来的现金：场所和车辆运行、里程、出车；不含工资和一次性资本',
      en: 'Cash that could be avoided: running of sites and vehicles, kilometres, days out; no payroll, no capital',
    },
    formula: sum(money('runningFen')),
    unit: 'fen',
    time: 'yearly',
    better: 'low',
    headline: 'cost',
  },
  {
    id: 'outcomePerYuan',
    name: { zh: '每元现金达标（增效）', en: 'Met for each yuan' },
    counts: {
      zh: '达标的人 × 服务 ÷ 每年运行现金（元）',
      en: 'People × services met ÷ running cash a year, in yuan',
    },
    formula: { of: 'ratio', top: cell('met'), bottom: money('runningFen'), times: 100 },
    unit: { top: 'entitlements', per: 'fen' },
    time: 'yearly',
    better: 'high',
    headline: 'efficiency',
    ranked: true,
  },
  {
    id: 'staffHours',
    name: { zh: '人员工时，每年', en: 'Staff hours a year' },
    counts: {
      zh: '在岗、在途和出车的工时，按渠道分；与现金、资本分开列，不相加',
      en: 'Paid time at sites, at stops, on the road and at the door; a column of its own, never added to money',
    },
    formula: sum(work('staffSeconds')),
    unit: 'seconds',
    time: 'yearly',
    better: 'low',
  },
  {
    id: 'capital',
    name: { zh: '一次性资本', en: 'Capital, once' },
    counts: {
      zh: '方案里改建、新建的钱，按资金来源分；今天为零',
      en: 'Conversions and buildings of the plan, by source of money; nothing today',
    },
    formula: sum(money('capitalFen')),
    unit: 'fen',
    time: 'yearly',
    better: 'low',
  },
  {
    id: 'spent',
    name: { zh: '历年支出', en: 'Spent' },
    counts: {
      zh: '县里登记的各年支出，按服务、资金来源、年份；与运行现金是两本账，不相加',
      en: 'What the county says it spent, by service, source and year; another ledger than running cash, never added to it',
    },
    formula: sum(spending('spentFen')),
    unit: 'fen',
    time: 'yearly',
    better: null,
  },
  {
    id: 'unitCost',
    name: { zh: '每人次成本', en: 'Cost of one person-time' },
    counts: {
      zh: '服务、路上、空闲三部分合计 ÷ 人次；按偏远分：县城站点、近处和偏远处的停靠点',
      en: 'Service, travel and idle time together ÷ person-times; by remoteness: sites at the seat, stops near and remote',
    },
    formula: ratio(costed('spentFen'), costed('personTimes')),
    unit: { top: 'fen', per: 'personTimes' },
    time: 'yearly',
    better: 'low',
  },
  {
    id: 'unitCostTravel',
    name: { zh: '每人次成本：路上', en: 'Of it, travel' },
    counts: {
      zh: '路上的工时和里程 ÷ 人次',
      en: 'Staff time and kilometres on the way ÷ person-times',
    },
    formula: ratio(costed('travelFen'), costed('personTimes')),
    unit: { top: 'fen', per: 'personTimes' },
    time: 'yearly',
    better: 'low',
  },
  {
    id: 'unitCostIdle',
    name: { zh: '每人次成本：空闲', en: 'Of it, idle time' },
    counts: {
      zh: '在岗而没有人来的工时 ÷ 人次',
      en: 'Staff time with nobody to serve ÷ person-times',
    },
    formula: ratio(costed('idleFen'), costed('personTimes')),
    unit: { top: 'fen', per: 'personTimes' },
    time: 'yearly',
    better: 'low',
  },
]
