import { largestFloor, type NeedCell, type PlanGround } from './plan-ground.ts'
import { type PlannedStop, visitsAsked } from './planned-stops.ts'
import {
  fullestOf,
  type SparseService,
  type Spread,
  spreadHolds,
  spreadOnDays,
  spreadServices,
} from './spread-services.ts'
import { loadOf } from './stop-load.ts'

/** What one visit gives. Seconds for people, one after the other, set-up apart; of a split stop, of all its parts. */
export interface VisitBundle {
  services: readonly string[]
  personTimes: number
  personSeconds: number
}

type BundledStop = Pick<PlannedStop, 'fleet' | 'cells' | 'visits' | 'oftener' | 'maxGapDays'>

interface Services {
  always: readonly string[]
  sparse: readonly (SparseService & { id: string })[]
}

/**
 * A service with a rate a person is given at every visit: more visits make each shorter, and people may choose. One
 * without takes people's time at each visit that carries it, so it is carried as often as wanted.
 */
function servicesOf(ground: PlanGround, stop: BundledStop): Services {
  const byService = new Map<string, NeedCell[]>()
  for (const cell of stop.cells) {
    const { id } = cell.scoped.service
    byService.set(id, [...(byService.get(id) ?? []), cell])
  }
  const always: string[] = []
  const sparse: (SparseService & { id: string })[] = []
  for (const [id, cells] of [...byService].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const wanted = Math.max(stop.oftener.get(id) ?? 0, visitsAsked(cells))
    const hasRate = cells.some((c) => largestFloor(c.scoped, ['minServicesPerPersonYear']) > 0)
    if (hasRate || wanted >= stop.visits) always.push(id)
    else {
      const { personSeconds } = loadOf(ground, { ...stop, cells }, stop.visits)
      sparse.push({ id, wanted, maxGapDays: cells[0]!.maxGapDays, seconds: personSeconds })
    }
  }
  return { always, sparse }
}

function bundleOf(
  ground: PlanGround,
  stop: BundledStop,
  services: ReadonlySet<string>,
  visits: number,
): VisitBundle {
  const cells = stop.cells.filter((c) => services.has(c.scoped.service.id))
  return { services: [...services].sort(), ...loadOf(ground, { ...stop, cells }, visits) }
}

const bundlesOf = (
  ground: PlanGround,
  stop: BundledStop,
  { always, sparse }: Services,
  { spread, count, visits }: { spread: Spread; count: number; visits: number },
): VisitBundle[] =>
  Array.from({ length: count }, (_, k) => {
    const carried = sparse.filter((_s, n) => spread[n]!.includes(k)).map((s) => s.id)
    return bundleOf(ground, stop, new Set([...always, ...carried]), visits)
  })

/**
 * The longest visit of a stop when its services are spread over the visits wanted. Services with a rate are reckoned with
 * the visits that floors ask, as those beyond may not all find a day.
 */
export function fullestVisit(ground: PlanGround, stop: BundledStop): VisitBundle {
  const services = servicesOf(ground, stop)
  const visits = visitsAsked(stop.cells)
  if (services.sparse.length === 0) return bundleOf(ground, stop, new Set(services.always), visits)
  const spread = spreadServices(services.sparse, stop.visits, stop.maxGapDays)
  return bundlesOf(ground, stop, services, { spread, count: stop.visits, visits }).reduce(
    (most, b) => (b.personSeconds > most.personSeconds ? b : most),
  )
}

/**
 * What each visit of a stop gives, by the days (ascending) that it got. None is longer than the fullest of the visits
 * wanted, which the tours have room for.
 */
export function bundlesOn(
  ground: PlanGround,
  stop: BundledStop,
  days: readonly number[],
): VisitBundle[] {
  const services = servicesOf(ground, stop)
  const visits = Math.max(days.length, visitsAsked(stop.cells))
  const spread = spreadOver(ground, stop, services.sparse, days)
  return bundlesOf(ground, stop, services, { spread, count: days.length, visits })
}

function spreadOver(
  { horizonDays }: PlanGround,
  stop: BundledStop,
  sparse: readonly SparseService[],
  days: readonly number[],
): Spread {
  if (sparse.length === 0) return []
  const wanted = spreadServices(sparse, stop.visits, stop.maxGapDays)
  return days.length === stop.visits && spreadHolds(sparse, wanted, days, horizonDays)
    ? wanted
    : spreadOnDays(sparse, days, horizonDays, fullestOf(sparse, wanted))
}

/** Whether visits of a stop may take less time than its fullest was reckoned with. */
export const hasBundles = (ground: PlanGround, stop: BundledStop): boolean =>
  stop.visits > visitsAsked(stop.cells) || servicesOf(ground, stop).sparse.length > 0

/** Seconds at a stop for a bundle, set-up included. */
export const staySeconds = (
  { personSeconds }: Pick<VisitBundle, 'personSeconds'>,
  vehicle: { setupSeconds: number; stations: number },
  parts: number,
): number => Math.ceil(vehicle.setupSeconds + personSeconds / vehicle.stations / parts)

/** Person-times at one part of a split stop, to the thousandth. */
export const personTimesOf = (
  { personTimes }: Pick<VisitBundle, 'personTimes'>,
  parts: number,
): number => Math.round((personTimes / parts) * 1000) / 1000
