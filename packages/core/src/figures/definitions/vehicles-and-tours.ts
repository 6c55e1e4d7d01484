import type { FigureDefinition } from '../figure.ts'
import { columnsOf, ratio, share, sum } from '../formula.ts'

const vehicle = columnsOf('vehicle')
const visit = columnsOf('visit')
const ride = columnsOf('ride')
const trip = columnsOf('trip')
const ofVillages = columnsOf('villageVehicle')
const sharing = columnsOf('sharing')

/** Vehicles, where they go and how far: tours planned or driven, over a period. */
export const vehiclesAndTours: readonly FigureDefinition[] = [
  {
    id: 'vehicles',
    name: { zh: '流动服务车', en: 'Vehicles' },
    counts: { zh: '各类车都算；可按车种分', en: 'All kinds together; can be divided by kind' },
    formula: sum(vehicle('vehicles')),
    unit: 'vehicles',
    time: 'stock',
    better: null,
  },
  {
    id: 'villagesOnRoute',
    name: { zh: '通车的村（车种 × 村）', en: 'Villages on a route' },
    counts: {
      zh: '规划期内至少来过一次车的行政村占比，按车种；“在线路上”不等于本周来过',
      en: 'Of villages × kinds of vehicle, those it comes to at least once in the horizon; on a route is not served this week',
    },
    formula: share(ofVillages('villagesOnRoute'), ofVillages('villages')),
    unit: 'share',
    time: 'stock',
    better: 'high',
  },
  {
    id: 'villagesWithVisits',
    name: { zh: '到访达标的村（车种 × 村）', en: 'Villages with their visits' },
    counts: {
      zh: '规划期内到访次数不少于标准的行政村占比，按车种；按行政村，不按自然村',
      en: 'Of villages × kinds of vehicle, those visited as often as the standard wants; villages, not hamlets',
    },
    formula: share(ofVillages('villagesWithVisits'), ofVillages('villages')),
    unit: 'share',
    time: 'stock',
    better: 'high',
  },
  {
    id: 'trips',
    name: { zh: '出车趟次', en: 'Trips' },
    counts: {
      zh: '一辆车出门一天为一趟；一趟可到几个村，所以趟次不是到村次数',
      en: 'One vehicle out for one day; it may go to several villages, so trips are not village visits',
    },
    formula: sum(trip('trips')),
    unit: 'trips',
    time: 'flow',
    better: null,
  },
  {
    id: 'kilometres',
    name: { zh: '行驶里程', en: 'Kilometres' },
    counts: { zh: '出车从车场到车场的路程', en: 'Of trips, depot to depot' },
    formula: sum(trip('metres')),
    unit: 'metres',
    time: 'flow',
    better: null,
  },
  {
    id: 'visits',
    name: { zh: '到村次数', en: 'Village visits' },
    counts: { zh: '一辆车在一个停靠点一天为一次', en: 'One vehicle at one stop on one day' },
    formula: sum(visit('visits')),
    unit: 'visits',
    time: 'flow',
    better: 'high',
  },
  {
    id: 'personTimes',
    name: { zh: '车上服务人次（预计）', en: 'Person-times at visits (expected)' },
    counts: {
      zh: '人次，不是人数：同一个人来几次算几次；按标准和上门率预计',
      en: 'Person-times, not people: who comes twice counts twice; expected by standards and uptake',
    },
    formula: sum(visit('personTimes')),
    unit: 'personTimes',
    time: 'flow',
    better: 'high',
  },
  {
    id: 'kilometresPerTrip',
    name: { zh: '每趟里程', en: 'Kilometres a trip' },
    counts: { zh: '里程 ÷ 趟次', en: 'Kilometres ÷ trips' },
    formula: ratio(trip('metres'), trip('trips')),
    unit: { top: 'metres', per: 'trips' },
    time: 'flow',
    better: 'low',
  },
  {
    id: 'personTimesPerTrip',
    name: { zh: '每趟服务人次', en: 'Person-times a trip' },
    counts: { zh: '人次 ÷ 趟次', en: 'Person-times ÷ trips' },
    formula: ratio(trip('personTimes'), trip('trips')),
    unit: { top: 'personTimes', per: 'trips' },
    time: 'flow',
    better: 'high',
  },
  {
    id: 'passengers',
    name: { zh: '接送人次', en: 'Passengers of rides' },
    counts: {
      zh: '接送车上预计坐的人次，一次往返算一次',
      en: 'Person-times expected on rides; there and back is one',
    },
    formula: sum(ride('personTimes')),
    unit: 'personTimes',
    time: 'flow',
    better: 'high',
  },
  {
    id: 'seats',
    name: { zh: '接送座位', en: 'Seats of rides' },
    counts: {
      zh: '能坐多少，不是坐了多少；座位数不详的班车不计',
      en: 'What rides could carry, not what they did; bus lines of unknown size are left out',
    },
    formula: sum(ride('seats')),
    unit: 'seats',
    time: 'flow',
    better: null,
  },
  {
    id: 'visitsByResidents',
    name: { zh: '到访次数，按常住人口分', en: 'Visits shared out by residents' },
    counts: {
      zh: '现有到访次数按常住人口（偏远加权）分给各村，总数不变',
      en: 'The visits there are, shared out among villages by who lives there (remote ones weighted); the total stays',
    },
    formula: sum(sharing('visitsByResidents')),
    unit: 'visits',
    time: 'stock',
    better: null,
  },
  {
    id: 'visitsByRegistration',
    name: { zh: '到访次数，若按户籍人口分', en: 'Visits, were they shared by registration' },
    counts: {
      zh: '同样的总数若按户籍人口分：只作对照，不用来安排',
      en: 'The same total by registered population: for comparison only',
    },
    formula: sum(sharing('visitsByRegistration')),
    unit: 'visits',
    time: 'stock',
    better: null,
  },
  {
    id: 'staffByResidents',
    name: { zh: '医护岗位，按常住人口分', en: 'Clinical staff shared out by residents' },
    counts: {
      zh: '医院以外的医生、护士、村医按常住人口（偏远加权）分给各村，总数不变',
      en: 'Doctors, nurses and village doctors outside hospitals, shared out by who lives there; the total stays',
    },
    formula: sum(sharing('staffByResidents')),
    unit: 'posts',
    time: 'stock',
    better: null,
  },
  {
    id: 'staffByRegistration',
    name: {
      zh: '医护岗位，若按户籍人口分',
      en: 'Clinical staff, were they shared by registration',
    },
    counts: {
      zh: '同样的总数若按户籍人口分：只作对照，不用来安排',
      en: 'The same total by registered population: for comparison only',
    },
    formula: sum(sharing('staffByRegistration')),
    unit: 'posts',
    time: 'stock',
    better: null,
  },
]
