import { describe, expect, test } from 'vitest'
import { random } from '../../kernel/random.ts'
import { withPasses } from './passes.ts'
import { shortestWays, travelBetween, wayTables } from './shortest-ways.ts'
import { growValleys, straight, type Valleys } from './valleys.ts'

const none = new Set<number>()
const place = (x: number, height: number) => ({ x, y: 0, height })
/** 3.6 km at 36 km/h up 100 m to the village, another 1.8 km on the level, and a pass from end to end. */
const valley: Valleys = {
  places: [place(0, 200), place(3000, 300), place(4500, 300)],
  roads: [
    { from: 0, to: 1, metres: 3600, climb: 100, fall: 0, kmPerHour: 36, pass: false },
    { from: 1, to: 2, metres: 1800, climb: 0, fall: 0, kmPerHour: 36, pass: false },
    { from: 0, to: 2, metres: 20_000, climb: 500, fall: 400, kmPerHour: 20, pass: true },
  ],
}

describe('ways over valley roads', () => {
  test('cost time on the level, uphill more than downhill, and by pace', () => {
    // 360 s and 100 m up at 0.4 s or down at 0.15 s; 180 s more to the end.
    expect([...shortestWays(wayTables(valley, 100, none), 0).times]).toEqual([0, 400, 580])
    expect([...shortestWays(wayTables(valley, 100, none), 2).times]).toEqual([555, 180, 0])
    expect(shortestWays(wayTables(valley, 112, none), 0).times[1]).toBe(448)
    expect([...shortestWays(wayTables(valley, 100, none), 0).lengths]).toEqual([0, 360, 540])
  })

  test('go round by the pass where the valley road is closed, and nowhere where both are', () => {
    // 3600 s, 500 m up and 400 m down.
    const round = shortestWays(wayTables(valley, 100, new Set([1])), 0)
    expect([round.times[2], round.lengths[2]]).toEqual([3600 + 200 + 60, 2000])
    const cut = shortestWays(wayTables(valley, 100, new Set([1, 2])), 0)
    expect([cut.times[2], cut.lengths[2]]).toEqual([-1, -1])
  })

  test('bundles of one place are no way apart', () => {
    const { times, lengths } = travelBetween(wayTables(valley, 100, none), [0, 2, 2])
    expect(times).toEqual([
      [0, 580, 580],
      [555, 0, 0],
      [555, 0, 0],
    ])
    expect(lengths[1]).toEqual([540, 0, 0])
  })
})

describe('grown valleys', () => {
  const grown = growValleys(80, 100, random(5))

  test('reach every place by a road of its own that climbs what it says', () => {
    expect(grown.places).toHaveLength(80)
    expect(grown.roads).toHaveLength(79)
    expect([...shortestWays(wayTables(grown, 100, none), 0).times].every((t) => t >= 0)).toBe(true)
    for (const { from, to, climb, fall, metres } of grown.roads) {
      const [a, b] = [grown.places[from]!, grown.places[to]!]
      expect(climb - fall).toBe(b.height - a.height)
      expect(metres).toBeGreaterThan(straight(a, b))
    }
  })

  test('get passes between places that are near and far by road; each place one at most', () => {
    const { roads } = withPasses(grown, 100)
    const passes = roads.filter((road) => road.pass)
    expect(passes.length).toBeGreaterThan(0)
    const ends = passes.flatMap(({ from, to }) => [from, to])
    expect(new Set(ends).size).toBe(ends.length)
    const ways = wayTables(grown, 100, none)
    for (const { from, to } of passes) {
      const byRoad = 10 * shortestWays(ways, from).lengths[to]!
      const near = straight(grown.places[from]!, grown.places[to]!)
      expect(byRoad).toBeGreaterThanOrEqual(4 * near)
    }
  })
})
