import type { SolveMilp } from '../kernel/milp.ts'
import type { Draft } from './draft.ts'
import { type FleetClass, fleetClasses, profileOf } from './fleet-class.ts'
import { buildChoice, type ChoiceGround, secondsAtVisit } from './joint/build-choice.ts'
import { choose } from './joint/choose.ts'
import type { Choice, Chosen } from './joint/option.ts'
import { type DraftOptions, makeDraft } from './make-draft.ts'
import type { PlanOptions } from './make-plan.ts'
import { closable } from './may-close.ts'
import type { PlanGround } from './plan-ground.ts'
import { roadReader } from './road-reader.ts'
import {
  baseRoads,
  estimateRoads,
  learnRoads,
  type RoadOf,
  type TouredVisit,
} from './route-cost.ts'
import { siteCandidates } from './site-candidates.ts'
import { hoursLeft } from './staff-hours.ts'
import { stopCandidates, walksOf } from './stop-candidates.ts'
import { vehicleDays } from './vehicle-days.ts'
import { type EvaluatedPlan, type PlanHead, writePlan } from './write-plan.ts'

/** Rounds of choice and tours; the last one gets the rest of the budget on the best choice. */
const mostRounds = 3
/** Iterations of the tours in a round: fixed, so that a plan stopped by the clock can be replayed by its iterations. */
const roundIterations = 300
/** Part of the shift that a day out takes before any tour is known. */
const firstFill = 0.8
/** Up to here, in visits wanted, all-fixed and all-mobile are evaluated with real tours. */
const mostCornerVisits = 4000
/** Up to here single buildings are tried the other way round, each with real tours. */
const mostProbes = 6

/** What the joint choice is made on: the same in all rounds. */
export function choiceGround(ground: PlanGround): ChoiceGround {
  const walks = walksOf(ground)
  const firmSites = new Map<string, string[]>()
  for (const f of ground.county.facilities)
    if (f.state === 'open' && !closable(ground.county, f))
      firmSites.set(f.kind, [...(firmSites.get(f.kind) ?? []), f.id])
  return {
    ground,
    classes: fleetClasses(ground),
    stops: stopCandidates(ground, walks).map((s) => s.id),
    walks,
    candidates: siteCandidates(ground),
    resident: roadReader(ground.travel.base.resident),
    firmSites,
  }
}

interface Search {
  best: EvaluatedPlan | null
  bestChoice: { choice: Choice; chosen: Chosen } | null
  iterations: number
  fill: Map<string, number>
}

/**
 * Rounds: choose with estimates of the road, make real tours, learn what they cost, choose again. Of all plans evaluated
 * the best is kept: fewest people of basic services missing a floor, then of others, then least value. All-fixed and
 * all-mobile are evaluated too, so the plan is never dearer than either at equal coverage (A56);
 * in a big county the choice's own estimate must do.
 */
export async function planRounds(
  base: ChoiceGround,
  head: PlanHead,
  options: PlanOptions,
): Promise<{ best: EvaluatedPlan; iterations: number }> {
  const { ground } = base
  const roads = baseRoads(ground)
  const typical = typicalLoads(base)
  const first = estimateRoads(ground, base.stops, typical)
  const search: Search = { best: null, bestChoice: null, iterations: 0, fill: new Map() }
  const tried = new Set<string>()
  let roadOf: RoadOf = first
  let tighter = { fleet: new Map<string, number>(), cashFen: 0 }
  const tell = (share: number, detail: string) => options.onProgress?.({ share, detail })
  const evaluate = (choice: Choice, chosen: Chosen, cap: number): EvaluatedPlan => {
    const done = search.iterations
    const draftOptions: DraftOptions = {
      seed: options.seed,
      solveTours: options.solveTours,
      stop: (k) => k >= cap || options.stop(done + k),
      roads,
      fillOf: (vehicle) => search.fill.get(vehicle.kind) ?? firstFill,
      serveSpare: options.mode === 'least-cost',
    }
    const draft = makeDraft(base, choice, chosen, draftOptions)
    search.iterations += draft.iterations
    const evaluated = writePlan(base, draft, head)
    if (search.best === null || better(evaluated, search.best)) {
      search.best = evaluated
      search.bestChoice = { choice, chosen }
    }
    return evaluated
  }
  for (let round = 0; round < mostRounds; round++) {
    tell(0.1 + (0.6 * round) / mostRounds, `${round + 1}/${mostRounds}`)
    const limits = rowLimits(base, options, head, search, tighter)
    const choice = buildChoice(base, { roadOf, limits })
    const choices = [
      choice,
      ...(round === 0 && wantedVisits(choice) <= mostCornerVisits ? corners(choice) : []),
    ]
    let news = false
    for (const each of choices) {
      const chosen = await choose(each, options.milp)
      const key = `${signature(each, chosen)} ${[...search.fill].join()}`
      if (tried.has(key)) continue
      tried.add(key)
      news = true
      const evaluated = evaluate(each, chosen, roundIterations)
      if (each !== choice) continue
      roadOf = learnRoads(first, touredVisits(base, evaluated.draft))
      tighter = tightened(base, evaluated, tighter, head)
      learnFill(search, evaluated.draft, base)
    }
    if (!news) break
  }
  await probeSites(
    base,
    options,
    roadOf,
    rowLimits(base, options, head, search, tighter),
    tried,
    (c, x) => evaluate(c, x, roundIterations),
  )
  tell(0.8, '')
  const { choice, chosen } = search.bestChoice!
  if (!options.stop(search.iterations)) evaluate(choice, chosen, Number.POSITIVE_INFINITY)
  tell(1, '')
  return { best: search.best!, iterations: search.iterations }
}

/** Levels in order; the first that differs decides. */
function better(a: EvaluatedPlan, b: EvaluatedPlan): boolean {
  const order = [2, 0, 1, 3] as const
  for (const k of order) {
    const tolerance = 1e-6 * Math.max(1, Math.abs(b.levels[k]))
    if (a.levels[k] < b.levels[k] - tolerance) return true
    if (a.levels[k] > b.levels[k] + tolerance) return false
  }
  return false
}

const signature = (choice: Choice, chosen: Chosen): string =>
  choice.groups
    .map((g, k) => {
      const o = chosen.option[k]! < 0 ? undefined : g.options[chosen.option[k]!]!
      return `${g.cells[0]}:${o === undefined ? '-' : o.mode === 'fixed' ? o.site : o.mode === 'vehicle' ? `${o.stop}*${o.visits}` : o.facility}`
    })
    .join(';')

/** Seconds for people at one visit of a stop if all around came to it: a first guess for the number of stops on a tour. */
function typicalLoads(base: ChoiceGround): (settlement: string, fleet: FleetClass) => number {
  const { ground } = base
  const atHome = new Map<string, (typeof ground.cells)[number][]>()
  for (const cell of ground.cells) {
    if (cell.met) continue
    const of = atHome.get(cell.settlement.id) ?? []
    of.push(cell)
    atHome.set(cell.settlement.id, of)
  }
  return (settlement, fleet) => {
    let seconds = 0
    for (const cell of atHome.get(settlement) ?? [])
      if (fleet.services.has(cell.scoped.service.id)) seconds += secondsAtVisit(cell, fleet, ground)
    return Math.min(seconds / fleet.stations, fleet.shiftSeconds)
  }
}

interface Tighter {
  /** Real days over estimated days, by class, where tours needed more than the choice thought. */
  fleet: ReadonlyMap<string, number>
  /** Cash by which the last plan went over the budget. */
  cashFen: number
}

function rowLimits(
  base: ChoiceGround,
  options: PlanOptions,
  head: PlanHead,
  search: Search,
  tighter: Tighter,
): Map<string, number> {
  const { ground, classes } = base
  const { county } = ground
  const days = vehicleDays(ground, (v) => search.fill.get(v.kind) ?? firstFill)
  const limits = new Map<string, number>()
  for (const fleet of classes) {
    const there = fleet.vehicles.reduce((sum, v) => sum + (days.get(v.id)?.days.length ?? 0), 0)
    limits.set(`fleet ${fleet.key}`, there / (tighter.fleet.get(fleet.key) ?? 1))
  }
  for (const [place, hours] of hoursLeft(county)) {
    const away = crewHours(base, search.best?.draft, place)
    limits.set(`staff ${place}`, Math.max(0, hours - away))
  }
  for (const fund of county.funds) limits.set(`fund ${fund.id}`, fund.amountFen)
  if (county.settings.capitalBudgetFen !== null)
    limits.set('capital', county.settings.capitalBudgetFen)
  if (options.mode === 'most-need' && county.settings.budgetFen !== null) {
    const sunk = sunkCash(base)
    limits.set('cash', Math.max(0, county.settings.budgetFen - sunk - tighter.cashFen))
  }
  return limits
}

/** Cash that no decision of the choice changes: firm sites and vehicles. */
function sunkCash({ ground, candidates }: ChoiceGround): number {
  const open = new Set(candidates.map((c) => c.facility.id))
  const sites = ground.county.facilities.reduce(
    (sum, f) => (f.state === 'open' && !open.has(f.id) ? sum + f.yearCostFen : sum),
    0,
  )
  return ground.county.vehicles.reduce((sum, v) => sum + v.yearCostFen, sites)
}

function crewHours(base: ChoiceGround, draft: Draft | undefined, place: string): number {
  if (draft === undefined) return 0
  const vehicles = new Map(base.ground.county.vehicles.map((v) => [v.id, v]))
  return draft.tours.reduce((sum, t) => {
    const vehicle = vehicles.get(t.vehicle)!
    return vehicle.depot === place ? sum + ((t.finish - t.depart) * vehicle.crew) / 3600 : sum
  }, 0)
}

/** Visits of the horizon if every stop with any demand were visited: how big the county is. */
function wantedVisits(choice: Choice): number {
  const most = new Map<string, number>()
  for (const group of choice.groups)
    for (const o of group.options)
      if (o.mode === 'vehicle') most.set(o.stop, Math.max(most.get(o.stop) ?? 0, o.visits))
  return [...most.values()].reduce((sum, n) => sum + n, 0)
}

/** All-fixed and all-mobile, where there is a choice between the two at all. */
function corners(choice: Choice): Choice[] {
  const either = choice.groups.some(
    (g) => g.options.some((o) => o.mode === 'fixed') && g.options.some((o) => o.mode !== 'fixed'),
  )
  if (!either) return []
  const only = (want: (mode: string) => boolean): Choice => ({
    ...choice,
    groups: choice.groups.map((g) => {
      const left = g.options.filter((o) => want(o.mode))
      return left.length > 0 ? { ...g, options: left } : g
    }),
  })
  return [only((m) => m === 'fixed'), only((m) => m !== 'fixed')]
}

/** In a small county every building that may or may not be used is tried the other way round, with real tours. */
async function probeSites(
  base: ChoiceGround,
  options: { milp: SolveMilp },
  roadOf: RoadOf,
  limits: ReadonlyMap<string, number>,
  tried: Set<string>,
  evaluate: (choice: Choice, chosen: Chosen) => EvaluatedPlan,
): Promise<void> {
  const choice = buildChoice(base, { roadOf, limits })
  const sites = new Set(
    choice.groups.flatMap((g) => g.options.flatMap((o) => (o.mode === 'fixed' ? [o.site] : []))),
  )
  if (sites.size === 0 || sites.size > mostProbes) return
  const chosen = await choose(choice, options.milp)
  for (const site of [...sites].sort()) {
    const drop = chosen.sites.has(site)
    const probe: Choice = {
      ...choice,
      groups: choice.groups.map((g) => {
        const left = g.options.filter((o) =>
          drop ? o.mode !== 'fixed' || o.site !== site : o.mode === 'fixed' && o.site === site,
        )
        return left.length > 0 ? { ...g, options: left } : g
      }),
    }
    const other = await choose(probe, options.milp)
    const key = signature(probe, other)
    if (tried.has(key)) continue
    tried.add(key)
    evaluate(probe, other)
  }
}

/** Each visit's share of its tour: by how far its stop is from the depot, there and back. */
function touredVisits(base: ChoiceGround, draft: Draft): TouredVisit[] {
  const vehicles = new Map(base.ground.county.vehicles.map((v) => [v.id, v]))
  const stops = new Map(draft.stops.map((s) => [s.stop.id, s]))
  const roads = baseRoads(base.ground)
  return draft.tours.flatMap((tour) => {
    const vehicle = vehicles.get(tour.vehicle)!
    const road = roads(profileOf(vehicle))
    const weights = tour.visits.map((v) => {
      const { settlement } = stops.get(v.stop)!
      return (
        60 +
        Math.max(0, road.seconds(vehicle.depot, settlement)) +
        Math.max(0, road.seconds(settlement, vehicle.depot))
      )
    })
    const sum = weights.reduce((a, b) => a + b, 0)
    return tour.visits.map((v, k): TouredVisit => {
      const { settlement, fleet } = stops.get(v.stop)!
      const { driveSeconds, metres } = tour
      return {
        settlement,
        fleet,
        tour: { driveSeconds, metres, visits: tour.visits.length },
        share: weights[k]! / sum,
      }
    })
  })
}

/** How full a day out is, by kind: the mean part of the shift. */
function learnFill(search: Search, draft: Draft, base: ChoiceGround): void {
  const vehicles = new Map(base.ground.county.vehicles.map((v) => [v.id, v]))
  const sums = new Map<string, { out: number; shift: number }>()
  for (const tour of draft.tours) {
    const vehicle = vehicles.get(tour.vehicle)!
    const sum = sums.get(vehicle.kind) ?? { out: 0, shift: 0 }
    sum.out += tour.finish - tour.depart
    sum.shift += vehicle.shiftSeconds
    sums.set(vehicle.kind, sum)
  }
  for (const [kind, { out, shift }] of [...sums].sort())
    search.fill.set(kind, Math.ceil((out / shift) * 20) / 20)
}

/** What the next choice is told where the tours did not hold what it thought: fewer days, less cash. */
function tightened(
  base: ChoiceGround,
  { draft, plan }: EvaluatedPlan,
  before: Tighter,
  head: PlanHead,
): { fleet: Map<string, number>; cashFen: number } {
  const fleet = new Map(before.fleet)
  for (const each of base.classes) {
    const short = draft.daysShort[each.key] ?? 0
    if (short <= 0) continue
    const ids = new Set(each.vehicles.map((v) => v.id))
    const used = draft.tours.filter((t) => ids.has(t.vehicle)).length
    if (used > 0)
      fleet.set(each.key, Math.min(2, (before.fleet.get(each.key) ?? 1) * ((used + short) / used)))
  }
  const budget = base.ground.county.settings.budgetFen
  const over =
    head.mode === 'most-need' && budget !== null ? Math.max(0, plan.costs.plan.cashFen - budget) : 0
  return { fleet, cashFen: before.cashFen + over * 1.1 }
}
