import { addDays, type PlainDate } from '../../kernel/calendar.ts'
import type { Random } from '../../kernel/random.ts'
import { workdaysOf } from '../../plan/workdays.ts'
import { type ChosenPlaces, choosePlaces } from './choose-places.ts'
import type { TourSetEntry } from './entries.ts'
import type { FamilyTraits } from './families.ts'
import { withPasses } from './passes.ts'
import { drawClosures, noClosures, type RoadStates } from './road-states.ts'
import { shortestWays, wayTables } from './shortest-ways.ts'
import { growValleys, type Valleys } from './valleys.ts'

/** Land, calendar and roads of an instance, before anybody asks for a visit. */
export interface SetGround {
  valleys: Valleys
  chosen: ChosenPlaces
  /** Working days: weekends and holidays left out, make-up working days in. */
  dates: readonly PlainDate[]
  periodDays: number
  roads: RoadStates
  secondsFromSeat: Int32Array
  /** Whether a place can be reached from the seat on a day, counted from 0. */
  reachable(place: number, day: number): boolean
}

export function layGround(entry: TourSetEntry, traits: FamilyTraits, random: Random): SetGround {
  const { places, depots, lodgings, periodDays } = entry
  const size = Math.ceil((places * 3) / 2) + 2 * (depots + lodgings) + 5
  const land = growValleys(size, traits.stretch, random.fork('valleys'))
  const valleys = withPasses(land, traits.stretch)
  const open = wayTables(valleys, 100, new Set())
  const count = { depots, lodgings, villages: places }
  const chosen = choosePlaces(open, count, random.fork('places'))
  const dates = workdaysOf({
    horizon: { from: traits.from, to: addDays(traits.from, periodDays - 1) },
    workdays: [1, 2, 3, 4, 5],
    holidays: [],
    makeUpWorkdays: [],
  })
  const slides = traits.closures === 'slides' ? (dates.length > 100 ? 3 : 1) : 0
  const roads = traits.closures
    ? drawClosures(dates, valleys, chosen, random.fork('closures'), slides)
    : noClosures(dates.length)
  const byState = roads.states.map(
    (closed) => shortestWays(wayTables(valleys, 100, closed), 0).times,
  )
  return {
    valleys,
    chosen,
    dates,
    periodDays,
    roads,
    secondsFromSeat: byState[0]!,
    reachable: (place, day) => byState[roads.ofDay[day]!]![place]! >= 0,
  }
}
