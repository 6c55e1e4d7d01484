import type { TourRoads } from '@kuashan/contract/plans.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { describe, expect, it } from 'vitest'
import { keyOf, timetableKeys, visitRows } from './timetable.ts'
import { chosenTours, legsWithoutRoad, tourLines, vehicleColours } from './tour-lines.ts'

const day = (date: string) => date as PlainDate
const visit = (id: string, stop: string, arrive: number) => ({
  id,
  stop,
  arrive,
  leave: arrive + 3600,
  services: ['A'],
  personTimes: 4,
})
const tour = (id: string, vehicle: string, date: string, visits: ReturnType<typeof visit>[]) => ({
  id,
  vehicle,
  date: day(date),
  depart: 28800,
  finish: 61200,
  metres: 9000,
  driveSeconds: 900,
  visits,
})

const plan: Pick<Plan, 'tours' | 'stops' | 'locked'> = {
  stops: [
    { id: 's1', settlement: 'high', kind: 'clinicVan', serves: [] },
    { id: 's2', settlement: 'low', kind: 'clinicVan', serves: [] },
  ] as unknown as Plan['stops'],
  tours: [
    tour('t2', 'van-b', '2026-06-02', [visit('v3', 's1', 32400)]),
    tour('t1', 'van-a', '2026-06-01', [visit('v2', 's2', 39600), visit('v1', 's1', 32400)]),
  ],
  locked: ['v3'],
}
const villageOf = new Map([
  ['high', 'North'],
  ['low', 'South'],
])

describe('timetable', () => {
  it('puts visits in the order of days and hours, with village and lock', () => {
    const rows = visitRows(plan, villageOf)
    expect(rows.map((r) => [r.visit, r.village, r.locked])).toEqual([
      ['v1', 'North', false],
      ['v2', 'South', false],
      ['v3', 'North', true],
    ])
  })

  it('reads by village, by crew and by vehicle, and loses no visit', () => {
    const rows = visitRows(plan, villageOf)
    expect(timetableKeys(rows, 'village')).toEqual([
      { key: 'North', visits: 2 },
      { key: 'South', visits: 1 },
    ])
    expect(timetableKeys(rows, 'crew').map(({ key }) => key)).toEqual([
      '2026-06-01 van-a',
      '2026-06-02 van-b',
    ])
    for (const by of ['village', 'crew', 'vehicle'] as const) {
      const keys = timetableKeys(rows, by)
      const found = keys.flatMap(({ key }) => rows.filter((r) => keyOf(r, by) === key))
      expect(found).toHaveLength(rows.length)
    }
  })
})

describe('tours on the map', () => {
  it('keeps tours of the day and the vehicle asked for', () => {
    const all = { date: null, vehicle: null }
    expect(chosenTours(plan.tours, all)).toHaveLength(2)
    expect(chosenTours(plan.tours, { ...all, date: day('2026-06-02') })[0]?.id).toBe('t2')
    expect(chosenTours(plan.tours, { date: day('2026-06-02'), vehicle: 'van-a' })).toEqual([])
  })

  it('draws from the depot over the stops and back, past stops without a place; one point is no line', () => {
    const territory = {
      settlements: [
        { id: 'high', at: [120, 28] },
        { id: 'low', at: null },
      ],
      facilities: [{ id: 'depot', at: [119, 27] }],
    } as unknown as Parameters<typeof tourLines>[2]
    const lines = tourLines(
      plan.tours,
      plan,
      territory,
      new Map([['van-a', 'depot']]),
      vehicleColours(plan),
    )
    expect(lines.features.map((f) => f.geometry)).toEqual([
      {
        type: 'LineString',
        coordinates: [
          [119, 27],
          [120, 28],
          [119, 27],
        ],
      },
    ])
  })

  it('follows the roads where they are known, and runs straight where none is', () => {
    const territory = {
      settlements: [{ id: 'high', at: [120, 28] }],
      facilities: [{ id: 'depot', at: [119, 27] }],
    } as unknown as Parameters<typeof tourLines>[2]
    const roads: TourRoads = {
      legs: [
        {
          from: 'depot',
          to: 'high',
          line: [
            [119, 27],
            [119.5, 27.2],
            [120, 28],
          ],
        },
        { from: 'high', to: 'depot', line: null },
      ],
      tours: [{ tour: plan.tours[0]!.id, legs: [0, 1] }],
    }
    const lines = tourLines(
      plan.tours.slice(0, 1),
      plan,
      territory,
      new Map([['van-a', 'depot']]),
      vehicleColours(plan),
      roads,
    )
    expect(lines.features.map((f) => f.geometry)).toEqual([
      {
        type: 'LineString',
        coordinates: [
          [119, 27],
          [119.5, 27.2],
          [120, 28],
          [120, 28],
          [119, 27],
        ],
      },
    ])
    expect(legsWithoutRoad(roads)).toBe(1)
  })

  it('gives every vehicle a colour of its own', () => {
    expect(new Set(vehicleColours(plan).values()).size).toBe(2)
  })
})
