import type { Dimension, FigureDefinition } from '../figure.ts'
import { columnsOf, type Formula } from '../formula.ts'

const cell = columnsOf('cell')
const school = columnsOf('school')
const inCoverage = (between: Dimension): Formula => ({
  of: 'gap',
  between,
  part: cell('met'),
  whole: cell('entitled'),
})

/** The three gaps that common prosperity is to narrow (A06): town and country, places, schools. */
export const gapFigures: readonly FigureDefinition[] = [
  {
    id: 'gapUrbanRural',
    name: { zh: '城乡差距', en: 'Urban–rural gap' },
    counts: {
      zh: '城镇覆盖率减乡村覆盖率；负数表示乡村更好',
      en: 'Coverage in town less coverage in the country; negative where the country has more',
    },
    formula: inCoverage('urbanRural'),
    unit: 'share',
    time: 'stock',
    better: 'low',
  },
  {
    id: 'gapTownship',
    name: { zh: '区域差距（乡镇之间）', en: 'Gap between townships' },
    counts: {
      zh: '覆盖率最高的乡镇减最低的乡镇',
      en: 'Coverage of the best township less that of the worst',
    },
    formula: inCoverage('township'),
    unit: 'share',
    time: 'stock',
    better: 'low',
  },
  {
    id: 'gapSite',
    name: { zh: '校际差距（站点之间）', en: 'Gap between schools and sites' },
    counts: {
      zh: '把人归到离得最近的站点（教育服务即学校），覆盖率最高的减最低的；没有站点可去的人合为一组',
      en: 'People by the nearest site of the service (a school, for education): coverage of the best less that of the worst; those with no site are one group',
    },
    formula: inCoverage('site'),
    unit: 'share',
    time: 'stock',
    better: 'low',
  },
  {
    id: 'gapSchoolTeachers',
    name: { zh: '校际师资差距', en: 'Gap in teachers between schools' },
    counts: {
      zh: '每名学生有几名教师，最多的学校减最少的学校；学生按离得最近的学校算，没有学生的学校不计',
      en: 'Teachers for each pupil, most less fewest; pupils go to their nearest school, and schools without any are left out',
    },
    formula: { of: 'gap', between: 'site', part: school('teachers'), whole: school('pupils') },
    unit: { top: 'posts', per: 'people' },
    time: 'stock',
    better: 'low',
  },
]
