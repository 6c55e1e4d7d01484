import { describe, expect, test } from 'vitest'
import type { RoadWay } from '../territory/roads.ts'
import { degrees, metresOf } from './networks.fixture.ts'
import { profileRows, travelProfile } from './profile-table.ts'
import { gradeFactor, type RoadSeason, type WayTimes, wayTimes } from './way-times.ts'

const road: RoadWay = {
  id: 'w',
  class: 'secondary',
  surface: 'paved',
  oneway: 0,
  bridge: false,
  tunnel: false,
  footOnly: false,
  points: new Uint32Array(),
}

/** Times over a line in metres; `height` is of metres east and north. */
function timesOver(
  points: readonly (readonly [number, number])[],
  way: Partial<RoadWay> = {},
  height: (x: number, y: number) => number = () => 0,
  season: RoadSeason | null = null,
): WayTimes {
  const at = points.map(([x, y]) => degrees(x, y))
  const sample = (lng: number, lat: number) => height(...metresOf(lng, lat))
  const line = {
    lng: Float64Array.from(at, (p) => p[0]),
    lat: Float64Array.from(at, (p) => p[1]),
    startHeight: height(...points[0]!),
    endHeight: height(...points[points.length - 1]!),
  }
  return wayTimes({ ...road, ...way }, line, sample, season, travelProfile)
}

const last = (totals: Float64Array): number => totals[totals.length - 1]!

describe('driving', () => {
  test('a flat straight road is driven at its class speed', () => {
    const times = timesOver([
      [0, 0],
      [4000, 0],
    ])
    expect(last(times.along)).toBeCloseTo(4000, 1)
    expect(last(times.driveForward)).toBeCloseTo(360, 1)
    expect(last(times.driveBackward)).toBeCloseTo(360, 1)
  })

  test.each([
    ['legal limit', { maxSpeed: 20 }, 720],
    ['gravel', { surface: 'gravel' as const }, 480],
    ['dirt', { surface: 'dirt' as const }, 800],
    ['narrow, with passing', { widthM: 4 }, 576 + 32],
    ['narrow threshold is exclusive: 5.5 m is wide', { widthM: 5.5 }, 360],
  ])('%s', (_, way, seconds) => {
    const times = timesOver(
      [
        [0, 0],
        [4000, 0],
      ],
      way,
    )
    expect(last(times.driveForward)).toBeCloseTo(seconds, 0)
  })

  test('a climb is slower than the descent, by the factors of the table', () => {
    const times = timesOver(
      [
        [0, 0],
        [4000, 0],
      ],
      {},
      (x) => x * 0.08,
    )
    expect(gradeFactor(0.08, travelProfile.grade)).toBeCloseTo(1 / 1.3, 12)
    expect(gradeFactor(-0.08, travelProfile.grade)).toBeCloseTo(1 / 1.08, 12)
    expect(last(times.driveForward)).toBeCloseTo(360 * 1.3, 0)
    expect(last(times.driveBackward)).toBeCloseTo(360 * 1.08, 0)
  })

  test('a bend of 40 m radius is driven at 3.6 sqrt(a R)', () => {
    const radius = 40
    const circle = Array.from({ length: 181 }, (_, k): [number, number] => {
      const a = (k * Math.PI) / 180
      return [radius * Math.cos(a), radius * Math.sin(a)]
    })
    const fast = timesOver(circle, { class: 'trunk' })
    const hairpins = travelProfile.curve.hairpinDelay.value
    const speed = Math.sqrt(travelProfile.curve.lateral.value * radius)
    // Half a circle turns 57° within 40 m: a bend, not a hairpin. The two end cells are half straight.
    expect(last(fast.driveForward)).toBeGreaterThan((0.95 * Math.PI * radius) / speed)
    expect(last(fast.driveForward)).toBeLessThan((1.03 * Math.PI * radius) / speed)
    expect(last(fast.driveForward)).toBeLessThan((Math.PI * radius) / speed + hairpins)
  })

  test('each hairpin costs its delay; an S of equal turns is none', () => {
    const hairpin = timesOver([
      [0, 0],
      [500, 0],
      [510, 8],
      [500, 16],
      [0, 16],
    ])
    const without = { ...travelProfile.curve, hairpinDelay: travelProfile.curve.hairpinDelay }
    const at = hairpin.driveForward
    const straight = (500 * 3.6) / 40
    expect(at[1]! + (last(at) - at[3]!)).toBeGreaterThan(2 * straight - 5)
    expect(last(at)).toBeGreaterThan(2 * straight + without.hairpinDelay.value)
    const s = timesOver([
      [0, 0],
      [500, 0],
      [505, 10],
      [1005, 10],
    ])
    expect(last(s.driveForward)).toBeLessThan((1010 * 3.6) / 40 + 8)
  })

  test('a tunnel through a ridge is level; the road over it is not', () => {
    const ridge = (x: number): number => Math.max(0, 300 - Math.abs(x - 2000) * 0.15)
    const line: [number, number][] = [
      [0, 0],
      [4000, 0],
    ]
    const over = timesOver(line, {}, ridge)
    const through = timesOver(line, { tunnel: true }, ridge)
    expect(last(through.driveForward)).toBeCloseTo(360, 1)
    expect(last(over.driveForward)).toBeGreaterThan(450)
  })

  test('a season slows roads above its height only', () => {
    const line: [number, number][] = [
      [0, 0],
      [4000, 0],
    ]
    const half = (x: number): number => (x < 2000 ? 900 : 1100)
    const snow = { timeFactor: 1.5, aboveM: 1000 }
    const plain = timesOver(line, {}, half)
    const snowy = timesOver(line, {}, half, snow)
    expect(last(snowy.driveForward) - last(plain.driveForward)).toBeCloseTo(90, -1)
    const everywhere = timesOver(line, {}, half, { timeFactor: 1.5, aboveM: null })
    expect(last(everywhere.driveForward)).toBeCloseTo(1.5 * last(plain.driveForward), 6)
  })

  test('unknown heights count as level', () => {
    const times = timesOver(
      [
        [0, 0],
        [4000, 0],
      ],
      {},
      () => Number.NaN,
    )
    expect(last(times.driveForward)).toBeCloseTo(360, 1)
  })

  test('cutting a way at a further point changes none of its times', () => {
    const bend: [number, number][] = [
      [0, 0],
      [700, 100],
      [900, 600],
    ]
    const hill = (x: number, y: number): number => 40 * Math.sin(x / 150) + y / 20
    const whole = timesOver(bend, {}, hill)
    const cut = timesOver([bend[0]!, [350, 50], bend[1]!, bend[2]!], {}, hill)
    expect(last(cut.driveForward)).toBeCloseTo(last(whole.driveForward), 3)
    expect(last(cut.walkBackward)).toBeCloseTo(last(whole.walkBackward), 3)
  })
})

describe('walking', () => {
  test('Tobler: 5.04 km/h on the flat, both ways', () => {
    const times = timesOver([
      [0, 0],
      [5040, 0],
    ])
    const flat = 6 * Math.exp(-3.5 * 0.05)
    expect(flat).toBeCloseTo(5.04, 2)
    expect(last(times.walkForward)).toBeCloseTo((5.04 / flat) * 3600, 0)
    expect(last(times.walkBackward)).toBeCloseTo(last(times.walkForward), 6)
  })

  test('Tobler on a grade of 10 %: slower up than down', () => {
    const times = timesOver(
      [
        [0, 0],
        [3000, 0],
      ],
      {},
      (x) => x * 0.1,
    )
    expect(last(times.walkForward)).toBeCloseTo((3 / (6 * Math.exp(-3.5 * 0.15))) * 3600, -0.5)
    expect(last(times.walkBackward)).toBeCloseTo((3 / (6 * Math.exp(-3.5 * 0.05))) * 3600, -0.5)
  })

  test('time is summed, not speed averaged: up and down a hill is slower than the flat', () => {
    const hill = timesOver(
      [
        [0, 0],
        [1000, 0],
        [2000, 0],
      ],
      {},
      (x) => (x < 1000 ? x * 0.3 : (2000 - x) * 0.3),
    )
    const up = (1 / (6 * Math.exp(-3.5 * 0.35))) * 3600
    const down = (1 / (6 * Math.exp(-3.5 * 0.25))) * 3600
    expect(last(hill.walkForward) / (up + down)).toBeCloseTo(1, 1)
    expect(last(hill.walkForward)).toBeGreaterThan(2 * (3600 / 5.04))
  })
})

test('every factor of the table has a number, a unit and a source', () => {
  const rows = profileRows(travelProfile)
  expect(rows.length).toBeGreaterThan(50)
  expect(new Set(rows.map((row) => row.name)).size).toBe(rows.length)
  for (const row of rows) {
    expect(Number.isFinite(row.value), row.name).toBe(true)
    expect(row.unit && row.source, row.name).toBeTruthy()
  }
  expect(rows.find((row) => row.name === 'speed.trunk')).toMatchObject({ value: 60, unit: 'km/h' })
})
