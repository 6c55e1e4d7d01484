import { type PlainDate, weekday } from '../../kernel/calendar.ts'
import type { BusLine } from '../../travel/bus-line.ts'
import type { CountyTravel } from '../../travel/travel-table.ts'
import type { SiteWindow } from './site-window.ts'

/** A way to a site and home by one bus line each, as their timetables stand. Seconds after midnight. */
export interface BusRun {
  out: BusLine
  home: BusLine
  /** The settlement where people get on, and off again. */
  pickup: string
  depart: number
  arrive: number
  leave: number
  back: number
  /** Longer of the ways, without the walk from home. */
  seconds: number
}

export interface BusQuestion {
  /** Settlements with a bus stop within the walk, with the walk in seconds. */
  near: readonly (readonly [settlement: string, walkSeconds: number])[]
  site: string
  window: SiteWindow
  staySeconds: number
  /** The lines there and home, where they are given. */
  lines?: readonly string[]
}

interface Passage {
  line: BusLine
  stop: number
}

const secondsOf = (minute: number): number => Math.round(minute * 60)

/** Seconds on foot from settlements to facilities, read from the walk table. */
function walksToSites({ walkToFacilities }: CountyTravel): (place: string, site: string) => number {
  const { from, to, offsets, target, seconds } = walkToFacilities
  const rows = new Map(from.map((id, k) => [id, k]))
  return (place, site) => {
    if (place === site) return 0
    const row = rows.get(place)
    if (row === undefined) return -1
    for (let k = offsets[row]!; k < offsets[row + 1]!; k++)
      if (to[target[k]!] === site) return seconds[k]!
    return -1
  }
}

/**
 * Finds, for people near some bus stops, the ride to a site and home the same day with the shortest way from door to
 * door: no changes, the stay within the hours of the site. Ties go to the first by line id.
 */
export function busRunsIn(
  buses: readonly BusLine[],
  travel: CountyTravel,
): (question: BusQuestion) => BusRun | null {
  const lines = [...buses].sort((a, b) => (a.id < b.id ? -1 : 1))
  const passing = new Map<string, Passage[]>()
  for (const line of lines)
    line.stops.forEach(({ place }, stop) => {
      passing.set(place, [...(passing.get(place) ?? []), { line, stop }])
    })
  const walk = walksToSites(travel)
  const ways = (pickup: string, site: string, outward: boolean) =>
    (passing.get(pickup) ?? []).flatMap(({ line, stop }) => {
      const here = secondsOf(line.stops[stop]!.minute)
      const others = outward ? line.stops.slice(stop + 1) : line.stops.slice(0, stop)
      return others.flatMap((other) => {
        const onFoot = walk(other.place, site)
        const there = secondsOf(other.minute) + (outward ? onFoot : -onFoot)
        return onFoot < 0 ? [] : [{ line, here, there }]
      })
    })
  return ({ near, site, window, staySeconds, lines: asked }) => {
    let best: BusRun | null = null
    let bestTime = Number.POSITIVE_INFINITY
    const wanted = (k: number) => (way: { line: BusLine }) =>
      asked === undefined || asked[k] === way.line.id
    for (const [pickup, walkSeconds] of near)
      for (const out of ways(pickup, site, true).filter(wanted(0)))
        for (const home of ways(pickup, site, false).filter(wanted(1))) {
          const stay = Math.min(home.there, window.closes) - Math.max(out.there, window.opens)
          const seconds = Math.max(out.there - out.here, home.here - home.there)
          if (stay < staySeconds || home.here >= 86_400) continue
          if (walkSeconds + seconds >= bestTime) continue
          bestTime = walkSeconds + seconds
          best = {
            out: out.line,
            home: home.line,
            pickup,
            depart: out.here,
            arrive: out.there,
            leave: home.there,
            back: home.here,
            seconds,
          }
        }
    return best
  }
}

/** Whether both lines run on a date. */
export const busRuns = ({ out, home }: BusRun, date: PlainDate): boolean =>
  out.days.includes(weekday(date)) && home.days.includes(weekday(date))

/** The one place where a ride by bus is got on and off. */
export const pickupOf = ({ pickup, depart, back }: BusRun) => ({
  settlement: pickup,
  depart,
  home: back,
})

/** What a ride tells of its times by bus: the line goes anyway, so nothing is driven for it. */
export const busTimes = ({ depart, arrive, leave, back }: BusRun) => ({
  depart,
  arrive,
  leave,
  finish: back,
  metres: 0,
  driveSeconds: 0,
})
