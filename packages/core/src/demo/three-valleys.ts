import type { Catalogue } from '../catalogue/catalogue.ts'
import type { AdoptedStandard, Metric } from '../catalogue/standard.ts'
import { PlainDate } from '../kernel/calendar.ts'
import { yuan } from '../kernel/units.ts'
import type { County, CountyInput } from '../plan/county.ts'
import type { Facility } from '../resources/facility.ts'
import type { StaffMember } from '../resources/staff.ts'
import { codeAt, type Division } from '../territory/division.ts'
import type { Settlement } from '../territory/settlement.ts'
import { demoSettings } from './demo-settings.ts'
import { demoYear } from './demo-year.ts'
import { at, homes, hub, step, straightRoads } from './three-valleys-ground.ts'

/** Shares of residents by age, in twentieths. */
const ages = [
  { from: 0, to: 14, twentieths: 2 },
  { from: 15, to: 34, twentieths: 4 },
  { from: 35, to: 59, twentieths: 6 },
  { from: 60, to: 64, twentieths: 2 },
  { from: 65, to: 79, twentieths: 4 },
  { from: 80, to: null, twentieths: 2 },
] as const

const generated = { provenance: { method: 'generated' as const } }

function settlementsOf(): Settlement[] {
  const seen = new Map<string, number>()
  return homes.map((h) => {
    const number = (seen.get(h.village) ?? 0) + 1
    seen.set(h.village, number)
    return {
      id: `${h.village}-0${number}`,
      name: h.zh,
      nameEn: h.en,
      otherNames: [],
      division: h.village,
      at: at(h.east, h.north),
      elevationM: 300,
      permanent: {
        total: h.people,
        bands: ages.map(({ from, to, twentieths }) => ({
          from,
          to,
          people: (h.people / 20) * twentieths,
        })),
      },
      registered: 2 * h.people,
      households: h.people / 2,
      needs: {},
      isCentre: h.centre,
      // The hamlet behind the rocks has a footpath only.
      canStop: h.en !== 'Beiyanbei',
      signal: true,
      ...generated,
    }
  })
}

function divisionsOf(): Division[] {
  const division = (
    code: string,
    name: string,
    nameEn: string,
    level: Division['level'],
    parent: string | null,
  ): Division => ({ code, name, nameEn, level, parent, successors: [], oldNames: [] })
  const county = '331199000000'
  return [
    division(county, '三谷县', 'Three Valleys County', 'county', null),
    division('331199100000', '汇谷镇', 'Huigu Town', 'township', county),
    division('331199200000', '北坑乡', 'Beikeng Township', 'township', county),
    ...homes
      .filter((h) => h.centre)
      .map((h) =>
        division(
          h.village,
          `${h.zh}村`,
          `${h.en} Village`,
          'village',
          codeAt(h.village, 'township'),
        ),
      ),
  ]
}

const facility = (
  id: string,
  name: string,
  nameEn: string,
  kind: Facility['kind'],
  village: string,
  more: Partial<Facility>,
): Facility => {
  const centre = homes.find((h) => h.village === village)!
  return {
    id,
    name,
    nameEn,
    kind,
    state: 'open',
    division: village,
    at: at(centre.east, centre.north),
    services: [],
    capacityYear: {},
    opening: [],
    yearCostFen: 0,
    staffHoursYear: 0,
    conversions: [],
    unfit: [],
    ...generated,
    ...more,
  }
}

const facilitiesOf = (): Facility[] => [
  facility('THC-1', '汇谷镇卫生院', 'Huigu Health Centre', 'townshipHealthCentre', '331199100200', {
    yearCostFen: yuan(200_000),
    staffHoursYear: 5_520,
  }),
  facility(
    'THC-2',
    '北坑乡卫生院',
    'Beikeng Health Centre',
    'townshipHealthCentre',
    '331199200201',
    {
      yearCostFen: yuan(100_000),
      staffHoursYear: 3_680,
    },
  ),
  facility('VC-1', '东一湾卫生室', 'Dongyiwan Clinic', 'villageClinic', '331199100201', {
    yearCostFen: yuan(20_000),
    staffHoursYear: 1_840,
  }),
  facility(
    'VAC-1',
    '东三湾原小学',
    'Former school of Dongsanwan',
    'primarySchool',
    '331199100203',
    {
      state: 'vacant',
      conversions: [
        {
          toKind: 'villageClinic',
          capitalFen: yuan(100_000),
          yearCostFen: yuan(20_000),
          lifeYears: 20,
          staffHoursYear: 1_840,
          fund: 'capital',
        },
      ],
    },
  ),
]

function staffOf(): StaffMember[] {
  const person = (
    id: string,
    post: StaffMember['post'],
    employer: string,
    birthYear: number,
  ): StaffMember => ({
    id,
    post,
    skills: [],
    weeklyHours: 40,
    employer,
    ...(post === 'driver' ? {} : { licencePlace: employer }),
    fund: 'health',
    birthYear,
    costPerHourFen: yuan(40),
    ...generated,
  })
  return [
    person('P-1', 'doctor', 'THC-1', 1980),
    person('P-2', 'nurse', 'THC-1', 1990),
    person('P-3', 'nurse', 'THC-1', 1995),
    person('P-4', 'doctor', 'THC-2', 1985),
    person('P-5', 'nurse', 'THC-2', 1992),
    person('P-6', 'villageDoctor', 'VC-1', 1975),
    person('P-7', 'driver', 'THC-1', 1984),
  ]
}

function standards(): AdoptedStandard[] {
  const row = (service: string, metric: Metric, value: number, unit: string, clause: string) => ({
    service,
    metric,
    value,
    unit,
    level: 'county' as const,
    document: `三谷县基本公共服务实施标准（${demoYear}年版，虚构）`,
    clause,
    from: PlainDate.parse(`${demoYear}-01-01`),
    adoptedBy: '三谷县人民政府（虚构）',
    invented: true,
  })
  return [
    row('MED-01', 'minVisitsPerVillageYear', 24, 'visits/village/year', '第一条'),
    row('MED-01', 'maxTravelMin', 25, 'min', '第二条'),
    row('MED-01', 'maxGapDays', 28, 'days', '第三条'),
    row('MED-04', 'minServicesPerPersonYear', 1, 'check/year', '第四条'),
  ]
}

const van = {
  id: 'MC-1',
  name: '流动医院车1号',
  kind: 'clinicVehicle' as const,
  depot: 'THC-1',
  services: [],
  widthM: 2,
  weightT: 3.5,
  seats: 4,
  shiftSeconds: 36_000,
  earliest: 28_800,
  driveLimitSeconds: 21_600,
  setupSeconds: 1_200,
  stations: 2,
  crew: 3,
  costPerKmFen: yuan(1),
  costPerDayFen: yuan(100),
  yearCostFen: yuan(20_000),
  fund: 'health',
  ...generated,
}

function countyOf(): County {
  return {
    settings: {
      ...demoSettings({
        code: '331199000000',
        name: '三谷县',
        nameEn: 'Three Valleys County',
        seat: hub,
        closures: [],
        markets: [],
        remote: { version: 'three-valleys-1', atLeast: 1, minMinutesToCountySeat: 30 },
      }),
      seasons: [],
      budgetFen: yuan(400_000),
      capitalBudgetFen: yuan(200_000),
      prices: { fuelPerKmFen: 100, staffHourFen: 4_000, residentHourFen: 2_000, busPerKmFen: 300 },
      services: ['MED-01', 'MED-04'],
    },
    divisions: divisionsOf(),
    settlements: settlementsOf(),
    facilities: facilitiesOf(),
    vehicles: [van],
    staff: staffOf(),
    funds: [
      {
        id: 'health',
        name: '卫生健康经费 Health',
        amountFen: yuan(400_000),
        basicOnly: false,
        services: [],
        domains: [],
        use: 'running',
      },
      {
        id: 'capital',
        name: '建设资金 Capital',
        amountFen: yuan(200_000),
        basicOnly: false,
        services: [],
        domains: [],
        use: 'capital',
      },
    ],
    buses: [],
    standards: standards(),
    baseline: {
      rotas: ([1, 2, 3, 4, 5] as const).map((weekday) => ({
        staff: 'P-6',
        place: 'VC-1',
        weekday,
        hours: 8,
      })),
      timetable: [
        {
          vehicle: 'MC-1',
          settlement: '331199100204-01',
          rule: { by: 'weekday', weekday: 2, everyWeeks: 4 },
          services: ['MED-01'],
          minutes: 80,
        },
      ],
      spending: [
        { fund: 'health', service: 'MED-01', year: demoYear - 1, amountFen: yuan(320_000) },
      ],
    },
  }
}

/** A county small enough to check by hand: three straight valleys, ten minutes from village to village, flat. */
export function threeValleys(catalogue: Catalogue): CountyInput {
  const [west, south] = at(-4 * step, -4 * step)
  const [east, north] = at(5 * step, 5 * step)
  const posts = 10
  return {
    county: countyOf(),
    catalogue,
    roads: straightRoads(),
    terrain: {
      tiles: [
        {
          west,
          south,
          east,
          north,
          columns: posts,
          rows: posts,
          metres: new Float32Array(posts * posts).fill(300),
        },
      ],
    },
    minutes: null,
  }
}
