import { dayNumber } from '../../kernel/calendar.ts'
import type { TourProblem, TourSolution } from './problem.ts'

/** Everything wrong with a solution, recomputed from the problem; empty when all is right. */
export function faultsOf(problem: TourProblem, solution: TourSolution): string[] {
  const faults: string[] = []
  const vehicles = new Map(problem.vehicles.map((vehicle) => [vehicle.id, vehicle]))
  const stops = new Map(problem.stops.map((stop) => [stop.id, stop]))
  const n = problem.places.length
  const taken = new Set<string>()
  const count = new Map<string, Set<string>>()
  for (const tour of solution.tours) {
    const vehicle = vehicles.get(tour.vehicle)!
    const day = problem.days.indexOf(tour.date)
    if (tour.id !== `${tour.vehicle}-${tour.date}`) faults.push(`${tour.id}: name`)
    if (taken.has(tour.id)) faults.push(`${tour.id}: second tour of the day`)
    taken.add(tour.id)
    if (!vehicle.days.includes(day)) faults.push(`${tour.id}: vehicle is off`)
    const travel = problem.states[problem.stateOfDay[day]!]!.byProfile[vehicle.profile]!
    let at = vehicle.depot
    let clock: number = tour.depart
    let metres = 0
    let drive = 0
    const go = (place: number): void => {
      const time = travel.seconds[at * n + place]!
      if (time < 0) faults.push(`${tour.id}: no way`)
      clock += time
      drive += time
      metres += travel.metres[at * n + place]!
      at = place
    }
    tour.visits.forEach((visit, k) => {
      const stop = stops.get(visit.stop)!
      go(stop.place)
      if (visit.id !== `${tour.id}/${k + 1}`) faults.push(`${visit.id}: name`)
      if (visit.arrive !== clock) faults.push(`${visit.id}: arrives at another time`)
      clock += stop.serviceSeconds
      if (visit.leave !== clock) faults.push(`${visit.id}: leaves at another time`)
      if (stop.closedDays.has(day)) faults.push(`${visit.id}: closed`)
      if (stop.kind !== vehicle.kind) faults.push(`${visit.id}: wrong kind`)
      const dates = count.get(stop.id) ?? new Set()
      if (dates.has(tour.date)) faults.push(`${visit.id}: twice a day`)
      count.set(stop.id, dates.add(tour.date))
    })
    go(vehicle.depot)
    if (clock !== tour.finish || metres !== tour.metres || drive !== tour.driveSeconds)
      faults.push(`${tour.id}: sums`)
    if (tour.depart < vehicle.earliest) faults.push(`${tour.id}: too early`)
    if (tour.finish - tour.depart > vehicle.shiftSeconds) faults.push(`${tour.id}: shift`)
    if (drive > vehicle.driveLimitSeconds) faults.push(`${tour.id}: driving`)
  }
  for (const stop of problem.stops) {
    const missing = solution.unplaced
      .filter((unplaced) => unplaced.stop === stop.id)
      .reduce((sum, { visits }) => sum + visits, 0)
    const placed = count.get(stop.id)?.size ?? 0
    if (placed + missing !== stop.visits)
      faults.push(`${stop.id}: ${placed} placed, ${missing} not, ${stop.visits} wanted`)
  }
  return faults
}

/** Day numbers of each stop's visits, ascending. */
export function visitDays(solution: TourSolution): Map<string, number[]> {
  const days = new Map<string, number[]>()
  for (const { date, visits } of solution.tours)
    for (const { stop } of visits) days.set(stop, [...(days.get(stop) ?? []), dayNumber(date)])
  return days
}
