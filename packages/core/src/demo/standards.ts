import type { AdoptedStandard, Level, Metric } from '../catalogue/standard.ts'
import { PlainDate } from '../kernel/calendar.ts'

type Row = readonly [service: string, metric: Metric, value: number, unit: string, clause: string]

/**
 * Floors a made-up county has adopted for its core services. The document does not exist, and every row says so
 * (`invented`). Core services without one: those that an agent or a line settles (errands, business handled in the
 * village), where in the county seat nobody waits for a van; and those that are doorstep visits on a person's own
 * schedule (stewards, care for children left behind), which today's timetable does not record.
 */
const adopted: readonly Row[] = [
  ['MED-01', 'minVisitsPerVillageYear', 24, 'visits/village/year', '第六条第一款'],
  ['MED-01', 'maxTravelMin', 15, 'min', '第六条第二款'],
  ['MED-01', 'maxGapDays', 28, 'days', '第六条第三款'],
  ['MED-02', 'minServicesPerPersonYear', 4, 'face-to-face follow-ups/year', '第七条第一款'],
  ['MED-03', 'minServicesPerPersonYear', 4, 'face-to-face follow-ups/year', '第七条第二款'],
  ['MED-04', 'minServicesPerPersonYear', 1, 'check/year', '第八条第一款'],
  ['MED-08', 'minVisitsPerVillageYear', 12, 'visits/village/year', '第八条第二款'],
  ['CHC-01', 'maxTravelMin', 60, 'min', '第九条第一款'],
  ['CHC-02', 'minServicesPerPersonYear', 1, 'contacts/year', '第九条第二款'],
  ['CHC-03', 'minServicesPerPersonYear', 1, 'doses/year', '第九条第三款'],
  ['EDU-01', 'maxTravelMin', 60, 'min', '第十一条'],
  ['EDU-02', 'maxTravelMin', 90, 'min', '第十二条第一款'],
  ['EDU-03', 'maxTravelMin', 60, 'min', '第十二条第二款'],
  ['ELD-01', 'maxTravelMin', 45, 'min', '第十三条'],
  ['ELD-03', 'minServicesPerPersonYear', 12, 'baths/year', '第十五条第一款'],
  ['ELD-06', 'maxTravelMin', 60, 'min', '第十六条第一款'],
  ['ELD-09', 'minServicesPerPersonYear', 48, 'visits/year', '第十六条第二款'],
  ['EMP-03', 'minVisitsPerVillageYear', 2, 'visits/village/year', '第十七条第一款'],
  ['SOC-01', 'minVisitsPerVillageYear', 2, 'visits/village/year', '第十七条第二款'],
  ['DIS-02', 'minServicesPerPersonYear', 2, 'contacts/year', '第十八条'],
  ['CUL-01', 'minVisitsPerVillageYear', 12, 'films/village/year', '第二十条'],
  ['TRA-02', 'minVisitsPerVillageYear', 52, 'visits/village/year', '第二十一条'],
  ['SUP-01', 'minVisitsPerVillageYear', 26, 'visits/village/year', '第二十二条第一款'],
  ['CON-02', 'minFacilityPerVillage', 1, 'point/village', '第二十四条第一款'],
  ['CON-02', 'maxTravelMin', 30, 'min', '第二十四条第二款'],
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
