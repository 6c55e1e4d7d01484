import type { Words } from '../language.ts'

/** Every kind of change that may bring a service to a settlement, in words. Names and `amount` are filled in. */
export const probeWords = {
  'no-change': {
    zh: '不必改条件：在现有车日和工时里就能排进去',
    en: 'nothing has to change: the calendar and the staff have room for it',
  },
  'longer-shift': {
    zh: '{vehicle} 每天可多出车 {amount}',
    en: '{vehicle} may be out {amount} longer a day',
  },
  inspection: {
    zh: '{vehicle} 按期年检，检验到期后仍能出车',
    en: '{vehicle} is inspected again in time, so that it may go out after the date',
  },
  'staff-hours': {
    zh: '{place} 增加 {people} 人，每人每周 {amount}',
    en: '{place} gets {people} more staff of {amount} a week each',
  },
  'another-vehicle': {
    zh: '在 {depot} 增加 {amount} 辆{kind}（同 {vehicle}），增加车组 {crew} 人',
    en: '{amount} more {kind} at {depot} (like {vehicle}), with {crew} more crew each',
  },
  'new-vehicle': {
    zh: '在 {depot} 增加一辆{kind}（费用参照 {vehicle}），增加车组 {crew} 人',
    en: 'a {kind} at {depot} (costs as {vehicle}), with {crew} more crew',
  },
  budget: { zh: '每年预算增加 {amount}', en: 'the yearly budget grows by {amount}' },
  site: { zh: '在 {at} 设{kind}', en: 'a {kind} is opened at {at}' },
  upgrade: {
    zh: '把 {at} 提升为{kind}，提供该服务',
    en: '{at} is upgraded as a {kind} to give it',
  },
  'doorstep-limit': {
    zh: '上门单程上限由 {now} 分钟放宽 {amount}',
    en: 'staff may be sent {amount} further than {now} min',
  },
  'walk-limit': {
    zh: '步行到停靠点的上限由 {now} 分钟放宽 {amount}',
    en: 'people walk {amount} further to a stop than {now} min',
  },
  border: { zh: '放开乡镇边界', en: 'township borders are opened' },
  'open-road': { zh: '打通封闭的道路 {way}', en: 'the closed road {way} is opened' },
  'build-road': {
    zh: '修一条到 {to} 的路（直线 {km} 公里）',
    en: 'a road to {to} is built ({km} km as the crow flies)',
  },
  'bus-line': {
    zh: '开一条从 {pickup} 到 {site} 当天往返的班车，每周 {amount} 天',
    en: 'a bus line takes people from {pickup} to {site} and home, {amount} days a week',
  },
  'another-bus': {
    zh: '在 {depot} 增加 {amount} 辆载客车（同 {vehicle}），每辆增加车组 {crew} 人，接人去 {site}',
    en: '{amount} more buses at {depot} (like {vehicle}), with {crew} more crew each, bring people to {site}',
  },
  'new-bus': {
    zh: '在 {depot} 增加一辆 {seats} 座客车（费用参照 {vehicle}），增加车组 {crew} 人，接人去 {site}',
    en: 'a bus of {seats} seats at {depot} (costs as {vehicle}), with {crew} more crew, brings people to {site}',
  },
  'hired-run': {
    zh: '租车接人去 {site}（每公里 {yuan} 元，假定值）',
    en: 'hired buses bring people to {site} (at an assumed {yuan} yuan a kilometre)',
  },
  'lower-floor': {
    zh: '把标准降到现有水平（应为 {want}，实为 {have}）',
    en: 'the floor is lowered to what there is (wanted {want}, has {have})',
  },
} as const satisfies Record<string, Words>

export type ProbeKind = keyof typeof probeWords
export type AmountUnit = 'minutes' | 'hoursWeek' | 'daysWeek' | 'vehicles' | 'fen' | 'none'

/** Why no change at all can help. */
export const boundWords = {
  'no-place': {
    zh: '已证明做不到：不知道它在哪里，没有坐标',
    en: 'proved impossible: nobody knows where it is, it has no coordinates',
  },
  'no-way': {
    zh: '已证明做不到：任何季节都没有路，步行也到不了',
    en: 'proved impossible: there is no way in any season, by road or on foot',
  },
  'no-channel': {
    zh: '已证明做不到：目录里没有能达到这条标准的提供方式',
    en: 'proved impossible: the catalogue has no channel that can meet this floor',
  },
  calendar: {
    zh: '已证明做不到：不论增加什么，没有一种方式能达到这些标准',
    en: 'proved impossible: no way of giving it meets the floors, whatever is added',
  },
} as const satisfies Record<string, Words>
export type ImpossibleBy = keyof typeof boundWords

/** What forbids a way of serving somebody. */
export const forbiddenWords = {
  'beyond-limit': { zh: '超出时限', en: 'beyond the limit' },
  'no-road': { zh: '没有路', en: 'no way there' },
  'no-vehicle': { zh: '没有能提供这项服务的车', en: 'no vehicle carries the service' },
  border: { zh: '在别的乡镇', en: 'of another township' },
  fund: { zh: '没有可用的资金', en: 'no fund may pay for it' },
  'floor-not-met': { zh: '达不到标准', en: 'would not meet the floors' },
  'not-usable': { zh: '不能这样使用', en: 'cannot be used for it' },
  'no-room': {
    zh: '车日、工时或资金不够',
    en: 'vehicle-days, staff hours or funds do not suffice',
  },
} as const satisfies Record<string, Words>
export type Forbidden = keyof typeof forbiddenWords

export const reachWords = {
  fixed: { zh: '固定场所', en: 'site' },
  vehicle: { zh: '流动车', en: 'vehicle' },
  doorstep: { zh: '上门', en: 'doorstep' },
  remote: { zh: '远程', en: 'remote' },
  agent: { zh: '代办', en: 'agent' },
  ride: { zh: '接送', en: 'ride' },
} as const satisfies Record<string, Words>

/** By what people ride where it is no vehicle of the county. */
export const rideByWords: Readonly<Record<string, Words | undefined>> = {
  hired: { zh: '租车', en: 'hired bus' },
  busLine: { zh: '班车', en: 'bus line' },
}

/** What is wrong for a settlement and a service, and the matching measure. */
export const diagnosisWords = {
  inaccessibility: {
    zh: '问题：够不着；对策：安排巡回服务',
    en: 'trouble: out of reach; answer: a tour',
  },
  imbalance: {
    zh: '问题：配置不均；对策：从 {from} 调剂 {times} 人次到 {to}',
    en: 'trouble: uneven allocation; answer: move {times} person-times a year from {from} to {to}',
  },
  quality: {
    zh: '问题：{site} 留不住人；对策：加入 {lead} 牵头的共同体',
    en: 'trouble: {site} has nobody who will stay; answer: join a consortium led by {lead}',
  },
} as const satisfies Record<string, Words>
