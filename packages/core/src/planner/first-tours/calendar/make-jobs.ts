import type { Ground } from '../ground.ts'
import { cutRoute, stopsOn, type Template } from '../templates/template.ts'
import { evenTargets } from './even-targets.ts'
import type { Job, Variant } from './job.ts'

/** Outings of all templates; the ones that must not be missed come first. */
export interface Outings {
  variants: Variant[]
  jobs: Job[]
}

const people = (ground: Ground, template: Template): number =>
  template.stops.reduce(
    (sum, stop) =>
      ground.classOf[stop] === template.firstClass ? sum + ground.stops[stop]!.people : sum,
    0,
  )

/** Templates by priority class, then people of that class, then first stop. */
export const byRank = (ground: Ground, templates: readonly Template[]): Template[] =>
  [...templates].sort(
    (a, b) =>
      a.firstClass - b.firstClass ||
      people(ground, b) - people(ground, a) ||
      Math.min(...a.stops) - Math.min(...b.stops),
  )

/** Home vehicle of each template: in its group, the one with most days left. Balances the loads. */
function homes(ground: Ground, ranked: readonly Template[]): number[] {
  const starts: number[] = []
  let count = 0
  for (const group of ground.groups) {
    starts.push(count)
    count += group.vehicles.length
  }
  const left = ground.groups.flatMap((group) =>
    group.vehicles.map((vehicle) => vehicle.days.length),
  )
  return ranked.map((template) => {
    const start = starts[template.group]!
    const end = start + ground.groups[template.group]!.vehicles.length
    let home = start
    for (let v = start + 1; v < end; v++) if (left[v]! > left[home]!) home = v
    left[home]! -= template.occurrences
    return home
  })
}

/** Where in its period each template starts: those of one vehicle and frequency fill it evenly. */
function phases(ranked: readonly Template[], home: readonly number[]): number[] {
  const keys = ranked.map((template, t) => `${home[t]} ${template.occurrences}`)
  const seen = new Map<string, number>()
  const rank = keys.map((key) => {
    const k = seen.get(key) ?? 0
    seen.set(key, k + 1)
    return k
  })
  return keys.map((key, t) => rank[t]! / seen.get(key)!)
}

/** Common days of the stops. */
function variantDays(ground: Ground, stops: readonly number[]): Uint8Array {
  return Uint8Array.from(ground.problem.days, (_, day) => {
    let kind = 1
    for (const stop of stops) {
      if (ground.open[stop]!.closed[day]) return 0
      if (ground.stops[stop]!.avoidDays.has(day)) kind = 2
    }
    return kind
  })
}

/** Every outing with its even target; where the season of the target cuts a tour, its parts. */
export function makeJobs(ground: Ground, ranked: readonly Template[]): Outings {
  const variants: Variant[] = []
  const known = new Map<string, number>()
  const variantOf = (stops: readonly number[]): number => {
    const key = stops.join(' ')
    const found = known.get(key)
    if (found !== undefined) return found
    known.set(key, variants.length)
    variants.push({ stops, days: variantDays(ground, stops) })
    return variants.length - 1
  }
  const vehicles = ground.groups.flatMap((group) => group.vehicles)
  const home = homes(ground, ranked)
  const phase = phases(ranked, home)
  const jobs = ranked.flatMap((template, t) => {
    const { days } = variants[variantOf(template.stops)]!
    const own = vehicles[home[t]!]!.days
    const open = Array.from(own.length > 0 ? own : days.keys()).filter((day) => days[day])
    const n = template.occurrences
    const reach = Math.max(1, Math.floor(open.length / n / 2))
    const { dayNumbers, problem } = ground
    const targets = evenTargets(open, dayNumbers, problem.horizonDays, n, phase[t]!)
    return targets.flatMap(({ day: target, wish }, k) => {
      const at = open.indexOf(target)
      const stops = stopsOn(ground, template, k)
      const window = open.slice(Math.max(0, at - reach), at + reach + 1)
      return cutForSeason(ground, template.group, stops, target, window).map((part) => ({
        variant: variantOf(part),
        template: t,
        home: home[t]!,
        target,
        wish,
        reach,
      }))
    })
  })
  return { variants, jobs }
}

/** The outing whole if it can run near its target, else the parts that can run on the target day. */
function cutForSeason(
  ground: Ground,
  group: number,
  stops: readonly number[],
  target: number,
  window: readonly number[],
): readonly (readonly number[])[] {
  const stateOf = (day: number): number => ground.problem.stateOfDay[day]!
  const states = [...new Set([target, ...window].map(stateOf))]
  const cuts = states.map((state) => cutRoute(ground, group, state, stops))
  if (cuts.some((cut) => cut?.parts.length === 1)) return [stops]
  return cuts[0]?.parts ?? stops.map((stop) => [stop])
}
