import type { FigureDefinition } from '../figure.ts'
import { columnsOf, ratio, share, sum } from '../formula.ts'

const settlement = columnsOf('settlement')
const vehicle = columnsOf('vehicle')
const cell = columnsOf('cell')
const village = columnsOf('village')

/** Who lives where, and what they reach: as of a day. */
export const peopleAndAccess: readonly FigureDefinition[] = [
  {
    id: 'coverage',
    name: { zh: '覆盖率（扩面）', en: 'Coverage' },
    counts: {
      zh: '应享的人 × 服务里，现行标准都达到的部分；一个人有几项服务就算几次',
      en: 'Of people entitled × services, those whose floors in force all hold; a person counts once for each service',
    },
    formula: share(cell('met'), cell('entitled')),
    unit: 'share',
    time: 'stock',
    better: 'high',
    headline: 'coverage',
  },
  {
    id: 'standardsKept',
    name: { zh: '标准达标率（提质）', en: 'Standards kept' },
    counts: {
      zh: '应享的人 × 服务 × 标准里守住的部分：一项服务几条标准，守住几条算几条',
      en: 'Of people × services × floors in force, those that hold: a service with three floors of which two hold counts two thirds',
    },
    formula: share(cell('standardsKept'), cell('standards')),
    unit: 'share',
    time: 'stock',
    better: 'high',
    headline: 'quality',
  },
  {
    id: 'entitled',
    name: { zh: '应享的人 × 服务', en: 'People entitled × services' },
    counts: {
      zh: '按年龄和登记推算的应享人数；一个人有几项服务就算几次，不是人数',
      en: 'People entitled by ages and registers; a person counts once for each service, so it is no number of people',
    },
    formula: sum(cell('entitled')),
    unit: 'entitlements',
    time: 'stock',
    better: null,
  },
  {
    id: 'reached',
    name: { zh: '够得到服务的比例', en: 'Reached at all' },
    counts: {
      zh: '应享的人 × 服务里，至少有一种途径够得到的，不论达标与否',
      en: 'Of people entitled × services, those reached in any way, whether or not floors hold',
    },
    formula: share(cell('reached'), cell('entitled')),
    unit: 'share',
    time: 'stock',
    better: 'high',
  },
  {
    id: 'minutes',
    name: { zh: '单程时间', en: 'Minutes one way' },
    counts: {
      zh: '够得到的人 × 服务，用最好的途径单程平均几分钟，含等候',
      en: 'Mean over people × services reached, by the best way there is, waiting included',
    },
    formula: ratio(cell('minutes'), cell('reached')),
    unit: { top: 'minutes', per: 'entitlements' },
    time: 'stock',
    better: 'low',
  },
  {
    id: 'minutesGini',
    name: { zh: '路程不均（基尼）', en: 'Inequality of travel (Gini)' },
    counts: {
      zh: '单程时间在够得到的人 × 服务之间的基尼系数，0 为人人一样',
      en: 'Gini index of minutes one way over people × services reached; 0 is all alike',
    },
    formula: { of: 'gini', value: cell('minutes'), weight: cell('reached') },
    unit: 'index',
    time: 'stock',
    better: 'low',
  },
  {
    id: 'residents',
    name: { zh: '常住人口', en: 'Residents' },
    counts: { zh: '住在这里的人，每人算一次', en: 'Those who live here, each once' },
    formula: sum(settlement('residents')),
    unit: 'people',
    time: 'stock',
    better: null,
  },
  {
    id: 'registered',
    name: { zh: '户籍人口', en: 'Registered population' },
    counts: {
      zh: '户口在这里的人；没有登记数的居民点不计。不用来安排基本服务',
      en: 'Those registered here, where the number is known; never drives a basic service',
    },
    formula: sum(settlement('registered')),
    unit: 'people',
    time: 'stock',
    better: null,
  },
  {
    id: 'villages',
    name: { zh: '行政村', en: 'Administrative villages' },
    counts: { zh: '有人常住的行政村；不是自然村', en: 'With residents; not hamlets' },
    formula: sum(village('villages')),
    unit: 'villages',
    time: 'stock',
    better: null,
  },
  {
    id: 'remoteVillages',
    name: { zh: '偏远行政村比例', en: 'Remote villages' },
    counts: {
      zh: '有人常住的行政村里，按本县写明的定义偏远的',
      en: 'Of villages with residents, those remote by the county’s stated definition',
    },
    formula: share(village('remoteVillages'), village('villages')),
    unit: 'share',
    time: 'stock',
    better: null,
  },
  {
    id: 'villagesWithoutClinic',
    name: { zh: '没有卫生室的行政村', en: 'Villages without a clinic' },
    counts: {
      zh: '有人常住、村里没有开放的卫生室或卫生院的行政村',
      en: 'With residents and neither an open clinic nor a health centre in the village',
    },
    formula: sum(village('villagesWithoutClinic')),
    unit: 'villages',
    time: 'stock',
    better: 'low',
  },
  {
    id: 'villagesPerClinicVehicle',
    name: {
      zh: '每辆流动医院车管几个无卫生室村',
      en: 'Villages without a clinic for each clinic vehicle',
    },
    counts: {
      zh: '没有卫生室的行政村 ÷ 流动医院车',
      en: 'Villages without a clinic ÷ clinic vehicles',
    },
    formula: ratio(village('villagesWithoutClinic'), vehicle('clinicVehicles')),
    unit: { top: 'villages', per: 'vehicles' },
    time: 'stock',
    better: 'low',
  },
]
