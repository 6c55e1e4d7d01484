import { evaluate } from '../ruled/evaluate.ts'
import { nightBlock } from '../ruled/place.ts'
import type { RuledProblem } from '../ruled/problem.ts'
import { hasDayLeft, loadSequence, type RuledState } from '../ruled/state.ts'
import { DATES, DAYS_OUT, ruleNames, SKILLS } from '../rules/rule.ts'
import type { RuleCount } from './answer.ts'
import { possibleDays } from './possible-days.ts'

/** What keeps a unit out of the routes as they stand. */
export interface Refusals {
  vehicleDays: number
  /** Vehicle-days on which some place takes it. */
  room: number
  /** The most frequent rule first. */
  rules: readonly RuleCount[]
}

/**
 * Tries a unit at every place of every vehicle-day and counts, for those without a place for it, each rule that refuses one:
 * the trace of the evaluation by which the search decides.
 */
export function refusalsOf(state: RuledState, unit: number): Refusals {
  const { problem } = state
  const days = possibleDays(problem, unit)
  const counts = new Map<number, number>()
  let room = 0
  problem.slots.forEach((_, slot) => {
    const refused = refusedOn(state, unit, slot, days)
    if (refused === null) room += 1
    for (const rule of refused ?? []) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  })
  return { vehicleDays: problem.slots.length, room, rules: counted(counts) }
}

/** Counts by rule, the most frequent first. */
export const counted = (counts: ReadonlyMap<number, number>): RuleCount[] =>
  [...counts]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([rule, vehicleDays]) => ({ rule: ruleNames[rule]!, vehicleDays }))

/** Rules that refuse a place on a vehicle-day; null where some place takes the unit. */
function refusedOn(
  state: RuledState,
  unit: number,
  slot: number,
  days: ReadonlySet<number>,
): ReadonlySet<number> | null {
  const { problem } = state
  const { members, fleets, locked } = problem.units[unit]!
  const { fleet, day, vehicle } = problem.slots[slot]!
  if (fleets[fleet] === 0) return new Set([SKILLS])
  const only = locked.get(day) ?? -1
  if (!days.has(day) || (only >= 0 && only !== vehicle)) return new Set([DATES])
  if (!hasDayLeft(state, slot)) return new Set([DAYS_OUT])
  const { stops, start, end } = state.routes[slot]!
  const refused = new Set<number>()
  for (const sequence of placesIn(problem, stops, members)) {
    loadSequence(state, slot, sequence)
    const rule = evaluate(problem, state.room, slot, start, end, sequence.length)
    if (rule === 0) return null
    refused.add(rule)
  }
  return nightBlock(state, unit, slot) === null ? refused : null
}

/** All ways of putting the members into a route, a sender before its receiver. */
function* placesIn(
  problem: RuledProblem,
  stops: readonly number[],
  members: readonly number[],
  from = 0,
): Generator<readonly number[]> {
  if (members.length === 0) yield stops
  for (const c of members) {
    if (members.some((other) => problem.customers[other]!.deliversTo === c)) continue
    const rest = members.filter((other) => other !== c)
    for (let k = from; k <= stops.length; k++)
      yield* placesIn(problem, stops.toSpliced(k, 0, c), rest, k + 1)
  }
}
