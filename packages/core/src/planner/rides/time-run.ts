import type { Vehicle } from '../../resources/vehicle.ts'
import type { RideRoads } from './ride-roads.ts'
import type { SiteWindow } from './site-window.ts'

/** At the wheel without a rest, at most (Road Traffic Safety Law regulation, art. 62(7)). */
const driveWithoutRest = 4 * 3600

/** Where a run goes: settlements in the order of picking up, then the site. */
export interface RunPlan {
  site: string
  pickups: readonly string[]
  vehicle: Vehicle | null
  window: SiteWindow
  staySeconds: number
  /** A stay of so many seconds is off duty. */
  longStaySeconds: number
}

/** Times of one run; seconds after midnight. */
export interface TimedRun {
  depart: number
  arrive: number
  leave: number
  finish: number
  pickups: readonly { settlement: string; depart: number; home: number }[]
  metres: number
  driveSeconds: number
  dutySeconds: number
}

/** Seconds on duty of a run of so much driving with a stay. */
export const dutyOf = (
  driveSeconds: number,
  { staySeconds, longStaySeconds }: Pick<RunPlan, 'staySeconds' | 'longStaySeconds'>,
): number => driveSeconds + (staySeconds >= longStaySeconds ? 0 : staySeconds)

/** What a ride tells of its run. */
export const timesOf = ({ depart, arrive, leave, finish, metres, driveSeconds }: TimedRun) => ({
  depart,
  arrive,
  leave,
  finish,
  metres,
  driveSeconds,
})

interface Way {
  /** Seconds from the start of the way to each of its places. */
  at: number[]
  metres: number
}

/**
 * The way along places, the leg to or from the site by its own table; null where a leg is missing. A vehicle may have
 * its depot at the site: which leg is the site's is told by the direction.
 */
function wayAlong(places: readonly string[], roads: RideRoads, way: 'out' | 'home'): Way | null {
  const at = [0]
  let metres = 0
  for (let k = 1; k < places.length; k++) {
    const [from, to] = [places[k - 1]!, places[k]!]
    const [read, a, b] =
      way === 'out' && k === places.length - 1
        ? ([roads.toSite, from, to] as const)
        : way === 'home' && k === 1
          ? ([roads.toSite, to, from] as const)
          : ([roads.between, from, to] as const)
    const seconds = read.seconds(a, b)
    if (seconds < 0) return null
    at.push(at[k - 1]! + seconds)
    metres += read.metres(a, b)
  }
  return { at, metres }
}

/**
 * Times a run so that people are at the site when it opens, stay there, and go home the same way backwards
 * (docs/methods/rides.md). Null where there is no road, or hours, duty or driving don't allow it.
 */
export function timeRun(run: RunPlan, roads: RideRoads): TimedRun | null {
  const { site, pickups, vehicle, window, staySeconds } = run
  const home = [...pickups].reverse()
  const depot = vehicle === null ? [] : [vehicle.depot]
  const out = wayAlong([...depot, ...pickups, site], roads, 'out')
  const back = wayAlong([site, ...home, ...depot], roads, 'home')
  if (out === null || back === null) return null
  const [there, return_] = [out.at.at(-1)!, back.at.at(-1)!]
  const arrive = Math.max(window.opens, (vehicle?.earliest ?? 0) + there)
  const leave = arrive + staySeconds
  const depart = arrive - there
  const finish = leave + return_
  const drive = there + return_
  const duty = dutyOf(drive, run)
  const within =
    leave <= window.closes &&
    depart >= 0 &&
    finish < 86_400 &&
    Math.max(there, return_) <= driveWithoutRest &&
    (vehicle === null || (duty <= vehicle.shiftSeconds && drive <= vehicle.driveLimitSeconds))
  if (!within) return null
  return {
    depart,
    arrive,
    leave,
    finish,
    pickups: pickups.map((settlement, k) => ({
      settlement,
      depart: depart + out.at[k + depot.length]!,
      home: leave + back.at[pickups.length - k]!,
    })),
    metres: out.metres + back.metres,
    driveSeconds: drive,
    dutySeconds: duty,
  }
}
