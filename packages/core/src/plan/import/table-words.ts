import type { TableName } from '../../territory/import/column.ts'
import type { Words } from '../../words/language.ts'

/** What each table is called; also the names a file or sheet may carry. */
export const tableWords: Record<TableName, Words & { aliases: readonly string[] }> = {
  divisions: { zh: '行政区划', en: 'divisions', aliases: ['区划', '区划代码'] },
  settlements: { zh: '居民点', en: 'settlements', aliases: ['自然村', '村庄', 'villages'] },
  needs: { zh: '需求', en: 'needs', aliases: ['服务需求'] },
  facilities: { zh: '设施', en: 'facilities', aliases: ['服务设施', '机构'] },
  conversions: { zh: '改造', en: 'conversions', aliases: ['改造方案'] },
  vehicles: { zh: '车辆', en: 'vehicles', aliases: ['服务车辆'] },
  funds: { zh: '资金', en: 'funds', aliases: ['经费'] },
  staff: { zh: '人员', en: 'staff', aliases: ['岗位'] },
  buses: { zh: '班车', en: 'buses', aliases: ['公交', '客运'] },
  minutes: { zh: '路程时间', en: 'minutes', aliases: ['行程时间'] },
  rotas: { zh: '排班', en: 'rotas', aliases: ['值班'] },
  timetable: { zh: '时刻表', en: 'timetable', aliases: ['巡回时刻表'] },
  opening: { zh: '开放时间', en: 'opening', aliases: ['营业时间'] },
  spending: { zh: '支出', en: 'spending', aliases: ['经费支出'] },
}
