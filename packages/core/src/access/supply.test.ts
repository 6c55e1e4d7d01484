import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../kernel/calendar.ts'
import { Plan } from '../plan/plan.ts'
import { type LineFacility, lineCatalogue, lineCounty, standard } from './line-county.fixture.ts'
import { measure } from './measure.ts'
import { supplyOfPlan } from './supply-of-plan.ts'
import { supplyToday } from './supply-today.ts'

const catalogue = lineCatalogue()
const places = [
  { id: 'a', x: 0, people: 100 },
  { id: 'b', x: 25, people: 50 },
]

const today = (facilities: LineFacility[], rest = {}) => {
  const input = lineCounty(places, facilities, rest)
  return supplyToday(input.county, catalogue)
}

const costs = { cashFen: 0, capitalFen: {}, staffHours: 0 }
const planOf = (over: Record<string, unknown>) =>
  Plan.parse({
    format: 1,
    county: 'x',
    mode: 'least-cost',
    horizon: { from: '2026-01-01', to: '2026-12-31' },
    season: 'base',
    made: { engine: '', dataHash: '', seed: 1, iterations: 1, workers: 1, reproducible: true },
    sites: [],
    stops: [],
    tours: [],
    assignments: [],
    shortages: [],
    fleet: [],
    costs: { today: costs, plan: costs },
    levels: [],
    assumed: [],
    ...over,
  })

const decision = (facility: string, action: string, toKind: string, services: string[] = []) => ({
  facility,
  action,
  toKind,
  services,
  yearCostFen: 0,
  capitalFen: 0,
  fund: null,
  staffHoursYear: 0,
})

const doorstepTo = (place: string, opportunities: number | null) => ({
  settlement: 'b',
  service: 'MED-02',
  mode: 'doorstep',
  place,
  people: 50,
  seconds: 3000,
  opportunities,
  longestGapDays: opportunities === null ? null : Math.ceil(365 / opportunities),
})

const tour = (date: string, services: string[]) => ({
  id: `t-${date}`,
  vehicle: 'van',
  date,
  depart: 28_800,
  finish: 40_000,
  metres: 1000,
  driveSeconds: 100,
  visits: [
    {
      id: `v-${date}`,
      stop: 'stop-b',
      arrive: 29_000,
      leave: 29_000 + 1200 + 3600,
      services,
      personTimes: 5,
    },
  ],
})

describe('supply today', () => {
  it('gives what the catalogue gives to the kind, or what the building lists', () => {
    const all = today([{ id: 'thc', x: 0, kind: 'townshipHealthCentre' }])
    expect(all.offers.map((o) => `${o.service} ${o.mode}`)).toEqual([
      'MED-01 fixed',
      'MED-01 remote',
    ])
    const listed = today([{ id: 'meals', x: 0, kind: 'mealPoint', services: ['MED-01'] }])
    expect(listed.offers.map((o) => `${o.service} ${o.mode}`)).toEqual(['MED-01 fixed'])
  })

  it('counts only open buildings, and never assumes doorstep service', () => {
    const states = ['open', 'vacant', 'planned', 'closed']
    const supply = today(
      states.map((state, k) => ({ id: state, x: k, kind: 'townshipHealthCentre', state })),
    )
    expect(new Set(supply.offers.map((o) => o.place))).toEqual(new Set(['open']))
    expect(supply.sites.map((s) => s.facility)).toEqual(['open'])
    expect(supply.offers.some((o) => o.mode === 'doorstep')).toBe(false)
  })

  it('takes capacity from the building, else from the channel and the days it is open', () => {
    const stated = { id: 'm', x: 0, kind: 'mealPoint', capacityYear: { 'ELD-01': 77 } }
    expect(today([stated]).offers[0]!.capacityYear).toBe(77)
    // 30 a session, five weekdays, 52 weeks.
    expect(today([{ ...stated, capacityYear: {} }]).offers[0]!.capacityYear).toBe(7800)
    expect(today([{ id: 'c', x: 0, kind: 'villageClinic' }]).offers[0]!.capacityYear).toBeNull()
  })

  it('scales the capacity of visits in a part of a year to the year', () => {
    const supply = today([], {
      settings: { horizon: { from: '2026-03-01', to: '2026-05-12' } },
      timetable: [
        {
          vehicle: 'van',
          settlement: 'b',
          minutes: 60,
          rule: { by: 'dates', dates: ['2026-03-03', '2026-04-03'] },
        },
      ],
    })
    // Two visits of 20 people in 73 days are 200 in a year.
    const offer = supply.offers.find((o) => o.service === 'MED-02')!
    expect(offer.capacityYear).toBeCloseTo(200, 9)
  })
})

describe('supply of a plan', () => {
  const facilities = [
    { id: 'clinic', x: 0, kind: 'villageClinic' },
    { id: 'empty', x: 25, kind: 'primarySchool', state: 'vacant' },
    { id: 'thc', x: 0, kind: 'townshipHealthCentre' },
  ]
  const { county, travel } = lineCounty(places, facilities, {
    standards: [
      standard('MED-01', 'maxTravelMin', 30),
      standard('MED-02', 'minServicesPerPersonYear', 4),
      standard('MED-02', 'maxGapDays', 100),
    ],
    timetable: [{ vehicle: 'van', settlement: 'b', minutes: 60, rule: { by: 'monthDay', day: 3 } }],
  })
  const of = (over: Record<string, unknown>) => supplyOfPlan(county, catalogue, planOf(over))
  const cells = (over: Record<string, unknown>) =>
    measure({ county, travel, catalogue, supply: of(over), asOf: '2026-01-01' as PlainDate }).cells
  const cell = (over: Record<string, unknown>, settlement: string, service: string) =>
    cells(over).find((c) => c.settlement === settlement && c.service === service)!

  it('keeps what it does not name, closes, converts, and drops today’s timetable', () => {
    expect(of({}).offers.filter((o) => o.mode === 'vehicle')).toEqual([])
    expect(of({}).sites.map((s) => s.facility)).toEqual(['clinic', 'thc'])
    expect(cell({}, 'b', 'MED-01').met).toBe(false)
    const sites = [
      decision('clinic', 'close', 'villageClinic'),
      decision('empty', 'convert', 'villageClinic', ['MED-01']),
    ]
    expect(of({ sites }).sites).toEqual([
      { facility: 'empty', kind: 'villageClinic', division: '' },
      { facility: 'thc', kind: 'townshipHealthCentre', division: '' },
    ])
    expect(cell({ sites }, 'b', 'MED-01')).toMatchObject({
      met: true,
      reach: [{ place: 'empty' }, {}],
    })
  })

  it('counts the plan’s visits, setting up apart', () => {
    const stops = [{ id: 'stop-b', settlement: 'b', kind: 'clinicVehicle', serves: [] }]
    const tours = ['2026-02-02', '2026-05-04', '2026-08-03', '2026-11-02'].map((d) =>
      tour(d, ['MED-01', 'MED-02']),
    )
    const offers = of({ stops, tours }).offers.filter((o) => o.mode === 'vehicle')
    expect(offers.map((o) => [o.service, o.dates?.length, o.capacityYear])).toEqual([
      // An hour less set-up, shared by two services, ten minutes a head: three a visit.
      ['MED-01', 4, 12],
      ['MED-02', 4, 80],
    ])
    expect(cell({ stops, tours }, 'b', 'MED-02').met).toBe(true)
    expect(
      cell({ stops, tours: tours.slice(1) }, 'b', 'MED-02').missing.map((m) => m.metric),
    ).toEqual(['maxGapDays', 'minServicesPerPersonYear'])
  })

  it('does not count what a vehicle has not aboard', () => {
    const stops = [{ id: 'stop-b', settlement: 'b', kind: 'clinicVehicle', serves: [] }]
    const offers = of({ stops, tours: [tour('2026-02-02', ['ELD-01', 'MED-02'])] }).offers
    expect(offers.filter((o) => o.mode === 'vehicle').map((o) => o.service)).toEqual(['MED-02'])
  })

  it('adds planned calls at the door, by staff of the channel’s kind within the limit', () => {
    expect(cell({ assignments: [doorstepTo('thc', 4)] }, 'b', 'MED-02').met).toBe(true)
    expect(cell({ assignments: [doorstepTo('thc', null)] }, 'b', 'MED-02').met).toBe(true)
    expect(cell({ assignments: [doorstepTo('thc', 3)] }, 'b', 'MED-02').missing).toEqual([
      { metric: 'maxGapDays', want: 100, have: 122 },
      { metric: 'minServicesPerPersonYear', want: 4, have: 3 },
    ])
    expect(cell({ assignments: [doorstepTo('clinic', 4)] }, 'b', 'MED-02').met).toBe(false)
    const near = { settings: { assumptions: { doorstepMaxMin: 49 } } }
    const strict = lineCounty(places, facilities, {
      ...near,
      standards: [standard('MED-02', 'minServicesPerPersonYear', 4)],
    })
    const supply = supplyOfPlan(
      strict.county,
      catalogue,
      planOf({ assignments: [doorstepTo('thc', 4)] }),
    )
    const { cells: far } = measure({
      ...strict,
      catalogue,
      supply,
      asOf: '2026-01-01' as PlainDate,
    })
    expect(far.find((c) => c.settlement === 'b')!.met).toBe(false)
  })
})
