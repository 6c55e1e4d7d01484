import { domainWords, vehicleKindWords } from '../catalogue/terms.ts'
import { formatNumber, formatShare } from '../words/format.ts'
import type { Language, Words } from '../words/language.ts'
import type { Dimension, FigureDefinition, FigureUnit } from './figure.ts'
import { type Formula, type Term, termsOf } from './formula.ts'
import { type Quantity, quantityUnits } from './sources.ts'

export const dimensionWords: Record<Dimension, Words> = {
  service: { zh: '服务', en: 'Service' },
  domain: { zh: '领域', en: 'Field' },
  priorityClass: { zh: '优先级', en: 'Priority class' },
  township: { zh: '乡镇', en: 'Township' },
  village: { zh: '行政村', en: 'Village' },
  urbanRural: { zh: '城乡', en: 'Town and country' },
  remoteness: { zh: '偏远', en: 'Remoteness' },
  channel: { zh: '渠道', en: 'Channel' },
  site: { zh: '学校和站点', en: 'School or site' },
  vehicleKind: { zh: '车种', en: 'Kind of vehicle' },
  fund: { zh: '资金来源', en: 'Source of money' },
  year: { zh: '年份', en: 'Year' },
  month: { zh: '月份', en: 'Month' },
}

const unitWords: Record<FigureUnit, Words> = {
  people: { zh: '人', en: 'people' },
  personTimes: { zh: '人次', en: 'person-times' },
  entitlements: { zh: '人 × 服务', en: 'people × services' },
  standards: { zh: '人 × 服务 × 标准', en: 'people × services × floors' },
  trips: { zh: '趟', en: 'trips' },
  visits: { zh: '次', en: 'visits' },
  villages: { zh: '个村', en: 'villages' },
  vehicles: { zh: '辆', en: 'vehicles' },
  posts: { zh: '个岗位', en: 'posts' },
  seats: { zh: '座', en: 'seats' },
  metres: { zh: '公里', en: 'km' },
  minutes: { zh: '分钟', en: 'min' },
  seconds: { zh: '小时', en: 'hours' },
  fen: { zh: '元', en: 'yuan' },
}

/** Metres are told in kilometres, seconds in hours and fen in yuan. */
const shownPer: Partial<Record<FigureUnit, number>> = { metres: 1000, seconds: 3600, fen: 100 }

/** What one of the figure is, in words; '' of a share and an index. */
export function unitText({ unit }: Pick<FigureDefinition, 'unit'>, language: Language): string {
  if (unit === 'share') return '%'
  if (unit === 'index') return ''
  if (typeof unit === 'string') return unitWords[unit][language]
  return `${unitWords[unit.top][language]} / ${unitWords[unit.per][language]}`
}

/** The figure as a number in the unit that is shown: kilometres, yuan; shares stay 0 to 1. */
export function shownValue(
  { unit, formula }: Pick<FigureDefinition, 'unit' | 'formula'>,
  value: number,
): number {
  if (unit === 'share' || unit === 'index') return value
  if (typeof unit === 'string') return value / (shownPer[unit] ?? 1)
  // What is divided by yuan has been multiplied already.
  const per = formula.of === 'ratio' && formula.times !== undefined ? 1 : (shownPer[unit.per] ?? 1)
  return (value / (shownPer[unit.top] ?? 1)) * per
}

/** `87.3%`, `1,760 km`, `–` where it is not known. */
export function figureText(
  figure: Pick<FigureDefinition, 'unit' | 'formula'>,
  value: number | null,
  language: Language,
): string {
  if (value === null) return '–'
  if (figure.unit === 'share') return formatShare(value)
  const shown = shownValue(figure, value)
  const isWhole = typeof figure.unit === 'string' && figure.unit !== 'index'
  const digits = isWhole ? (Math.abs(shown) < 100 ? 1 : 0) : Math.abs(shown) < 1 ? 4 : 2
  return `${formatNumber(shown, digits)} ${unitText(figure, language)}`.trim()
}

const nowhere: Words = { zh: '（未注明）', en: '(not stated)' }

const fixedKeys: Partial<Record<Dimension, Readonly<Record<string, Words>>>> = {
  domain: domainWords,
  vehicleKind: vehicleKindWords,
  urbanRural: { urban: { zh: '城镇', en: 'Town' }, rural: { zh: '乡村', en: 'Country' } },
  remoteness: {
    seat: { zh: '县城', en: 'County seat' },
    near: { zh: '近处', en: 'Near' },
    remote: { zh: '偏远', en: 'Remote' },
  },
  channel: {
    fixed: { zh: '固定站点', en: 'Fixed site' },
    vehicle: { zh: '车辆', en: 'Vehicle' },
    doorstep: { zh: '上门', en: 'At the door' },
    remote: { zh: '远程', en: 'Remote' },
    agent: { zh: '代办', en: 'Agent' },
    ride: { zh: '接送', en: 'Brought there' },
    hired: { zh: '租车', en: 'Hired car' },
    bus: { zh: '班车', en: 'Bus line' },
    '': { zh: '够不到', en: 'Not reached' },
  },
  priorityClass: {
    '0': { zh: '基本、特殊群体', en: 'Basic, for the weak' },
    '1': { zh: '基本', en: 'Basic' },
    '2': { zh: '非基本、特殊群体', en: 'Other, for the weak' },
    '3': { zh: '非基本', en: 'Other' },
  },
}

/** How keys that the county’s data name are called. */
export interface KeyNames {
  service(id: string): string
  village(code: string): string
  place(id: string): string
  fund(id: string): string
}

/** A key of a dimension in words. */
export function keyText(
  dimension: Dimension,
  key: string,
  names: KeyNames,
  language: Language,
): string {
  const fixed = fixedKeys[dimension]?.[key]
  if (fixed) return fixed[language]
  if (key === '') return nowhere[language]
  if (dimension === 'service') return names.service(key)
  if (dimension === 'township' || dimension === 'village') return names.village(key)
  if (dimension === 'site') return names.place(key)
  if (dimension === 'fund') return names.fund(key)
  return key
}

/** `+3.2 pp`, `−1,200 yuan`; '' where one of the two is not known. */
export function changeText(
  figure: Pick<FigureDefinition, 'unit' | 'formula'>,
  before: number | null,
  after: number | null,
  language: Language,
): string {
  if (before === null || after === null) return ''
  const change = after - before
  const sign = change > 0 ? '+' : ''
  if (figure.unit !== 'share') return `${sign}${figureText(figure, change, language)}`
  const points = formatNumber(change * 100, 1)
  return `${sign}${points} ${language === 'zh' ? '个百分点' : 'points'}`
}

const quantityWords: Record<Quantity, Words> = {
  residents: { zh: '常住人口', en: 'Residents' },
  registered: { zh: '户籍人口', en: 'Registered' },
  villages: { zh: '村', en: 'Villages' },
  remoteVillages: { zh: '偏远', en: 'Remote' },
  villagesWithoutClinic: { zh: '没有卫生室', en: 'Without a clinic' },
  villagesOnRoute: { zh: '通车', en: 'On a route' },
  villagesWithVisits: { zh: '到访达标', en: 'With its visits' },
  vehicles: { zh: '车', en: 'Vehicles' },
  clinicVehicles: { zh: '流动医院车', en: 'Clinic vehicles' },
  pupils: { zh: '学生', en: 'Pupils' },
  teachers: { zh: '教师', en: 'Teachers' },
  entitled: { zh: '应享', en: 'Entitled' },
  met: { zh: '达标', en: 'Met' },
  reached: { zh: '够得到', en: 'Reached' },
  standards: { zh: '应守标准', en: 'Floors in force' },
  standardsKept: { zh: '守住', en: 'Floors that hold' },
  minutes: { zh: '人 × 分钟', en: 'People × minutes' },
  staffByResidents: { zh: '岗位', en: 'Posts' },
  staffByRegistration: { zh: '岗位', en: 'Posts' },
  visitsByResidents: { zh: '次数', en: 'Visits' },
  visitsByRegistration: { zh: '次数', en: 'Visits' },
  trips: { zh: '趟次', en: 'Trips' },
  visits: { zh: '到村次数', en: 'Village visits' },
  metres: { zh: '公里', en: 'Kilometres' },
  personTimes: { zh: '人次', en: 'Person-times' },
  seats: { zh: '座位', en: 'Seats' },
  staffSeconds: { zh: '工时', en: 'Staff hours' },
  runningFen: { zh: '运行现金（元）', en: 'Running cash, yuan' },
  capitalFen: { zh: '资本（元）', en: 'Capital, yuan' },
  spentFen: { zh: '支出（元）', en: 'Spent, yuan' },
  travelFen: { zh: '路上（元）', en: 'Travel, yuan' },
  idleFen: { zh: '空闲（元）', en: 'Idle, yuan' },
}

/** What a formula has above or below the line: in words, and how many base units one that is shown has. */
export interface ShownTerm {
  name: Words
  per: number
}

const shownTerm = ({ quantity }: Term): ShownTerm => ({
  name: quantityWords[quantity],
  per: shownPer[quantityUnits[quantity]] ?? 1,
})

/** What a formula has above and below the line; nothing below of a sum. */
export function shownTerms(formula: Formula): [over: ShownTerm, under: ShownTerm | null] {
  const [over, under] = termsOf(formula)
  const people = { name: { zh: '人', en: 'People' }, per: 1 }
  return [over ? shownTerm(over) : people, under && shownTerm(under)]
}
