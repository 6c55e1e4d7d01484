import type { Words } from '../language.ts'

/** Rules that refuse a visit on a vehicle-day, in words. */
export const ruleWords = {
  none: { zh: '没有规则阻挡', en: 'no rule' },
  road: { zh: '没有路', en: 'no road' },
  skills: { zh: '缺资质或设备', en: 'skills or kit' },
  windows: { zh: '时间窗', en: 'its hours' },
  shift: { zh: '出车时间', en: 'the shift' },
  driving: { zh: '驾驶时长', en: 'time at the wheel' },
  rest: { zh: '驾驶员休息', en: "the driver's rest" },
  breaks: { zh: '用餐休息', en: 'breaks' },
  load: { zh: '载量', en: 'load' },
  stops: { zh: '每天去处数', en: 'number of visits a day' },
  'days-out': { zh: '出车天数', en: 'days out' },
  nights: { zh: '过夜', en: 'nights away' },
  dates: { zh: '日期', en: 'dates' },
} as const satisfies Record<string, Words>
