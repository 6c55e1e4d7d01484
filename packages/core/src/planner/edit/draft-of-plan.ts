import { needTimesYear } from '../../catalogue/need-times.ts'
import type { Assignment, Plan, Shortage, SiteDecision, Stop } from '../../plan/plan.ts'
import type { DoorstepService, Draft, RidingCell } from '../draft.ts'
import type { FleetClass } from '../fleet-class.ts'
import type { ChoiceGround } from '../joint/build-choice.ts'
import { cellsByKey, type NeedCell, needKey } from '../plan-ground.ts'
import type { PlannedStop } from '../planned-stops.ts'
import { gapAllowed, stopPriority, visitsAsked } from '../planned-stops.ts'
import { keep } from '../site-candidates.ts'

/**
 * A plan read back as the draft it was written from, so that parts of it can be decided otherwise and the whole be
 * written, measured and costed anew. What the ground does not know (a settlement without anybody due) is left out.
 */
export function draftOfPlan(base: ChoiceGround, plan: Plan): Draft {
  const cells = cellsByKey(base.ground)
  const cellOf = (x: { settlement: string; service: string }) =>
    cells.get(needKey(x.settlement, x.service))
  const linesBy = (mode: Assignment['mode']) =>
    plan.assignments
      .filter((a) => a.mode === mode)
      .flatMap((line) => {
        const cell = cellOf(line)
        return cell === undefined ? [] : [{ line, cell }]
      })
  const doorstep = linesBy('doorstep').map(
    ({ line: a, cell }): DoorstepService => ({
      cell,
      facility: a.place,
      seconds: a.seconds,
      calls: a.opportunities ?? cell.visits,
    }),
  )
  const riding = linesBy('ride').map(
    ({ line: a, cell }): RidingCell => ({
      cell,
      ride: a.place,
      share: shareAboard(a, cell),
      seconds: a.seconds,
    }),
  )
  const dropped = new Map<NeedCell, Shortage['reason']>()
  for (const s of plan.shortages) {
    const cell = cellOf(s)
    if (cell !== undefined) dropped.set(cell, s.reason)
  }
  return {
    sites: sitesNow(base, plan.sites),
    stops: plannedStopsOf(base, plan, linesBy('vehicle')),
    tours: plan.tours,
    doorstep,
    rides: plan.rides,
    riding,
    unplaced: new Map(),
    dropped,
    daysShort: daysShortOf(base, plan),
    iterations: plan.made.iterations,
  }
}

/** A building kept by a plan gives what it gives in this county, where that has changed since. */
function sitesNow({ ground }: ChoiceGround, sites: Plan['sites']): Plan['sites'] {
  const changed = (site: SiteDecision): SiteDecision => {
    const facility = ground.facilities.get(site.facility)
    if (site.action !== 'keep' || facility === undefined) return site
    const now = keep(facility)
    const same = now.toKind === site.toKind && now.services.join() === site.services.join()
    return same ? site : now
  }
  const now = sites.map(changed)
  return now.every((site, k) => site === sites[k]) ? sites : now
}

/** Vehicle-days short are known by kind: the first class of the kind has them. */
function daysShortOf({ classes }: ChoiceGround, plan: Plan): Record<string, number> {
  const short: Record<string, number> = {}
  for (const { kind, daysShort } of plan.fleet) {
    const first = classes.find((c) => c.kind === kind)
    if (first !== undefined) short[first.key] = daysShort
  }
  return short
}

function plannedStopsOf(
  base: ChoiceGround,
  plan: Plan,
  lines: readonly { line: Assignment; cell: NeedCell }[],
): PlannedStop[] {
  const classOf = new Map(base.classes.flatMap((c) => c.vehicles.map((v) => [v.id, c] as const)))
  const served = new Map<string, { cell: NeedCell; share: number }[]>()
  for (const { line, cell } of lines) {
    const of = served.get(line.place) ?? []
    of.push({ cell, share: shareOf(line, cell) })
    served.set(line.place, of)
  }
  const counts = new Map<string, number>()
  for (const { stop, services } of plan.tours.flatMap((t) => t.visits))
    for (const service of services) {
      const key = `${stop} ${service}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  const longest = new Map<string, { fleet: FleetClass; stay: number; personTimes: number }>()
  for (const tour of plan.tours) {
    const fleet = classOf.get(tour.vehicle)
    if (fleet === undefined) continue
    for (const { stop, arrive, leave, personTimes } of tour.visits)
      if (leave - arrive > (longest.get(stop)?.stay ?? -1))
        longest.set(stop, { fleet, stay: leave - arrive, personTimes })
  }
  return plan.stops.flatMap((stop): PlannedStop[] => {
    const visit = longest.get(stop.id)
    if (visit === undefined) return []
    return [plannedStopOf(base, stop, { ...visit, counts }, served.get(stop.id) ?? [])]
  })
}

function plannedStopOf(
  { ground }: ChoiceGround,
  stop: Stop,
  visit: {
    fleet: FleetClass
    stay: number
    personTimes: number
    counts: ReadonlyMap<string, number>
  },
  served: readonly { cell: NeedCell; share: number }[],
): PlannedStop {
  const cells = served.map((s) => s.cell)
  const share = evenShare(served[0]?.share ?? 1)
  const { assumptions } = ground.county.settings
  const oftener = new Map(
    cells.flatMap(({ scoped: { service }, visits }): [string, number][] => {
      const count = visit.counts.get(`${stop.id} ${service.id}`) ?? 0
      const stated = needTimesYear(service, assumptions) !== null
      return stated && count > visits ? [[service.id, count]] : []
    }),
  )
  const visits = Math.max(visitsAsked(cells), ...oftener.values())
  return {
    stop,
    fleet: visit.fleet,
    settlement: stop.settlement,
    services: [...new Set(cells.map((c) => c.scoped.service.id))].sort(),
    visits,
    oftener,
    maxGapDays: gapAllowed(cells, visits, ground.horizonDays),
    cells,
    share,
    personTimes: visit.personTimes,
    serviceSeconds: visit.stay,
    weight: cells.reduce((sum, c) => sum + c.weight, 0) * share,
    priority: stopPriority(cells, false),
  }
}

/** The part of a cell's steered people that a line has; all where there are none. */
const shareOf = ({ people }: { people: number }, { steered }: NeedCell): number =>
  steered > 0 ? people / steered : 1

/** Stops are split evenly: the share is one part of a whole number, whatever a division left in its last digits. */
const evenShare = (share: number): number => 1 / Math.max(1, Math.round(1 / share))

/** Runs of one place have equal shares too, unless somebody gave it another. */
function shareAboard(line: { people: number }, cell: NeedCell): number {
  const share = shareOf(line, cell)
  const even = evenShare(share)
  return Math.abs(share - even) < 1e-9 ? even : share
}
