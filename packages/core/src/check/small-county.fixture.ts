import type { Catalogue } from '../catalogue/catalogue.ts'
import type { AdoptedStandard, Metric } from '../catalogue/standard.ts'
import { startingCatalogue } from '../catalogue/starting-catalogue.ts'
import { County } from '../plan/county.ts'
import { Plan } from '../plan/plan.ts'
import type { CountyTravel, TravelTable, WalkTable, YearTravel } from '../travel/travel-table.ts'

/**
 * A county of four inhabited places, small enough to check by hand. A has the health centre H1. B and its hamlet C lie an
 * hour away and are visited every other Wednesday. Z has no way to anywhere. D is an empty place where nothing can stop.
 */
export interface SmallCase {
  county: County
  catalogue: Catalogue
  travel: YearTravel
  plan: Plan
}

const horizon = { from: '2026-03-02', to: '2026-03-29' }
const provenance = { method: 'generated' as const }

const floor = (service: string, metric: Metric, value: number): AdoptedStandard =>
  ({
    service,
    metric,
    value,
    unit: '-',
    level: 'county',
    document: 'Notice 1 (invented)',
    clause: '1',
    from: '2026-01-01',
    invented: true,
  }) as AdoptedStandard

const place = (id: string, village: string, people: number, needs: Record<string, number>) => ({
  id,
  name: id,
  division: village,
  at: [119, 28],
  permanent: { total: people },
  registered: null,
  needs,
  isCentre: id !== 'C',
  canStop: id !== 'D',
  provenance,
})

const village = (n: number): string => `33119910120${n}`

/** Rows of [from, to, seconds, metres]; all else has no way. */
type Way = [from: string, to: string, seconds: number, metres?: number]

function table(from: string[], to: string[], ways: Way[]): TravelTable {
  const size = from.length * to.length
  const result: TravelTable = {
    from,
    to,
    p50: new Int32Array(size).fill(-1),
    p90: new Int32Array(size).fill(-1),
    roadMetres: new Int32Array(size).fill(-1),
    walkMetres: new Int32Array(size).fill(-1),
    fromSnap: new Int32Array(from.length),
    toSnap: new Int32Array(to.length),
  }
  for (const [a, b, seconds, metres = 0] of ways) {
    const cell = from.indexOf(a) * to.length + to.indexOf(b)
    result.p50[cell] = seconds
    result.p90[cell] = seconds
    result.roadMetres[cell] = metres
    result.walkMetres[cell] = 0
  }
  return result
}

function walks(from: string[], to: string[], ways: Way[]): WalkTable {
  const rows = from.map((id) => ways.filter(([a]) => a === id))
  const flat = rows.flat()
  return {
    from,
    to,
    offsets: Uint32Array.from([0, ...rows.map((_, k) => rows.slice(0, k + 1).flat().length)]),
    target: Uint32Array.from(flat, ([, b]) => to.indexOf(b)),
    seconds: Int32Array.from(flat, ([, , s]) => s),
    metres: Int32Array.from(flat, ([, , s]) => s),
  }
}

const settlements = ['A', 'B', 'C', 'D', 'Z']
const sites = ['H1', 'O2', 'S1', 'P1', 'U1']

const season = (name: string, slower: number): CountyTravel => ({
  season: name,
  resident: table(settlements, sites, [
    ['A', 'H1', 300],
    ['A', 'S1', 400],
    ['A', 'O2', 200],
    ['B', 'H1', 4000],
    ['B', 'S1', 4100],
    ['C', 'H1', 4600],
    ['C', 'S1', 4700],
  ]),
  walkToStops: walks(settlements, settlements, [
    ['B', 'C', 600],
    ['C', 'B', 600],
  ]),
  walkToFacilities: walks(settlements, sites, [['A', 'H1', 900]]),
  vehicle: {
    'w2-t3.5': table(
      ['H1', 'A', 'B', 'C', 'D'],
      ['H1', 'A', 'B', 'C', 'D'],
      [
        ['H1', 'B', 3600 * slower, 39_000],
        ['B', 'H1', 3500 * slower, 39_500],
        ['H1', 'D', 3600, 39_000],
        ['D', 'H1', 3500, 39_500],
        ['B', 'C', 200, 1_000],
        ['C', 'B', 200, 1_000],
      ],
    ),
  },
})

const vehicle = (id: string, kind: string, yearCostFen: number) => ({
  id,
  name: id,
  kind,
  depot: 'H1',
  costPerKmFen: 100,
  costPerDayFen: 5_000,
  yearCostFen,
  inspectionUntil: '2026-12-31',
  provenance,
})

const conversion = (toKind: string, fund: string) => ({
  toKind,
  capitalFen: 50_000_000,
  yearCostFen: 1_500_000,
  staffHoursYear: 500,
  fund,
})

const building = (id: string, kind: string, state: string, over: object = {}) => ({
  id,
  name: id,
  kind,
  state,
  division: village(1),
  at: [119, 28],
  provenance,
  ...over,
})

const county = (): County =>
  County.parse({
    settings: {
      format: 1,
      code: '331199000000',
      name: '小县',
      nameEn: 'Small County',
      coordinates: 'WGS-84',
      asOf: '2026-03-01',
      horizon,
      holidays: ['2026-03-20'],
      remote: { version: '1', minMinutesToCountySeat: 60 },
      prices: { fuelPerKmFen: 60, staffHourFen: 5000, residentHourFen: 2000, busPerKmFen: 300 },
      assumptions: { doorstepMaxMin: 70 },
      posts: { carer: 2 },
    },
    divisions: [],
    settlements: [
      place('A', village(1), 100, { 'MED-02': 10, 'ELD-06': 30, 'MED-10': 1 }),
      place('B', village(2), 60, { 'MED-02': 6, 'ELD-06': 20, 'MED-10': 1 }),
      place('C', village(2), 20, { 'MED-02': 2, 'ELD-06': 5, 'MED-10': 0 }),
      place('D', village(3), 0, { 'MED-02': 0, 'ELD-06': 0, 'MED-10': 0 }),
      place('Z', village(4), 10, { 'MED-02': 0, 'ELD-06': 3, 'MED-10': 0 }),
    ],
    facilities: [
      building('H1', 'townshipHealthCentre', 'open', {
        yearCostFen: 10_000_000,
        staffHoursYear: 5_000,
      }),
      building('O2', 'cultureHall', 'open', { yearCostFen: 1_000_000, staffHoursYear: 200 }),
      building('S1', 'primarySchool', 'vacant', { conversions: [conversion('elderHub', 'F1')] }),
      building('P1', 'dayCare', 'planned', { conversions: [conversion('dayCare', 'F1')] }),
      building('U1', 'primarySchool', 'vacant', {
        conversions: [conversion('elderHub', 'F1')],
        unfit: ['unsafe structure'],
      }),
    ],
    vehicles: [
      vehicle('V1', 'clinicVehicle', 3_000_000),
      vehicle('V2', 'multiServiceVehicle', 2_000_000),
    ],
    staff: ['doctor', 'nurse', 'driver'].map((post) => ({
      id: `H1-${post}`,
      post,
      weeklyHours: 40,
      employer: 'H1',
      provenance,
    })),
    funds: [
      { id: 'F1', name: 'F1', amountFen: 60_000_000, use: 'capital' },
      { id: 'F2', name: 'F2', amountFen: 90_000_000, domains: ['medical'] },
      { id: 'F3', name: 'F3', amountFen: 1, use: 'capital' },
    ],
    standards: [
      floor('MED-01', 'minVisitsPerVillageYear', 26),
      floor('MED-01', 'maxGapDays', 14),
      floor('MED-01', 'maxTravelMin', 30),
      floor('MED-02', 'minServicesPerPersonYear', 14),
      floor('MED-10', 'minServicesPerPersonYear', 14),
      floor('ELD-06', 'maxTravelMin', 45),
    ],
    baseline: {
      timetable: [
        {
          vehicle: 'V1',
          settlement: 'B',
          rule: { by: 'weekday', weekday: 3, everyWeeks: 2 },
          services: ['MED-01'],
          minutes: 120,
        },
      ],
    },
  })

const tour = (id: string, date: string) => ({
  id,
  vehicle: 'V1',
  date,
  depart: 28_800,
  finish: 44_930,
  metres: 78_500,
  driveSeconds: 7_100,
  visits: [
    {
      id: `${id}-1`,
      stop: 'ST-B',
      arrive: 32_400,
      leave: 41_430,
      services: ['MED-01', 'MED-02'],
      personTimes: 13.9,
    },
  ],
})

const line = (
  settlement: string,
  service: string,
  mode: string,
  site: string,
  [people, seconds, opportunities, longestGapDays]: [number, number, number | null, number | null],
) => ({ settlement, service, mode, place: site, people, seconds, opportunities, longestGapDays })

const shortage = (
  settlement: string,
  service: string,
  metric: string,
  [people, want, have]: [number, number, number],
  reason: string,
) => ({ settlement, service, metric, people, want, have, reason })

const site = (facility: string, action: string, toKind: string, made: boolean) => ({
  facility,
  action,
  toKind,
  services: [],
  yearCostFen: made ? 1_500_000 : 0,
  capitalFen: made ? 50_000_000 : 0,
  fund: made ? 'F1' : null,
  staffHoursYear: made ? 500 : 0,
  ...(made ? { staff: { by: 'posts', post: 'carer', posts: 1 } } : {}),
})

const plan = (): Plan =>
  Plan.parse({
    format: 1,
    county: '331199000000',
    mode: 'least-cost',
    horizon,
    season: 'base',
    made: {
      engine: 'by hand',
      dataHash: '-',
      seed: 1,
      iterations: 0,
      workers: 1,
      reproducible: true,
    },
    sites: [
      site('H1', 'keep', 'townshipHealthCentre', false),
      site('O2', 'keep', 'cultureHall', false),
      site('S1', 'convert', 'elderHub', true),
    ],
    stops: [
      {
        id: 'ST-B',
        settlement: 'B',
        kind: 'clinicVehicle',
        serves: [
          { settlement: 'B', walkSeconds: 0 },
          { settlement: 'C', walkSeconds: 600 },
        ],
      },
    ],
    tours: [tour('T1', '2026-03-04'), tour('T2', '2026-03-18')],
    assignments: [
      line('A', 'ELD-06', 'fixed', 'S1', [30, 400, null, null]),
      line('A', 'MED-01', 'fixed', 'H1', [100, 300, null, null]),
      line('A', 'MED-02', 'fixed', 'H1', [10, 300, null, null]),
      line('A', 'MED-10', 'fixed', 'H1', [1, 300, null, null]),
      line('B', 'MED-01', 'vehicle', 'ST-B', [60, 0, 2, 14]),
      line('B', 'MED-02', 'vehicle', 'ST-B', [6, 0, 2, 14]),
      line('B', 'MED-10', 'doorstep', 'H1', [1, 4000, 2, 14]),
      line('C', 'MED-01', 'vehicle', 'ST-B', [20, 600, 2, 14]),
      line('C', 'MED-02', 'vehicle', 'ST-B', [2, 600, 2, 14]),
    ],
    rides: [],
    shortages: [
      shortage('B', 'ELD-06', 'maxTravelMin', [20, 45, 68.4], 'too-far'),
      shortage('C', 'ELD-06', 'maxTravelMin', [5, 45, 78.4], 'too-far'),
      shortage('Z', 'ELD-06', 'maxTravelMin', [3, 45, 0], 'unreachable'),
      shortage('Z', 'MED-01', 'maxGapDays', [10, 14, 0], 'unreachable'),
      shortage('Z', 'MED-01', 'maxTravelMin', [10, 30, 0], 'unreachable'),
      shortage('Z', 'MED-01', 'minVisitsPerVillageYear', [10, 1, 0], 'unreachable'),
    ],
    fleet: [
      { kind: 'clinicVehicle', vehicles: 1, daysAvailable: 19, daysUsed: 2, daysShort: 0 },
      { kind: 'multiServiceVehicle', vehicles: 1, daysAvailable: 19, daysUsed: 0, daysShort: 0 },
    ],
    costs: {
      today: { cashFen: 16_335_018, capitalFen: {}, staffHours: 5_424.5 },
      plan: { cashFen: 17_835_018, capitalFen: { F1: 50_000_000 }, staffHours: 6_004.6 },
    },
    levels: [
      { level: 'unreachable', value: 13, unit: 'people', bound: 13, epsilon: 0 },
      { level: 'floorsMissed', value: 25, unit: 'people', bound: null, epsilon: 0.01 },
      { level: 'cost', value: 17_835_018, unit: 'fen', bound: null, epsilon: 0.01 },
      { level: 'longestShift', value: 16_130, unit: 'seconds', bound: null, epsilon: 0.01 },
    ],
    assumed: [],
  })

/** A fresh copy each time; winter, later in the year, doubles the way to B. */
export const smallCase = (catalogue: Catalogue = startingCatalogue()): SmallCase => ({
  county: county(),
  catalogue,
  travel: {
    base: season('base', 1),
    seasons: [
      {
        range: { from: '2026-03-23', to: '2026-03-31' } as never,
        travel: season('thaw', 2),
      },
    ],
  },
  plan: plan(),
})
