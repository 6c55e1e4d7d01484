import type { Random } from '../../../kernel/random.ts'
import { datesByPattern } from '../rules/patterns.ts'
import { type DateRoom, datesBySpacing } from '../rules/spacing.ts'
import { farEnough, type UnionDays, unionHolds, unionsOf } from '../rules/unions.ts'
import type { Guide } from './guide.ts'
import { changeRoute, changeVisits, type Journal } from './journal.ts'
import { type PlaceCache, placeCost, placed } from './place.ts'
import type { Unit } from './problem.ts'
import { hasDayLeft, hasGapService, makeRoute, type RuledState } from './state.ts'

/** Everything that an insertion uses beside the state. */
export interface Inserting {
  state: RuledState
  journal: Journal
  cache: PlaceCache
  room: DateRoom
  guide: Guide
  random: Random
  dayCost: Float64Array
  /** Best vehicle of each day, by rank among the unit's vehicles. */
  dayRank: Int32Array
}

/** Share of places passed over at random (Christiaens & Vanden Berghe 2020). */
const blink = 0.01

interface Dates {
  cost: number
  days: readonly number[]
  ranks: readonly number[]
}

/**
 * Puts a unit in on the days and vehicles that cost least together; the visits it still has (`kept`, slots by day) stay.
 * False where nothing fits or leaving it out is cheaper; then its kept visits stand alone and the caller takes them out.
 */
export function insertUnit(inserting: Inserting, unit: number): boolean {
  const { state } = inserting
  const kept = state.visits[unit]!
  for (let attempt = 0; attempt < 3; attempt++) {
    const dates = bestDates(inserting, unit, kept)
    if (dates === null || dates.cost >= inserting.guide.absence[unit]!) return false
    if (carryOut(inserting, unit, kept, dates)) return true
  }
  return false
}

function bestDates(inserting: Inserting, u: number, kept: readonly number[]): Dates | null {
  const unit = inserting.state.problem.units[u]!
  const ranks = unit.vehicles.map((_, rank) => rank)
  const unions = unionsOf(inserting.state, u)
  if (!unit.sameVehicle) return datesWithin(inserting, u, kept, ranks, unions)
  const fixed = kept.length > 0 ? inserting.state.problem.slots[kept[0]!]!.vehicle : -1
  let best: Dates | null = null
  for (const rank of ranks) {
    if (fixed >= 0 && unit.vehicles[rank] !== fixed) continue
    const found = datesWithin(inserting, u, kept, [rank], unions)
    if (found !== null && (best === null || found.cost < best.cost)) best = found
  }
  return best
}

/** The best dates by the given vehicles; with one weekday for all where the unit wants it. */
function datesWithin(
  inserting: Inserting,
  u: number,
  kept: readonly number[],
  ranks: readonly number[],
  unions: readonly UnionDays[],
): Dates | null {
  const { state, dayCost } = inserting
  const { problem } = state
  const unit = problem.units[u]!
  fillDays(inserting, u, kept, ranks, unions)
  const keptDays = kept.map((s) => problem.slots[s]!.day)
  const forced = [...new Set([...keptDays, ...unit.locked.keys()])].sort((a, b) => a - b)
  if (!unit.sameWeekday) return chooseDays(inserting, unit, forced, unions)
  const all = dayCost.slice()
  let best: Dates | null = null
  for (let weekday = 0; weekday < 7; weekday++) {
    if (forced.some((d) => problem.weekday[d] !== weekday)) continue
    for (let d = 0; d < problem.days; d++)
      dayCost[d] = problem.weekday[d] === weekday ? all[d]! : Infinity
    const found = chooseDays(inserting, unit, forced, unions)
    if (found !== null && (best === null || found.cost < best.cost)) best = found
  }
  dayCost.set(all)
  return best
}

/** Cost and vehicle of the cheapest visit on each day; 0 where a visit stays. */
function fillDays(
  inserting: Inserting,
  u: number,
  kept: readonly number[],
  ranks: readonly number[],
  unions: readonly UnionDays[],
): void {
  const { state, dayCost, dayRank, cache, guide, random } = inserting
  const { problem } = state
  const unit = problem.units[u]!
  for (let d = 0; d < problem.days; d++) {
    dayCost[d] = Infinity
    dayRank[d] = -1
    if (kept.some((s) => problem.slots[s]!.day === d)) continue
    if (unions.some((union) => !farEnough(problem.dayNumber, union, d))) continue
    const only = unit.locked.get(d) ?? -1
    for (const rank of ranks) {
      const vehicle = unit.vehicles[rank]!
      const slot = problem.slotAt[vehicle * problem.days + d]!
      if (slot < 0 || (only >= 0 && vehicle !== only)) continue
      const { fleet } = problem.slots[slot]!
      if (unit.fleets[fleet] === 0 || !hasDayLeft(state, slot)) continue
      const cost = placeCost(state, cache, u, rank, slot) + guide.extra(u, slot)
      if (cost >= dayCost[d]! || random.next() < blink) continue
      dayCost[d] = cost
      dayRank[d] = rank
    }
  }
  for (const slot of kept) {
    const { day, vehicle } = problem.slots[slot]!
    dayCost[day] = 0
    dayRank[day] = unit.vehicles.indexOf(vehicle)
  }
}

function chooseDays(
  inserting: Inserting,
  unit: Unit,
  forced: readonly number[],
  unions: readonly UnionDays[],
): Dates | null {
  const { state, dayCost, dayRank, room, random } = inserting
  const { problem } = state
  const { dayNumber, periodDays } = problem
  const days =
    unit.patterns !== null
      ? datesByPattern(unit, dayCost, forced, () => random.next() < 5 * blink)
      : datesBySpacing(
          problem,
          unit,
          {
            cost: dayCost,
            forced,
            minGap: Math.max(0, ...unions.map((union) => union.minGap)),
            mayFollow:
              unions.length === 0
                ? null
                : (a, b) => unions.every((union) => reaches(dayNumber, union, a, b)),
          },
          room,
        )
  if (days === null) return null
  if (!unions.every((union) => unionHolds(dayNumber, periodDays, union, days))) return null
  const cost = days.reduce((sum, d) => sum + dayCost[d]!, 0)
  return cost === Infinity ? null : { cost, days, ranks: days.map((d) => dayRank[d]!) }
}

/** Whether no gap of the union between two own days is too long. */
function reaches(dayNumber: Int32Array, union: UnionDays, a: number, b: number): boolean {
  if (!union.complete) return true
  let at = a
  for (const d of union.days) {
    if (d <= a || d >= b) continue
    if (dayNumber[d]! - dayNumber[at]! > union.maxGap) return false
    at = d
  }
  return dayNumber[b]! - dayNumber[at]! <= union.maxGap
}

/** Puts the unit into its routes; all back and false where one of them no longer takes it. */
function carryOut(
  inserting: Inserting,
  u: number,
  kept: readonly number[],
  { days, ranks }: Dates,
): boolean {
  const { state, journal, cache } = inserting
  const { problem } = state
  const unit = problem.units[u]!
  const undone: { slot: number; route: RuledState['routes'][number] }[] = []
  const keptDays = new Set(kept.map((s) => problem.slots[s]!.day))
  const visits: number[] = []
  let holds = true
  for (const [k, day] of days.entries()) {
    const rank = ranks[k]!
    const slot = problem.slotAt[unit.vehicles[rank]! * problem.days + day]!
    visits.push(slot)
    if (keptDays.has(day)) continue
    const made = hasDayLeft(state, slot) ? placed(state, cache, u, rank, slot) : null
    if (made === null) {
      holds = false
      break
    }
    for (const [i, s] of made.slots.entries()) {
      undone.push({ slot: s, route: state.routes[s]! })
      changeRoute(state, journal, s, made.routes[i]!)
    }
  }
  if (holds) {
    changeVisits(state, journal, u, visits)
    if (!hasGapService(problem, u)) return true
    if (settleServices(inserting, visits, undone)) return true
    changeVisits(state, journal, u, kept)
  }
  for (const { slot, route } of undone.reverse()) changeRoute(state, journal, slot, route)
  return false
}

/** Lays the unit's routes anew with the services that its dates ask for; they can be longer where a visit before has gone. */
function settleServices(
  { state, journal }: Inserting,
  visits: readonly number[],
  undone: { slot: number; route: RuledState['routes'][number] }[],
): boolean {
  for (const slot of visits) {
    const route = state.routes[slot]!
    const made = makeRoute(state, slot, route.stops, route.start, route.end)
    if (typeof made === 'number') return false
    undone.push({ slot, route })
    changeRoute(state, journal, slot, made)
  }
  return true
}
