import type { Words } from '../language.ts'

/** Every kind of change to a routing instance that may serve a customer, in words. Facts and `amount` are filled in. */
export const changeWords = {
  'no-change': {
    zh: '规则不必改：把现有线路重新编排就行',
    en: 'no rule has to change: the routes can be laid otherwise',
  },
  'longer-shift': {
    zh: '每天出车时长上限放宽 {amount}',
    en: 'days out may be longer by {amount}',
  },
  'close-later': { zh: '收车时间推迟 {amount}', en: 'vehicles may be back later by {amount}' },
  'open-earlier': { zh: '发车时间提早 {amount}', en: 'vehicles may leave earlier by {amount}' },
  'more-driving': {
    zh: '每天驾驶时长上限放宽 {amount}',
    en: 'a day may have {amount} more at the wheel',
  },
  'more-stops': { zh: '每天多去 {amount} 处', en: 'a day may have {amount} more visits' },
  'more-days-out': {
    zh: '每辆车可多出 {amount} 天',
    en: 'a vehicle may go out on {amount} more days',
  },
  'more-capacity': {
    zh: '载量（第 {dimension} 项）增加 {amount}',
    en: 'vehicles carry {amount} more (load {dimension})',
  },
  'window-later': {
    zh: '它的时间窗晚关 {amount}',
    en: 'its hours end {amount} later',
  },
  'window-earlier': {
    zh: '它的时间窗早开 {amount}',
    en: 'its hours begin {amount} earlier',
  },
  'shorter-service': {
    zh: '它的服务时长缩短 {amount}',
    en: 'its service is shorter by {amount}',
  },
  'wider-spacing': {
    zh: '到访间隔上下各放宽 {amount} 天',
    en: 'gaps between visits may be {amount} {amount|day|days} shorter or longer',
  },
  'another-day': { zh: '允许在第 {days} 天到访', en: 'a visit on day {days} is allowed' },
  'any-vehicle': { zh: '不要求由同一辆车去', en: 'its visits need not be by one vehicle' },
  'any-weekday': { zh: '不要求在同一个星期几', en: 'its visits need not be on one weekday' },
  'skill-given': {
    zh: '给车队 {name} 配上 {skills}',
    en: 'fleet {name} gets {skills}',
  },
  'another-vehicle': {
    zh: '第 {days} 天在仓库 {depot} 加一辆车（同车队 {name}）',
    en: 'one more vehicle at depot {depot} on day {days}, like those of fleet {name}',
  },
  'another-vehicle-day': { zh: '增加出车日：{on}', en: 'further days out: {on}' },
  'night-allowed': {
    zh: '允许在仓库（住宿点）{at} 过夜',
    en: 'a night may be spent at depot (lodging) {at}',
  },
  'road-opened': { zh: '打通道路：{roads}', en: 'roads are opened: {roads}' },
  displaced: {
    zh: '改为不去 {customers}',
    en: '{customers} is left out instead',
  },
} as const satisfies Record<string, Words>

export type ChangeKind = keyof typeof changeWords
