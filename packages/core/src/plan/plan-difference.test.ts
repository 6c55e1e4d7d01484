import { describe, expect, test } from 'vitest'
import { Plan } from './plan.ts'
import { planDifference } from './plan-difference.ts'

const costs = { cashFen: 100, capitalFen: {}, staffHours: 1 }
const stop = (id: string, settlement: string) => ({
  id,
  settlement,
  kind: 'clinicVehicle' as const,
  serves: [{ settlement, walkSeconds: 0 }],
})
const tour = (date: string, ...stops: string[]) => ({
  id: `van-${date}`,
  vehicle: 'van',
  date,
  depart: 0,
  finish: 1,
  metres: 1,
  driveSeconds: 1,
  visits: stops.map((at) => ({
    id: `${date} ${at}`,
    stop: at,
    arrive: 0,
    leave: 1,
    services: ['MED-01'],
    personTimes: 1,
  })),
})
const by = (settlement: string, place: string, opportunities: number | null) => ({
  settlement,
  service: 'MED-01',
  mode: opportunities === null ? ('fixed' as const) : ('vehicle' as const),
  place,
  people: 10,
  seconds: 60,
  opportunities,
  longestGapDays: null,
})
const missed = (settlement: string, people: number) => ({
  settlement,
  service: 'MED-01',
  people,
  metric: 'minVisitsPerVillageYear' as const,
  want: 2,
  have: 0,
  reason: 'fleet' as const,
})
const plan = (some: object) =>
  Plan.parse({
    format: 1,
    county: '331199000000',
    mode: 'least-cost',
    horizon: { from: '2026-03-02', to: '2026-04-26' },
    season: 'year',
    made: {
      engine: 'x',
      dataHash: 'x',
      seed: 1,
      iterations: 1,
      workers: 1,
      reproducible: true,
    },
    sites: [],
    stops: [],
    tours: [],
    assignments: [],
    shortages: [],
    fleet: [],
    costs: { today: costs, plan: costs },
    levels: [],
    assumed: [],
    ...some,
  })

const before = plan({
  stops: [stop('s1', 'A'), stop('s2', 'B')],
  tours: [tour('2026-03-03', 's1', 's2'), tour('2026-03-10', 's1')],
  assignments: [by('A', 's1', 2), by('B', 's2', 1)],
  shortages: [missed('C', 7)],
  fleet: [{ kind: 'clinicVehicle', vehicles: 1, daysAvailable: 9, daysUsed: 2, daysShort: 0 }],
})
const after = plan({
  sites: [
    {
      facility: 'F',
      action: 'build',
      toKind: 'villageClinic',
      services: ['MED-01'],
      yearCostFen: 1,
      capitalFen: 1,
      fund: null,
      staffHoursYear: 1,
    },
  ],
  // The same stop under another number is no news.
  stops: [stop('other', 'A')],
  tours: [tour('2026-03-03', 'other'), tour('2026-03-12', 'other')],
  assignments: [by('A', 'other', 2), by('C', 'F', null)],
  shortages: [missed('B', 10)],
  fleet: [{ kind: 'clinicVehicle', vehicles: 1, daysAvailable: 9, daysUsed: 1, daysShort: 0 }],
  costs: { today: costs, plan: { ...costs, cashFen: 80 } },
})

describe('what differs between two plans', () => {
  test('is nothing for a plan and itself', () => {
    expect(planDifference(before, before)).toMatchObject({
      sites: [],
      stopsGone: [],
      stopsNew: [],
      fleet: [],
      places: [],
    })
  })

  test('names who loses first, who wins, and days that come and go', () => {
    const { places } = planDifference(before, after)
    expect(places.map((p) => [p.settlement, p.verdict, p.people])).toEqual([
      ['B', 'loses', 10],
      ['C', 'gains', 7],
      ['A', 'other', 0],
    ])
    expect(places[2]).toMatchObject({
      daysGone: ['2026-03-10'],
      daysNew: ['2026-03-12'],
      services: [],
    })
    expect(places[1]!.services[0]).toMatchObject({
      service: 'MED-01',
      before: { modes: [], missed: true },
      after: { modes: ['fixed'], places: ['F'], missed: false },
    })
  })

  test('says what becomes of sites, stops, fleet days and money', () => {
    const found = planDifference(before, after)
    expect(found.sites).toEqual([
      { facility: 'F', before: null, after: 'build', toKind: 'villageClinic' },
    ])
    expect([found.stopsGone, found.stopsNew]).toEqual([
      [{ settlement: 'B', kind: 'clinicVehicle' }],
      [],
    ])
    expect(found.fleet).toEqual([{ kind: 'clinicVehicle', before: 2, after: 1 }])
    expect([found.before.costs.cashFen, found.after.costs.cashFen]).toEqual([100, 80])
    expect([found.before.peopleMissed, found.after.peopleMissed]).toEqual([7, 10])
  })
})
