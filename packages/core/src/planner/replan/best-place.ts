import type { Job } from './job.ts'
import { compareLevels, type Levels } from './order-of-levels.ts'
import { announcedWithin, drive, type Run, type Schedule, slotAt, staffAllow } from './schedule.ts'

/** Vehicles tried for a visit, besides its own: those with the shortest way there and back. */
const mostVehicles = 12
/** A make-up visit is looked for so many calendar days before and after the day it was published for. */
const farthestDays = 42

export interface Place {
  slot: number
  run: Run
}

/** Vehicles that can make a visit, its own first, then the nearest. */
export function vehiclesFor(schedule: Schedule, job: Job): number[] {
  const { fleet, firstFree, days, roads } = schedule.ground
  const home = job.home === null ? null : fleet[job.home.vehicle]!.vehicle
  const place = schedule.route.place[job.key]!
  const { places } = schedule.route
  const day = Math.min(days.length - 1, Math.max(firstFree, job.around))
  const able = fleet.flatMap((own, v) => {
    const { vehicle } = own
    if (vehicle.kind !== job.stop.kind || !job.services.every((s) => own.services.has(s))) return []
    if (home !== null && vehicle.setupSeconds > home.setupSeconds) return []
    if (home !== null && vehicle.stations < home.stations) return []
    const { seconds } = roads(vehicle, day)
    const [out, back] = [
      seconds[own.tour.depot * places + place]!,
      seconds[place * places + own.tour.depot]!,
    ]
    return [{ v, far: out < 0 || back < 0 ? Number.POSITIVE_INFINITY : out + back }]
  })
  able.sort((a, b) => a.far - b.far || a.v - b.v)
  const near = able.slice(0, mostVehicles).map(({ v }) => v)
  return job.home === null || near.includes(job.home.vehicle) ? near : [job.home.vehicle, ...near]
}

/** Days on which a visit may be made: between the stop's visits before and after it, and on its own day. */
export function daysFor(schedule: Schedule, job: Job): number[] {
  const { firstDay, dayNumbers } = schedule.ground
  const taken = schedule.daysOf.get(job.stop.id)!
  const home = job.home?.day ?? -1
  const middle = job.around
  const far = (day: number) => Math.abs(dayNumbers[day]! - dayNumbers[middle]!) > farthestDays
  const found: number[] = []
  if (home >= firstDay && home < job.from && !taken.has(home)) found.push(home)
  for (let day = Math.max(middle, job.from); day <= job.to && !far(day); day++) {
    if (!taken.has(day)) found.push(day)
    else if (day !== middle) break
  }
  for (let day = Math.min(middle, job.to + 1) - 1; day >= job.from && !far(day); day--) {
    if (taken.has(day)) break
    found.push(day)
  }
  return found
}

/** The best place of a visit in each day's runs: fewest changes there, then least money. */
function bestOfDay(
  schedule: Schedule,
  job: Job,
  vehicles: readonly number[],
  day: number,
  keepTimes: boolean,
): Place | null {
  const { fleet, firstFree } = schedule.ground
  let best: Place | null = null
  let bestLevels: Levels | null = null
  for (const vehicle of vehicles) {
    if (fleet[vehicle]!.free[day] === 0) continue
    const slot = slotAt(schedule, vehicle, day)
    const now = schedule.runs.get(slot)
    const jobs = now?.jobs ?? []
    for (let k = 0; k <= jobs.length; k++) {
      const order = [...jobs.slice(0, k), job, ...jobs.slice(k)]
      const driven = drive(schedule, vehicle, day, order, keepTimes)
      if (typeof driven === 'string') continue
      const run: Run = { vehicle, day, jobs: order, published: null, ...driven }
      if (day < firstFree && disturbs(schedule, run)) continue
      if (!staffAllow(schedule, slot, run)) continue
      const levels = placeLevels(schedule, job, run, now, keepTimes)
      if (bestLevels !== null && compareLevels(levels, bestLevels) >= 0) continue
      best = { slot, run }
      bestLevels = levels
    }
  }
  return best
}

/** Whether a visit that already stands in the slot would come at another second. */
const disturbs = (schedule: Schedule, run: Run): boolean =>
  run.jobs.some(
    (job, k) => schedule.slotOf[job.key]! >= 0 && schedule.arriveOf[job.key] !== run.arrive[k],
  )

function placeLevels(
  { ground, arriveOf, slotOf }: Schedule,
  job: Job,
  run: Run,
  now: Run | undefined,
  keepTimes: boolean,
): Levels {
  const { vehicle, tour } = ground.fleet[run.vehicle]!
  const metres = run.metres - (now?.metres ?? 0)
  const seconds = run.finish - run.depart - (now === undefined ? 0 : now.finish - now.depart)
  const { staffHourFen } = ground.ground.county.settings.prices
  const money =
    (metres * tour.costPerKmFen) / 1000 +
    (now === undefined ? tour.costPerDayFen : 0) +
    (seconds * vehicle.crew * staffHourFen) / 3600
  if (!keepTimes) return [money]
  const elsewhere = job.home?.vehicle === run.vehicle ? 0 : 1
  const late = run.jobs.filter((other, k) => {
    const published = other === job ? other.home?.arrive : arriveOf[other.key]!
    const here = other === job ? other.home?.day === run.day : slotOf[other.key]! >= 0
    return here && Math.abs(run.arrive[k]! - published!) > announcedWithin
  }).length
  return [elsewhere, late, money]
}

/** The best place on each day that can take the visit, in order of `daysFor`. */
export function placesFor(
  schedule: Schedule,
  job: Job,
  vehicles: readonly number[],
  keepTimes: boolean,
  days: readonly number[] = daysFor(schedule, job),
): Place[] {
  return days.flatMap((day) => {
    const place = bestOfDay(schedule, job, vehicles, day, keepTimes)
    return place === null ? [] : [place]
  })
}
