import type { PlainDate } from '../../kernel/calendar.ts'

/** What is known of a county before it has any data; what is not given is left open in the file, and asked for by the import. */
export interface CountyToBegin {
  /** Division code, of 6 digits or of 12. */
  code?: string
  name?: string
  nameEn?: string
  /** The year that is planned, from its first day. */
  year: number
  coordinates?: string | undefined
}

const quoted = (text: string | undefined): string => JSON.stringify(text ?? '')

/** The first day of a year, from which things are counted. */
export const firstDayOf = (year: number): PlainDate => `${year}-01-01` as PlainDate

/** `county.yaml` of a county that begins, each line with what it means. Prices are assumed and say so. */
export function templateSettings({ code, name, nameEn, year, coordinates }: CountyToBegin): string {
  const systems = 'WGS-84 (GPS), CGCS2000 (天地图), GCJ-02 (高德、腾讯), BD-09 (百度)'
  return `# 县设置 / settings of the county
format: 1
code: ${quoted(code?.padEnd(12, '0'))}            # 统计用区划代码，12 位 / division code, 12 digits
name: ${quoted(name)}
nameEn: ${quoted(nameEn)}
# 坐标系，不能猜 / coordinate system of all longitudes and latitudes, never guessed: ${systems}
${coordinates === undefined ? '# coordinates: WGS-84' : `coordinates: ${coordinates}`}
asOf: ${firstDayOf(year)}            # 从哪天起算 / the day from which things are counted
horizon:                    # 规划哪些天 / the days that are planned
  from: ${firstDayOf(year)}
  to: ${year}-12-31
# 偏远怎样算，按本县文件改 / what counts as remote: put in the county's own definition
remote: { version: assumed-1, atLeast: 1, minElevationM: 800, minMinutesToTownship: 30 }
# 单价（元），假设值，请改成本县的 / prices in yuan, assumed: put in the county's own
prices: { fuelPerKmYuan: 0.8, staffHourYuan: 50, residentHourYuan: 20, busPerKmYuan: 5 }
# 知道了再填 / when they are known
# budgetYuan: 1200000         # 每年运行经费 / running budget of a year
# capitalBudgetYuan: 5000000  # 建设经费 / capital budget
# posts: { doctor: 40, nurse: 60, villageDoctor: 90 }  # 编制数；不写的岗位不限 / authorised posts; kinds not named are not limited
# services: [MED-01, MED-04]  # 只看这些服务；不写就看全部核心服务 / these services only; all core services otherwise
# seasons: [{ id: snow, nameZh: 雪季, nameEn: snow, range: { from: ${year}-01-01, to: ${year}-02-10 }, timeFactor: 1.4, aboveM: 800 }]
# holidays: [${year}-10-01]
`
}
