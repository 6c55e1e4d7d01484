import { type Random, random } from '../../kernel/random.ts'
import { daysFor, placesFor, vehiclesFor } from './best-place.ts'
import { byUrgency, type Job } from './job.ts'
import { cancelledByChoice, compareLevels, type Levels, levelsOf } from './order-of-levels.ts'
import type { AlternativeKind, ReplanOptions } from './replan-problem.ts'
import { drive, type Run, type Schedule, setRun, slotAt, undoTo } from './schedule.ts'

/** Visits taken out at once, at most. */
const mostOut = 5
/** Working days around a visit among whose visits some are taken out with it. */
const around = 6

/**
 * Takes a few visits around one that the change concerns out of the schedule and puts them back where the levels of
 * the alternative are best; kept where that is no worse. Locked visits and frozen days are never taken up.
 * Returns the rounds done.
 */
export function improve(
  schedule: Schedule,
  kind: AlternativeKind,
  concerned: readonly Job[],
  forced: ReadonlySet<Job>,
  options: Pick<ReplanOptions, 'seed' | 'iterations'> & { stop: () => boolean },
): number {
  const source = random(options.seed).fork(kind)
  const known = new Map<Job, number[]>()
  const vehicles = (job: Job): number[] => {
    const found = known.get(job) ?? vehiclesFor(schedule, job)
    known.set(job, found)
    return found
  }
  const levels = (): Levels => levelsOf(schedule, kind, cancelledByChoice(schedule, forced))
  const seeds = concerned.filter((job) => isFree(schedule, job))
  if (seeds.length === 0) return 0
  let now = levels()
  let rounds = 0
  for (; rounds < options.iterations && !options.stop(); rounds++) {
    const out = takenOut(schedule, source, seeds, vehicles)
    const mark = schedule.log.length
    const done =
      takeOut(schedule, out, kind) && putBack(schedule, source, out, kind, vehicles, levels)
    const then = done ? levels() : now
    if (!done || compareLevels(then, now) > 0) undoTo(schedule, mark)
    else now = then
  }
  return rounds
}

/** Not locked, and neither standing on a frozen day nor published for one that has begun. */
const isFree = ({ ground, slotOf }: Schedule, job: Job): boolean => {
  const slot = slotOf[job.key]!
  return !job.locked && (slot < 0 || slot % ground.days.length >= ground.firstFree)
}

function takenOut(
  schedule: Schedule,
  source: Random,
  seeds: readonly Job[],
  vehicles: (job: Job) => number[],
): Job[] {
  const { days } = schedule.ground
  const seed = source.pick(seeds)
  const slot = schedule.slotOf[seed.key]!
  const middle = slot >= 0 ? slot % days.length : seed.around
  const near: Job[] = []
  for (const vehicle of vehicles(seed))
    for (let day = middle - around; day <= middle + around; day++) {
      if (day < 0 || day >= days.length) continue
      for (const job of schedule.runs.get(slotAt(schedule, vehicle, day))?.jobs ?? [])
        if (job !== seed && isFree(schedule, job)) near.push(job)
    }
  const waiting = seeds.filter((job) => job !== seed && schedule.slotOf[job.key]! < 0)
  const count = 1 + source.below(mostOut)
  const chosen = new Set(isFree(schedule, seed) ? [seed] : [])
  if (waiting.length > 0) chosen.add(source.pick(waiting))
  while (chosen.size < count && near.length > 0)
    chosen.add(near.splice(source.below(near.length), 1)[0]!)
  return [...chosen]
}

/** False where what is left of a run cannot be driven. */
function takeOut(schedule: Schedule, out: readonly Job[], kind: AlternativeKind): boolean {
  for (const job of out) {
    const slot = schedule.slotOf[job.key]!
    if (slot < 0) continue
    const run = schedule.runs.get(slot)!
    const left = run.jobs.filter((other) => other !== job)
    if (left.length === 0) setRun(schedule, slot, undefined)
    else {
      const driven = drive(schedule, run.vehicle, run.day, left, kind !== 'cheapest')
      if (typeof driven === 'string') return false
      setRun(schedule, slot, { ...run, jobs: left, published: null, ...driven } satisfies Run)
    }
  }
  return true
}

/** Puts visits back one by one, each where the levels are then best; one that is better left out stays out. */
function putBack(
  schedule: Schedule,
  source: Random,
  out: readonly Job[],
  kind: AlternativeKind,
  vehicles: (job: Job) => number[],
  levels: () => Levels,
): boolean {
  const order = source.below(2) === 0 ? [...out].sort(byUrgency) : source.shuffle(out)
  for (const job of order) {
    let best = levels()
    let place: { slot: number; run: Run } | null = null
    const days = daysFor(schedule, job)
    for (const candidate of placesFor(schedule, job, vehicles(job), kind !== 'cheapest', days)) {
      const mark = schedule.log.length
      setRun(schedule, candidate.slot, candidate.run)
      const then = levels()
      undoTo(schedule, mark)
      if (compareLevels(then, best) >= 0) continue
      best = then
      place = candidate
    }
    if (place !== null) setRun(schedule, place.slot, place.run)
  }
  return true
}
