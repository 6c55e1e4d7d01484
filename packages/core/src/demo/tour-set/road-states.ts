import { dayNumber, type PlainDate } from '../../kernel/calendar.ts'
import type { Random } from '../../kernel/random.ts'
import { shortestWays, wayTables } from './shortest-ways.ts'
import type { Valleys } from './valleys.ts'

/** Which roads are closed on which of the instance's days. State 0: none. */
export interface RoadStates {
  states: readonly ReadonlySet<number>[]
  /** Index into `states` for each day. */
  ofDay: readonly number[]
}

export const noClosures = (days: number): RoadStates => ({
  states: [new Set()],
  ofDay: Array.from({ length: days }, () => 0),
})

/** Days that a slide blocks a valley. */
const slideDays = 4

/** Passes are shut for a sixth of the days, at the start of the horizon; so many slides cut off a side valley for some days after. */
export function drawClosures(
  dates: readonly PlainDate[],
  valleys: Valleys,
  { depots, villages }: { depots: readonly number[]; villages: readonly number[] },
  random: Random,
  slides: number,
): RoadStates {
  const passes = new Set(valleys.roads.flatMap((road, k) => (road.pass ? [k] : [])))
  const states: Set<number>[] = [new Set(), passes]
  const shut = Math.floor(dates.length / 6)
  const ofDay: number[] = dates.map((_, day) => (day < shut ? 1 : 0))
  for (let slide = 0; slide < slides; slide++) {
    const road = drawSlide(valleys, depots, villages, random)
    if (road === null) continue
    const part = Math.floor((dates.length - shut) / slides)
    const start = shut + slide * part + 1 + random.below(Math.max(1, part - slideDays - 1))
    const state = states.push(new Set([road])) - 1
    const until = dayNumber(dates[start]!) + slideDays + 2
    dates.forEach((date, day) => {
      if (day >= start && day < start + slideDays && dayNumber(date) < until) ofDay[day] = state
    })
  }
  return { states, ofDay }
}

/** A road whose closure cuts off between a fiftieth and a fifth of the villages, and no depot; null where twenty draws found none. */
function drawSlide(
  valleys: Valleys,
  depots: readonly number[],
  villages: readonly number[],
  random: Random,
): number | null {
  for (let tries = 0; tries < 20; tries++) {
    const road = random.below(valleys.roads.length)
    const { times } = shortestWays(wayTables(valleys, 100, new Set([road])), 0)
    const cut = villages.filter((place) => times[place]! < 0).length
    if (cut * 50 < villages.length || cut * 5 > villages.length) continue
    if (cut > 0 && depots.every((place) => times[place]! >= 0)) return road
  }
  return null
}
