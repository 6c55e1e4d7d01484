import { bestOrder } from './best-order.ts'
import { differencesOf } from './differences.ts'
import { restoreEarlier } from './earlier-plan.ts'
import { floorsLost, peopleGaining, peopleOf } from './floors-lost.ts'
import { improve } from './improve.ts'
import type { Job } from './job.ts'
import { makeUp } from './make-up.ts'
import { cancelledByChoice, compareLevels, type Levels, levelsOf } from './order-of-levels.ts'
import { type Broken, publishedSchedule } from './published-schedule.ts'
import { type ReplanGround, type ReplanOffice, replanGround } from './replan-ground.ts'
import type {
  Alternative,
  AlternativeKind,
  Replan,
  ReplanOptions,
  ReplanProblem,
  VisitDifference,
} from './replan-problem.ts'
import { type Schedule, setRun, undoTo } from './schedule.ts'
import { writeSchedule } from './write-alternative.ts'

/** The first answer: what is touched, what cannot stay, and a fix that moves nothing else. */
export interface FirstAnswer {
  ground: ReplanGround
  broken: Broken
  provisional: Alternative
  /** Ids of locked visits that the change makes impossible: nothing may be published then. */
  brokenLocks: readonly string[]
}

/**
 * Drives the published plan again under the change, drops what cannot be done and makes it up where there is room
 * (planning-engine.md §3.6, step 1). Days that are over, frozen days and locks stand; see docs/methods/replan.md.
 */
export function firstAnswer(office: ReplanOffice, problem: ReplanProblem): FirstAnswer {
  const ground = replanGround(office, problem)
  const broken = publishedSchedule(ground)
  makeUp(broken.schedule, broken.causes.keys())
  return {
    ground,
    broken,
    provisional: alternative('provisional', broken.schedule, broken),
    brokenLocks: broken.brokenLocks.map((job) => job.id),
  }
}

/** What would be left if the impossible visits were only cancelled: no answer may leave more people without. */
export function onlyCancelled(office: ReplanOffice, problem: ReplanProblem): Alternative {
  const broken = publishedSchedule(replanGround(office, problem))
  return alternative('provisional', broken.schedule, broken)
}

const kinds = ['fewest', 'cheapest', 'floors'] as const

/**
 * The menu of three (step 2): fewest changes, cheapest, floors kept, each the best by its own levels of all that was
 * found. Deterministic for a seed and its iterations.
 */
export function replanMenu(first: FirstAnswer, options: ReplanOptions): Replan {
  let iterations = 0
  const found = kinds.map((kind, k) => {
    const broken = startOf(first, kind)
    const { schedule, causes } = broken
    const stop = () => options.stop((k + 1) / kinds.length)
    const forced = new Set(causes.keys())
    iterations += improve(schedule, kind, concernedBy(broken), forced, { ...options, stop })
    const levels = kinds.map((of) => levelsFor(broken, of))
    const answer = alternative(kind, schedule, broken)
    undoTo(schedule, 0)
    return { levels, answer }
  })
  const menu = kinds.map((kind, k): Alternative => {
    const best = found.reduce((a, b) => (compareLevels(b.levels[k]!, a.levels[k]!) < 0 ? b : a))
    return { ...best.answer, kind }
  })
  const { touched } = first.broken
  return { touched, provisional: first.provisional, menu, iterations }
}

/** The provisional fix, or the earlier plan where the alternative has it better. */
function startOf({ ground, broken }: FirstAnswer, kind: AlternativeKind): Broken {
  if (kind === 'cheapest') reorder(broken.schedule, concernedBy(broken))
  if (ground.problem.earlier === undefined) return broken
  const back = publishedSchedule(ground)
  if (!restoreEarlier(back)) return broken
  return compareLevels(levelsFor(back, kind), levelsFor(broken, kind)) < 0 ? back : broken
}

const levelsFor = ({ schedule, causes }: Broken, kind: AlternativeKind): Levels =>
  levelsOf(schedule, kind, cancelledByChoice(schedule, causes.keys()))

/** Visits that fell out and all others of the tours that are touched. */
function concernedBy({ schedule, causes, touched }: Broken): Job[] {
  const tours = new Set(touched.map((t) => t.tour))
  return schedule.jobs.filter(
    (job) => causes.has(job) || (job.home !== null && tours.has(job.home.tour)),
  )
}

/** Drives touched days in their shortest order, without waiting for announced times. */
function reorder(schedule: Schedule, concerned: readonly Job[]): void {
  for (const slot of new Set(concerned.map((job) => schedule.slotOf[job.key]!))) {
    const run = schedule.runs.get(slot)
    if (run === undefined || run.day < schedule.ground.firstFree) continue
    if (run.jobs.some((job) => job.locked)) continue
    const best = bestOrder(schedule, run.vehicle, run.day, run.jobs, false)
    if (best !== null && best.finish - best.depart < run.finish - run.depart)
      setRun(schedule, slot, best)
  }
}

function alternative(kind: AlternativeKind, schedule: Schedule, broken: Broken): Alternative {
  const { office } = schedule.ground
  const cause = broken.touched.find((t) => t.cause !== 'other-way')?.cause ?? null
  const plan = writeSchedule(schedule, cause === 'other-way' ? null : cause)
  const differences = differencesOf(schedule, broken.causes)
  const lost = floorsLost(schedule.ground, plan)
  const [now, was] = [plan.costs.plan, office.plan.costs.plan]
  return {
    kind,
    plan,
    differences,
    rides: schedule.ground.rides.differences,
    lost,
    counts: countsOf(differences),
    peopleLosing: peopleOf(lost),
    peopleGaining: peopleGaining(schedule.ground, plan),
    costDifference: {
      cashFen: now.cashFen - was.cashFen,
      capitalFen: {},
      staffHours: Math.round((now.staffHours - was.staffHours) * 100) / 100,
    },
  }
}

function countsOf(differences: readonly VisitDifference[]): Alternative['counts'] {
  const counts = { moved: 0, 'other-vehicle': 0, retimed: 0, cancelled: 0, added: 0 }
  for (const { what } of differences) counts[what]++
  return counts
}
