import type { TableName } from '../../territory/import/column.ts'
import type { Words } from '../../words/language.ts'

/** What a new county has to know of one table: what stands in it, who has it, and when it is needed. */
export interface TableGuide {
  /** `first`: nothing can be measured without it; `plan`: a plan needs it; `later`: it makes the plan nearer to life. */
  needed: 'first' | 'plan' | 'later'
  what: Words
  from: Words
}

/** One line for each table of a county folder. Offices are those of a Chinese county; elsewhere ask who does the same work. */
export const tableGuide: Readonly<Record<TableName, TableGuide>> = {
  divisions: {
    needed: 'first',
    what: {
      zh: '县、乡镇、行政村，各有统计用区划代码',
      en: 'County, townships and villages, each with its division code',
    },
    from: {
      zh: '统计局（统计用区划代码）、民政局',
      en: 'Statistics office (division codes), civil affairs',
    },
  },
  settlements: {
    needed: 'first',
    what: {
      zh: '自然村：在哪里，常住多少人，户籍多少人，各年龄多少人',
      en: 'Natural villages: where they are, how many live there, how many are registered, by age',
    },
    from: {
      zh: '乡镇（自然村、坐标、海拔）、统计局（常住人口）、公安局（户籍人口）',
      en: 'Townships (villages, coordinates, height), statistics (permanent), police (registered)',
    },
  },
  facilities: {
    needed: 'first',
    what: {
      zh: '医院、卫生院、卫生室、学校、养老和便民服务场所，也列闲置房屋',
      en: 'Hospitals, health centres, clinics, schools, elder and service centres; vacant buildings as well',
    },
    from: {
      zh: '卫健局、教育局、民政局、政务服务中心；闲置房屋问机关事务中心',
      en: 'Health, education, civil affairs, government services; vacant buildings from asset management',
    },
  },
  vehicles: {
    needed: 'plan',
    what: {
      zh: '巡回服务车：驻在哪里，多宽多重，每天能开多久，花多少钱',
      en: 'Service vehicles: where they stand, width and weight, hours of a day, costs',
    },
    from: { zh: '卫健局、文旅局、民政局、乡镇', en: 'Health, culture, civil affairs, townships' },
  },
  staff: {
    needed: 'plan',
    what: {
      zh: '服务人员：岗位、每周工时、所属单位、出生年份（不要姓名）',
      en: 'Staff: post, hours a week, employer, year of birth (no names)',
    },
    from: { zh: '人社局、卫健局、教育局', en: 'Human resources, health, education' },
  },
  funds: {
    needed: 'plan',
    what: {
      zh: '经费：每年多少钱，可用于什么',
      en: 'Funds: how much a year, and what it may be spent on',
    },
    from: { zh: '财政局', en: 'Finance' },
  },
  minutes: {
    needed: 'later',
    what: {
      zh: '没有路网数据时：地点之间要走多少分钟',
      en: 'Where there is no road data: minutes between places',
    },
    from: { zh: '交通局、乡镇驾驶员', en: 'Transport, drivers of the townships' },
  },
  buses: {
    needed: 'later',
    what: { zh: '农村客运班线的站点和时刻', en: 'Stops and times of rural bus lines' },
    from: { zh: '交通局、客运公司', en: 'Transport, bus company' },
  },
  needs: {
    needed: 'later',
    what: {
      zh: '已知的需求人数；没有就按年龄推算',
      en: 'People known to need a service; reckoned from ages otherwise',
    },
    from: { zh: '卫健局、民政局、残联', en: 'Health, civil affairs, disabled persons’ federation' },
  },
  conversions: {
    needed: 'later',
    what: {
      zh: '闲置房屋可改造成什么、在用场所可提升为什么，要花多少钱',
      en: 'What vacant buildings could become and open ones be upgraded to, and at what cost',
    },
    from: { zh: '住建局、机关事务中心', en: 'Housing and construction, asset management' },
  },
  rotas: {
    needed: 'later',
    what: { zh: '现在谁星期几在哪里上班', en: 'Who works where on which weekday now' },
    from: { zh: '卫健局、各单位', en: 'Health, each institution' },
  },
  timetable: {
    needed: 'later',
    what: { zh: '现在巡回车哪天到哪个村', en: 'Which village the vehicles visit on which day now' },
    from: { zh: '卫健局、文旅局', en: 'Health, culture' },
  },
  opening: {
    needed: 'later',
    what: { zh: '各设施的开放时间', en: 'Opening hours of each facility' },
    from: { zh: '各单位', en: 'Each institution' },
  },
  spending: {
    needed: 'later',
    what: { zh: '上一年各项服务实际花了多少钱', en: 'What each service cost last year' },
    from: { zh: '财政局', en: 'Finance' },
  },
}
