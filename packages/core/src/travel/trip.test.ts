import { describe, expect, test } from 'vitest'
import type { BusLine } from './bus-line.ts'
import type { CountyTravel, TravelTable, WalkTable } from './travel-table.ts'
import { residentTrips, type TripQuestion } from './trip.ts'

const one = (value: number): Int32Array => Int32Array.of(value)

/** Village v, 50 km from hospital h; the bus stops in v and in the county town t, ten minutes on foot from h. */
const travel = (resident = 5400): CountyTravel => {
  const table: TravelTable = {
    from: ['v'],
    to: ['h'],
    p50: one(resident),
    p90: one(resident),
    roadMetres: one(50_000),
    walkMetres: one(0),
    fromSnap: one(0),
    toSnap: one(0),
  }
  const walks = (to: string[], rows: [number, number][][]): WalkTable => ({
    from: ['t', 'v'],
    to,
    offsets: Uint32Array.of(0, rows[0]!.length, rows[0]!.length + rows[1]!.length),
    target: Uint32Array.from(rows.flat(), (r) => r[0]),
    seconds: Int32Array.from(rows.flat(), (r) => r[1]),
    metres: Int32Array.from(rows.flat(), () => 0),
  })
  return {
    season: 'base',
    resident: table,
    walkToStops: walks(['t', 'v'], [[[0, 0]], [[1, 0]]]),
    walkToFacilities: walks(['h'], [[[0, 600]], []]),
    vehicle: {},
  }
}

const bus = (id: string, from: string, to: string, minute: number, ride = 105): BusLine => ({
  id,
  stops: [
    { place: from, minute },
    { place: to, minute: minute + ride },
  ],
  days: [1, 2, 3, 4, 5],
  fareFen: 1500,
})

const ask = (buses: BusLine[], more: Partial<TripQuestion> = {}): TripQuestion => ({
  settlement: 'v',
  facility: 'h',
  weekday: 2,
  buses,
  serviceSeconds: 3600,
  opens: 8 * 3600,
  closes: 17 * 3600,
  prices: { residentHourFen: 2000, perKmFen: 100 },
  ...more,
})

const byBus = (question: TripQuestion) =>
  residentTrips(travel(), question).find((trip) => trip.means === 'bus')

describe('a resident’s own trip (A10)', () => {
  test('a village 50 km off with one bus a day: a whole day, to the second and the fen', () => {
    const trip = byBus(ask([bus('out', 'v', 't', 390), bus('back', 't', 'v', 930)]))
    // 6:30 leave, 8:15 in town, 8:25 at the hospital, 9:25 served, bus at 15:30, home 17:15.
    expect(trip).toMatchObject({
      leave: 6.5 * 3600,
      home: 17.25 * 3600,
      seconds: 10.75 * 3600,
      rideSeconds: 2 * 105 * 60,
      walkSeconds: 1200,
      waitSeconds: 10.75 * 3600 - 210 * 60 - 1200 - 3600,
      fareFen: 3000,
      costFen: 3000 + 21_500,
      wholeDay: true,
      overnight: false,
    })
  })

  test('of several buses the ones that keep people away least', () => {
    const lines = [390, 480].map((m, k) => bus(`out${k}`, 'v', 't', m))
    const trip = byBus(ask([...lines, bus('back', 't', 'v', 720), bus('late', 't', 'v', 930)]))
    expect(trip).toMatchObject({ leave: 8 * 3600, home: 13.75 * 3600, wholeDay: false })
  })

  test('no bus home the same day: a night away', () => {
    const trip = byBus(ask([bus('out', 'v', 't', 600), bus('back', 't', 'v', 540)]))
    expect(trip).toMatchObject({ overnight: true, home: 86_400 + 645 * 60 })
  })

  test('no trip on a day without buses, or when it is shut on arrival', () => {
    const lines = [bus('out', 'v', 't', 390), bus('back', 't', 'v', 930)]
    expect(byBus(ask(lines, { weekday: 7 }))).toBeUndefined()
    expect(byBus(ask(lines, { closes: 9 * 3600 }))).toBeUndefined()
    expect(byBus(ask(lines, { closes: (9 * 60 + 25) * 60 }))).toBeDefined()
  })

  test('a change of lines is ridden and both fares are paid', () => {
    const trip = byBus(
      ask([bus('a', 'v', 'm', 400, 30), bus('b', 'm', 't', 430, 30), bus('c', 't', 'v', 700, 60)]),
    )
    expect(trip).toMatchObject({ leave: 400 * 60, fareFen: 4500, home: 760 * 60 })
  })

  test('by own means: the resident’s time both ways, kilometres paid', () => {
    const [trip] = residentTrips(travel(), ask([]))
    expect(trip).toMatchObject({
      means: 'own',
      seconds: 2 * 5400 + 3600,
      waitSeconds: 0,
      fareFen: 10_000,
    })
    expect(residentTrips(travel(-1), ask([]))).toEqual([])
  })
})
