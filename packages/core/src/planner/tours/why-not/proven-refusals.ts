import type { RuledProblem } from '../ruled/problem.ts'
import { DATES, DRIVING, LOAD, ROAD, SHIFT, SKILLS, WINDOWS } from '../rules/rule.ts'
import type { RuleCount } from './answer.ts'
import { possibleDays } from './possible-days.ts'
import { counted } from './refusals.ts'
import { shortestTimes } from './shortest-times.ts'

/**
 * Rules that refuse a unit on every vehicle-day whatever else is in the plan, from bounds that hold for any route: the shortest
 * ways there and back over any places, its own service, its own load, its windows and dates. Null where some vehicle-day could
 * serve it as far as these bounds tell.
 */
export function provenRefusals(problem: RuledProblem, unit: number): RuleCount[] | null {
  const { slots } = problem
  const ways = makeWays(problem)
  const refused = slots.map((_, slot) => {
    const rules = problem.units[unit]!.members.map((c) => boundOn(problem, ways, unit, c, slot))
    return rules.find((rule) => rule !== 0) ?? 0
  })
  const openDays = new Set(slots.flatMap(({ day }, s) => (refused[s] === 0 ? [day] : [])))
  const days = possibleDays(problem, unit, (day) => openDays.has(day))
  const counts = new Map<number, number>()
  for (const [s, rule] of refused.entries()) {
    if (rule === 0 && days.has(slots[s]!.day)) return null
    counts.set(rule || DATES, (counts.get(rule || DATES) ?? 0) + 1)
  }
  return counted(counts)
}

type Ways = (slot: number, back: boolean) => Float64Array

/** Shortest times from where a vehicle may start a day, or to where it may end one, to every place; kept by fleet and table. */
function makeWays(problem: RuledProblem): Ways {
  const known = new Map<string, Float64Array>()
  return (slot, back) => {
    const { fleet, table } = problem.slots[slot]!
    const key = `${fleet} ${table} ${back}`
    const found = known.get(key)
    if (found) return found
    const { depot, endDepot, nights } = problem.fleets[fleet]!
    // A night away may come from another fleet of the vehicle: any lodging of the instance may be where it starts.
    const lodgings = problem.fleets.flatMap((f) => f.nights?.at ?? [])
    const own = back ? endDepot : depot
    const ends = [own, ...(back ? (nights?.at ?? []) : lodgings)]
    const anywhere = back && own < 0
    const made = anywhere
      ? new Float64Array(problem.places)
      : shortestTimes(problem.tables[table]!, problem.places, ends, back)
    known.set(key, made)
    return made
  }
}

/** The rule that refuses a customer on a vehicle-day by a bound that holds for every route; 0 where none does. */
function boundOn(
  problem: RuledProblem,
  ways: Ways,
  unit: number,
  customer: number,
  slot: number,
): number {
  const { fleet: f, day } = problem.slots[slot]!
  if (problem.units[unit]!.fleets[f] === 0) return SKILLS
  const fleet = problem.fleets[f]!
  const c = problem.customers[customer]!
  const windows = c.windows[day]!
  if (windows.length === 0) return WINDOWS
  const there = ways(slot, false)[c.at]!
  const back = ways(slot, true)[c.at]!
  if (there + back === Infinity) return ROAD
  for (const [d, capacity] of fleet.capacities.entries())
    if (Math.max(c.brought[d]!, c.change[d]!) > capacity) return LOAD
  if (there + back > fleet.maxDriving) return DRIVING
  const service = Math.min(c.service, ...c.serviceByGap.map((step) => step.service))
  if (there + c.setup + service + back > fleet.maxDuration) return SHIFT
  const ready = fleet.open + there + c.setup
  const last = windows.at(-1)!
  if (ready > last) return WINDOWS
  return Math.max(ready, windows[0]!) + service + back > fleet.close ? SHIFT : 0
}
