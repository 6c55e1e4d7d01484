import { allFigures, figureOf } from '@kuashan/core/figures/definitions/all-figures.ts'
import { evaluateFigure, recordsBehind } from '@kuashan/core/figures/evaluate-figure.ts'
import type { FigureRecord, RecordBook, When } from '@kuashan/core/figures/figure.ts'
import { lintFigures } from '@kuashan/core/figures/lint-figures.ts'
import { recordBook } from '@kuashan/core/figures/record-book.ts'
import type { RecordSource } from '@kuashan/core/figures/sources.ts'
import { addDays, type PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { describe, expect, it } from 'vitest'
import { catalogue, county, measured, today, travel } from './three-valleys.fixture.ts'

const start = '2023-01-01' as PlainDate
const since = (asOf: string, from = start, cumulative = false): When => ({
  asOf: asOf as PlainDate,
  from,
  to: asOf as PlainDate,
  cumulative,
})

const record = (
  id: string,
  on: string | null,
  quantities: FigureRecord['quantities'],
  more: Partial<FigureRecord> = {},
): FigureRecord => ({ id, on: on as PlainDate, place: null, keys: {}, quantities, ...more })

/** A year of a small fleet: 403 trips of 43.7 km, each to two villages, each with 44 person-times for 11 people. */
const trips = Array.from({ length: 403 }, (_, k) =>
  record(`T${k}`, addDays(start, k % 360), { trips: 1, metres: 43_700, personTimes: 44 }),
)
const visits = trips.flatMap(({ id, on }) =>
  ['a', 'b'].map((stop) => record(`${id} ${stop}`, on, { visits: 1, personTimes: 22 })),
)
const encounters = trips.flatMap(({ id, on }, k) =>
  Array.from({ length: 44 }, (_, n) =>
    record(`${id} ${n}`, on, { personTimes: 1 }, { who: `P${(k % 10) * 11 + (n % 11)}` }),
  ),
)
/** Villages: 73.3 % remote; 648 of 1,000 have no clinic; 64 clinic vehicles, 203 that sell, on 90 % of routes. */
const villages = Array.from({ length: 1000 }, (_, k) =>
  record(`V${k}`, null, {
    villages: 1,
    remoteVillages: k < 733 ? 1 : 0,
    villagesWithoutClinic: k < 648 ? 1 : 0,
  }),
)
const vehicles = Array.from({ length: 267 }, (_, k) =>
  record(
    `C${k}`,
    null,
    { vehicles: 1, clinicVehicles: k < 64 ? 1 : 0 },
    { keys: { vehicleKind: k < 64 ? 'clinicVehicle' : 'supplyVehicle' } },
  ),
)
const supply = Array.from({ length: 200 }, (_, k) =>
  record(
    `supply ${k}`,
    null,
    { villages: 1, villagesOnRoute: k < 180 ? 1 : 0, villagesWithVisits: 1 },
    { keys: { vehicleKind: 'supplyVehicle' } },
  ),
)
const rides = [
  record('R 1', '2023-03-01', { trips: 1, personTimes: 12, seats: 19 }),
  record('R 2', '2023-04-01', { trips: 1, personTimes: 9, seats: 19 }),
]
const moves = ['P1', 'P2', 'P2'].map((who, k) => record(`M${k}`, '2023-05-01', {}, { who }))

const kept: Partial<Record<RecordSource, readonly FigureRecord[]>> = {
  trip: trips,
  visit: visits,
  encounter: encounters,
  village: villages,
  vehicle: vehicles,
  villageVehicle: supply,
  ride: rides,
  move: moves,
}
const book: RecordBook = (source) => kept[source] ?? null
const valueOn = (id: string, when = since('2023-12-31'), of = book) =>
  evaluateFigure(figureOf(id)!, of, when, null).total.value

describe('reports like the figures of Lishui (A114)', () => {
  it('gives every number of part E3 in kind, from synthetic records (A114)', () => {
    expect(valueOn('remoteVillages')).toBeCloseTo(0.733, 10)
    expect(valueOn('villagesWithoutClinic')).toBe(648)
    expect(valueOn('villagesPerClinicVehicle')).toBeCloseTo(10.125, 10)
    expect(valueOn('trips')).toBe(403)
    expect(valueOn('kilometres')).toBe(403 * 43_700)
    expect(valueOn('kilometresPerTrip')).toBe(43_700)
    expect(valueOn('visits')).toBe(806)
    expect(valueOn('personTimesPerTrip')).toBe(44)
    expect(valueOn('servedPersonTimes')).toBe(403 * 44)
    expect(valueOn('vehicles')).toBe(267)
    const kinds = evaluateFigure(figureOf('vehicles')!, book, since('2023-12-31'), 'vehicleKind')
    expect(kinds.rows).toMatchObject([
      { key: 'clinicVehicle', value: 64 },
      { key: 'supplyVehicle', value: 203 },
    ])
    expect(valueOn('villagesOnRoute')).toBeCloseTo(0.9, 10)
    expect(valueOn('villagesWithVisits')).toBe(1)
    expect(valueOn('passengers')).toBe(21)
    expect(valueOn('seats')).toBe(38)
    expect(valueOn('relocatedPeople')).toBe(2)
  })

  it('keeps people and person-times apart: who comes again is one person more often (A114)', () => {
    expect(valueOn('servedPeople')).toBe(110)
    expect(valueOn('servedPersonTimes')).toBeGreaterThan(110)
    const months = evaluateFigure(figureOf('servedPeople')!, book, since('2023-12-31'), 'month')
    const sum = months.rows.reduce((n, { value }) => n + value!, 0)
    expect(sum).toBeGreaterThan(110)
    // Who it was is not said once: then nobody knows how many they were.
    const some = [...encounters, record('E', '2023-02-01', { personTimes: 1 })]
    expect(
      valueOn('servedPeople', since('2023-12-31'), (s) => (s === 'encounter' ? some : null)),
    ).toBe(null)
  })

  it('counts since a day, to a day, and month by month upon each other (A114)', () => {
    const half = valueOn('trips', since('2023-06-30'))!
    const rest = valueOn('trips', since('2023-12-31', '2023-07-01' as PlainDate))!
    expect(half).toBe(trips.filter(({ on }) => on! <= '2023-06-30').length)
    expect(half + rest).toBe(403)
    const when = since('2023-12-31', start, true)
    const rows = evaluateFigure(figureOf('servedPeople')!, book, when, 'month').rows
    expect(rows.map(({ value }) => value)).toEqual(rows.map(() => 110))
    const grown = evaluateFigure(figureOf('trips')!, book, when, 'month').rows
    expect(grown.at(-1)!.value).toBe(403)
    grown.slice(1).forEach((row, k) => {
      expect(row.value!).toBeGreaterThan(grown[k]!.value!)
    })
  })

  it('says nothing where no records are kept, which is not zero (A114)', () => {
    const none: RecordBook = () => null
    expect(valueOn('servedPersonTimes', since('2023-12-31'), none)).toBe(null)
    expect(valueOn('servedPersonTimes', since('2023-12-31'), () => [])).toBe(0)
  })

  it('has definitions whose units are what they count (A114)', () => {
    expect(lintFigures(allFigures)).toEqual([])
    const served = figureOf('servedPersonTimes')!
    const codes = (...figures: typeof allFigures) => lintFigures(figures).map(({ code }) => code)
    expect(codes({ ...served, unit: 'people' })).toEqual(['figure-unit-mixed'])
    expect(codes({ ...served, time: 'stock' })).toEqual(['figure-time-wrong'])
    expect(codes(served, served)).toEqual(['figure-id-twice'])
    const mixed = {
      of: 'share',
      part: { source: 'encounter', quantity: 'personTimes' },
      whole: { source: 'settlement', quantity: 'residents' },
    } as const
    expect(codes({ ...served, unit: 'share', formula: mixed })).toEqual(['figure-unit-mixed'])
    // Trips are of no one person: nobody can be told from another.
    expect(
      codes({ ...served, unit: 'people', formula: { of: 'people', source: 'trip' } }),
    ).toContain('figure-unit-mixed')
  })

  it('works every figure out of a county’s own data, each the sum of the records behind it (A114)', () => {
    const measurement = measured(today)
    const own = recordBook({ county, catalogue, travel, supply: today, measurement })
    const { from, to } = county.settings.horizon
    const when = { asOf: county.settings.asOf, from, to, cumulative: false }
    const known = allFigures.filter((figure) => {
      const { total } = evaluateFigure(figure, own, when, null)
      const behind = recordsBehind(figure, own, when, null)
      const sum = (of: (r: (typeof behind)[number]) => number) =>
        behind.reduce((n, r) => n + of(r), 0)
      if (total.value === null) return false
      expect(sum((r) => r.top)).toBeCloseTo(total.top, 6)
      if (total.bottom !== null) expect(sum((r) => r.bottom ?? 0)).toBeCloseTo(total.bottom, 6)
      return true
    })
    expect(known.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['coverage', 'trips', 'personTimes', 'runningCost', 'gapTownship']),
    )
    // Services given and moves are not kept yet; the example has no schools and no county hospital.
    expect(allFigures.length - known.length).toBeLessThan(10)
  })
})
