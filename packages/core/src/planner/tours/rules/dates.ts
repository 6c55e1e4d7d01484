import type { RuledProblem, Unit } from '../ruled/problem.ts'

/** Whether visits on these slots (by day) keep all that a unit asks of its own dates and vehicles; unions apart. */
export function datesHold(problem: RuledProblem, unit: Unit, slots: readonly number[]): boolean {
  const days = slots.map((s) => problem.slots[s]!.day)
  const same = (of: (slot: number) => number) => slots.every((s) => of(s) === of(slots[0]!))
  if (new Set(days).size !== days.length) return false
  if (unit.patterns !== null && !unit.patterns.some((p) => p.join() === days.join())) return false
  if (unit.spacing !== null && !gapsHold(problem, unit, days)) return false
  if (unit.sameVehicle && !same((s) => problem.slots[s]!.vehicle)) return false
  if (unit.sameWeekday && !same((s) => problem.weekday[problem.slots[s]!.day]!)) return false
  return [...unit.locked].every(([day, vehicle]) =>
    slots.some((s) => {
      const slot = problem.slots[s]!
      return slot.day === day && (vehicle < 0 || slot.vehicle === vehicle)
    }),
  )
}

function gapsHold(problem: RuledProblem, unit: Unit, days: readonly number[]): boolean {
  const { dayNumber, periodDays } = problem
  const { minGap, maxGap, first, wraps, visits } = unit.spacing!
  if (days.length !== visits) return false
  const gaps = days.slice(1).map((d, k) => dayNumber[d]! - dayNumber[days[k]!]!)
  if (first >= 0) gaps.push(dayNumber[days[0]!]! + first)
  if (wraps) gaps.push(periodDays - dayNumber[days.at(-1)!]! + dayNumber[days[0]!]!)
  return gaps.every((gap) => gap >= minGap && gap <= maxGap)
}
