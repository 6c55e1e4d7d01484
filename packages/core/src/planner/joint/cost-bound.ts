import { priorityClasses } from '../../catalogue/priority-class.ts'
import type { Milp, MilpRow, MilpVariable, SolveMilp } from '../../kernel/milp.ts'
import { comparisonValue, costsOf } from '../../plan/costs.ts'
import { largestFloor, type NeedCell } from '../plan-ground.ts'
import type { PlanScore } from '../plan-score.ts'
import { close } from '../site-candidates.ts'
import type { ChoiceGround } from './build-choice.ts'
import { batchesOf, componentsOf } from './components.ts'
import { type Choice, type Group, type Option, siteOf, stepOf } from './option.ts'
import { stopKey } from './options/vehicle-options.ts'
import type { SecondFen } from './tour-share.ts'

const scale = 1e-5
const limits = { nodeLimit: 200, gap: 1e-4 }

/**
 * A proven lower bound on the cost, to compare by, of every plan over these options that misses no more people in any
 * priority class and whose stays last as long as its people need: buildings whole, visits and services in any parts, every second at a stop at an underestimate of its
 * share of a tour (`secondFen`), no limits of fleet, staff or money. Channels that the model knows only by an estimate
 * cost nothing in it. Null where it could not be had.
 */
export async function costBound(
  base: ChoiceGround,
  choice: Choice,
  score: Pick<PlanScore, 'servableMissed'>,
  { fen, milp }: { fen: SecondFen | null; milp: SolveMilp },
): Promise<number | null> {
  if (fen === null) return null
  const price = priceOf(base, fen)
  const least = leastOf(
    base,
    score.servableMissed.some((n) => n > 0),
  )
  const missed = score.servableMissed
  const anyMissed = missed.some((n) => n > 0)
  const wanted = componentsOf(choice).filter((c) => choice.groups[c[0]!]!.options.length > 0)
  const parts = anyMissed ? [wanted.flat()] : batchesOf(choice, wanted).map((b) => b.flat())
  let bound = withoutChoice(base)
  for (const groups of parts) {
    if (groups.length === 0) continue
    const model = boundModel(choice, groups, { price, least, missed })
    const result = await milp(model, limits)
    if (!Number.isFinite(result.bound)) return null
    bound += result.bound / scale
  }
  return Math.floor(bound - roundingOf(base))
}

/** What stands whatever is decided: firm buildings, all vehicles. */
export function withoutChoice({ ground, candidates }: ChoiceGround): number {
  const { county } = ground
  const sites = [
    ...new Set(candidates.filter((c) => c.decision.action === 'keep').map((c) => c.facility)),
  ].map(close)
  return comparisonValue(
    county,
    costsOf(county, { sites, tours: ground.kept.tours, calls: [], rides: [] }),
    sites,
  )
}

/** By how much rounding of tours, hours and sums may lower the cost of a plan. */
function roundingOf({ ground }: ChoiceGround): number {
  const { county, workdays, horizonDays } = ground
  const tours = county.vehicles.length * workdays.length
  return (0.5 * tours * 365) / horizonDays + 0.01 * county.settings.prices.staffHourFen + 2
}

interface Price {
  /** Fen a year of one visit more in the horizon, nobody served at it. */
  visit: (stop: string) => number
  /** Fen a year of an option taken in full, its visits apart; of all its cells. */
  option: (option: Option) => number
}

function priceOf({ ground, classes, stops }: ChoiceGround, fen: SecondFen): Price {
  const perYear = 365 / ground.horizonDays
  const fleetOf = new Map(
    classes.flatMap((fleet) => stops.map((s) => [stopKey(s, fleet), fleet] as const)),
  )
  return {
    visit: (stop) => (fen.get(stop) ?? 0) * (fleetOf.get(stop)?.setupSeconds ?? 0) * perYear,
    option: (o) => {
      if (o.mode === 'doorstep') return o.value
      if (o.mode !== 'vehicle') return 0
      const fleet = fleetOf.get(o.stop)
      const days = o.uses.find(([row]) => row === `fleet ${fleet?.key}`)?.[1] ?? 0
      return days * (fleet?.shiftSeconds ?? 0) * (fen.get(o.stop) ?? 0) * perYear
    },
  }
}

/** What a group cannot do without: visits, and the part of the time at people's side that is reckoned with. */
interface Least {
  visits: number
  time: number
}

/**
 * A floor may hold with fewer visits than are planned, as floors are rounded down to the horizon. People due come to
 * the visits wanted at their stop (docs/methods/floors.md), so the time for a service with a rate shrinks by what the
 * most frequent service there lacks, and for one without by what it lacks itself.
 */
function leastOf({ ground }: ChoiceGround, anyMissed: boolean): (group: Group) => Least {
  const wanted = (c: NeedCell) =>
    Math.ceil((largestFloor(c.scoped, frequencies) * ground.horizonDays) / 365 - 1e-9)
  const named = ground.cells.filter((c) => wanted(c) > 0)
  const most = named.reduce((n, c) => Math.max(n, wanted(c)), 1)
  const part = named.reduce((n, c) => Math.min(n, c.leastVisits / wanted(c)), 1)
  const timeOf = (c: NeedCell) => {
    const own = Math.min(1, c.leastVisits / c.visits)
    if (largestFloor(c.scoped, ['minServicesPerPersonYear']) === 0) return own
    return anyMissed ? Math.min(own, c.leastVisits / most) : Math.min(own, part)
  }
  return ({ cells }) => ({
    visits: Math.min(...cells.map((k) => ground.cells[k]!.leastVisits)),
    time: Math.min(...cells.map((k) => timeOf(ground.cells[k]!))),
  })
}

const frequencies = ['minVisitsPerVillageYear', 'minServicesPerPersonYear'] as const

/** The relaxation as a MILP in which only buildings are whole. `missed` gives the people each class may miss. */
function boundModel(
  choice: Choice,
  groups: readonly number[],
  {
    price,
    least,
    missed,
  }: { price: Price; least: (group: Group) => Least; missed: readonly number[] },
): Milp {
  const variables: MilpVariable[] = []
  const rows: MilpRow[] = []
  const add = (name: string, cost: number, high: number, integer = false): number =>
    variables.push({ name, cost: cost * scale, low: 0, high, integer }) - 1
  const atLeast = (name: string, terms: [number, number][], low = 0) =>
    rows.push({ name, low, high: Number.POSITIVE_INFINITY, terms })
  const sites = new Map(choice.sites.map((s) => [s.key, s]))
  const siteAt = new Map<string, number>()
  const siteVariable = (key: string): number => {
    const found = siteAt.get(key) ?? add(`y ${key}`, sites.get(key)?.value ?? 0, 1, true)
    siteAt.set(key, found)
    return found
  }
  const visitsAt = new Map<string, number>()
  const visitVariable = (stop: string): number => {
    const found = visitsAt.get(stop) ?? add(`v ${stop}`, price.visit(stop), 1e6)
    visitsAt.set(stop, found)
    return found
  }
  const missTerms = priorityClasses.map((): [number, number][] => [])
  for (const g of groups) {
    const group = choice.groups[g]!
    /** A part of a group may be any of its cells, so only a single cell is charged by the part. */
    const mayMiss = missed[group.priority]! > 0
    const whole = !mayMiss || group.cells.length === 1
    const { visits, time } = least(group)
    const served = group.options.map((o, k): [number, number] => {
      const x = add(`x${g}.${k}`, whole ? price.option(o) * time : 0, 1)
      const site = siteOf(o)
      const step = stepOf(o)
      if (site !== undefined)
        atLeast(`y${g}.${k}`, [
          [siteVariable(site), 1],
          [x, -1],
        ])
      if (step !== undefined)
        atLeast(`v${g}.${k}`, [
          [visitVariable(step.stop), 1],
          [x, -Math.min(step.visits, visits)],
        ])
      return [x, 1]
    })
    if (mayMiss) {
      const miss = add(`m${g}`, 0, 1)
      const people = group.people.reduce((sum, [, n]) => sum + n, 0)
      missTerms[group.priority]!.push([miss, people])
      served.push([miss, 1])
    }
    atLeast(`g${g}`, served, 1)
  }
  missTerms.forEach((terms, c) => {
    const high = missed[c]! + 1e-6
    if (terms.length > 0) rows.push({ name: `miss ${c}`, low: 0, high, terms })
  })
  return { variables, rows }
}
