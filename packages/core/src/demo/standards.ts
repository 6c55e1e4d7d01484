import type { AdoptedStandard, Level, Metric } from '../catalogue/standard.ts'
import { PlainDate } from '../kernel/calendar.ts'

type Row = readonly [service: string, metric: Metric, value: number, unit: string, clause: string]

/** Floors a made-up county has adopted. The document does not exist, and every row says so (`invented`). */
const adopted: readonly Row[] = [
  ['MED-01', 'minVisitsPerVillageYear', 24, 'visits/village/year', '第六条第一款'],
  ['MED-01', 'maxTravelMin', 15, 'min', '第六条第二款'],
  ['MED-01', 'maxGapDays', 28, 'days', '第六条第三款'],
  ['MED-02', 'minServicesPerPersonYear', 4, 'face-to-face follow-ups/year', '第七条第一款'],
  ['MED-03', 'minServicesPerPersonYear', 4, 'face-to-face follow-ups/year', '第七条第二款'],
  ['MED-04', 'minServicesPerPersonYear', 1, 'check/year', '第八条'],
  ['CHC-02', 'minServicesPerPersonYear', 1, 'contacts/year', '第九条'],
  ['EDU-01', 'maxTravelMin', 60, 'min', '第十一条'],
  ['EDU-02', 'maxTravelMin', 90, 'min', '第十二条'],
  ['ELD-03', 'minServicesPerPersonYear', 12, 'baths/year', '第十五条'],
  ['ELD-06', 'maxTravelMin', 60, 'min', '第十六条'],
  ['CUL-01', 'minVisitsPerVillageYear', 12, 'films/village/year', '第二十条'],
  ['SUP-01', 'minVisitsPerVillageYear', 26, 'visits/village/year', '第二十二条'],
]

export function standardsOf(
  name: string,
  year: number,
  only?: readonly string[],
): AdoptedStandard[] {
  const level: Level = 'county'
  return adopted
    .filter(([service]) => !only || only.includes(service))
    .map(([service, metric, value, unit, clause]) => ({
      service,
      metric,
      value,
      unit,
      level,
      document: `${name}基本公共服务实施标准（${year}年版，虚构）`,
      clause,
      from: PlainDate.parse(`${year}-01-01`),
      adoptedBy: `${name}人民政府（虚构）`,
      invented: true,
    }))
}
