import { measure } from '../../access/measure.ts'
import { supplyToday } from '../../access/supply-today.ts'
import type { DateRange, PlainDate } from '../../kernel/calendar.ts'
import { byText, compareText } from '../../kernel/order.ts'
import { comparisonValue } from '../../plan/costs.ts'
import { costsToday, daysOutToday, toursToday } from '../../plan/costs-today.ts'
import type { County } from '../../plan/county.ts'
import type { ComparedWay, EqualCoverage, EqualRow, WayFigures } from '../../plan/equal-coverage.ts'
import type { Costs, Plan } from '../../plan/plan.ts'
import { workdaysOf } from '../../plan/workdays.ts'
import type { Vehicle } from '../../resources/vehicle.ts'
import { countyInOrder } from '../county-in-order.ts'
import { makePlan, type PlanProblem } from '../make-plan.ts'
import { type KeptSupply, needKey } from '../plan-ground.ts'
import type { PlanOptions } from '../plan-options.ts'

/** A county is bought vehicles for so many times before what is still missed counts as not covered. */
const mostPurchases = 2

/** What a way of serving meets and costs. */
interface Served {
  met: ReadonlySet<string>
  figures: WayFigures
}

/** Where a row is made: the county with what may be had there, and the way of planning. */
interface Ground {
  problem: PlanProblem
  options: PlanOptions
  /** People by need. */
  people: ReadonlyMap<string, number>
  today: Costs
  /** Hours of a full-time post a year. */
  post: number
}

/**
 * The plan beside today's supply, today's supply extended, all-fixed and all-mobile. Each is made to meet the needs that
 * the plan meets, with as many vehicles as that takes and no limit of staff or money; what it cannot meet is told. Beside
 * each stands the joint plan of just the needs that both meet, with the same means to be had: so no cost is compared
 * with that of another coverage (docs/methods/equal-coverage.md). `plan` must be a plan of this county in one piece.
 */
export async function equalCoverage(
  problem: PlanProblem,
  plan: Plan,
  options: PlanOptions,
): Promise<EqualCoverage> {
  const county = countyInOrder(problem.county)
  const { mode: _, ...rest } = options
  const at: Ground = {
    problem: { ...problem, county },
    options: { ...rest, mode: 'least-cost', mostInOnePiece: Number.POSITIVE_INFINITY },
    people: entitled(problem),
    today: costsToday(county, problem.travel),
    post: hoursOfPost(county),
  }
  const own: Served = { met: metBy(at, plan), figures: figuresOf(at, plan) }
  const rows: EqualRow[] = []
  rows.push(await rowOf(at, own, 'today', today(at)))
  for (const way of ['today-extended', 'all-fixed', 'all-mobile'] as const) {
    const made = await madeInWay(at, way, own.met)
    rows.push(await rowOf(made.at, own, way, made))
  }
  const sum = (needs: Iterable<string>) => peopleOf(at, needs)
  return {
    plan: own.figures,
    needs: { met: own.met.size, all: at.people.size },
    people: { met: sum(own.met), all: sum(at.people.keys()) },
    rows,
  }
}

const peopleOf = ({ people }: Ground, needs: Iterable<string>): number =>
  [...needs].reduce((sum, key) => sum + (people.get(key) ?? 0), 0)

function entitled({ county, catalogue, travel }: PlanProblem): Map<string, number> {
  const { cells } = measure({
    county,
    catalogue,
    travel: travel.base,
    supply: { offers: [], sites: [] },
    asOf: county.settings.asOf,
  })
  return new Map(
    cells.flatMap((c) => (c.people > 0 ? [[needKey(c.settlement, c.service), c.people]] : [])),
  )
}

/** Of the needs asked for, those that a plan does not say it misses. */
function metBy({ people }: Ground, plan: Plan, asked?: ReadonlySet<string>): Set<string> {
  const missed = new Set(plan.shortages.map((s) => needKey(s.settlement, s.service)))
  return new Set([...(asked ?? people.keys())].filter((key) => !missed.has(key)))
}

const costOf = ({ levels }: Plan): number => levels.find((l) => l.level === 'cost')!.value

function figuresOf({ today, post }: Ground, plan: Plan, kept?: readonly DayOf[]): WayFigures {
  const days: DayOf[] = [
    ...(kept ?? []),
    ...plan.tours.map(({ vehicle, date }) => ({ vehicle, date })),
    ...plan.rides.flatMap(({ vehicle, dates }) =>
      vehicle === null ? [] : dates.map((date) => ({ vehicle, date })),
    ),
  ]
  const { plan: costs } = plan.costs
  return {
    ...costs,
    value: costOf(plan),
    ...out(days),
    posts: Math.round(((costs.staffHours - today.staffHours) / post) * 10) / 10,
    newSites: plan.sites.filter((s) => s.action === 'convert' || s.action === 'build').length,
  }
}

interface DayOf {
  vehicle: string
  date: PlainDate
}

function out(days: readonly DayOf[]): Pick<WayFigures, 'vehicles' | 'bought' | 'daysOut'> {
  const vehicles = [...new Set(days.map((d) => d.vehicle))]
  return {
    vehicles: vehicles.length,
    bought: vehicles.filter(isBought).length,
    daysOut: new Set(days.map((d) => `${d.vehicle} ${d.date}`)).size,
  }
}

/** The mean of the posts there are, else 40 hours a week. */
const hoursOfPost = ({ staff }: County): number =>
  52 * (staff.length > 0 ? staff.reduce((sum, s) => sum + s.weeklyHours, 0) / staff.length : 40)

/** Today's supply as it is. */
function today({ problem, today: costs }: Ground): Served {
  const { county, catalogue, travel } = problem
  const { cells } = measure({
    county,
    catalogue,
    travel: travel.base,
    supply: supplyToday(county, catalogue),
    asOf: county.settings.asOf,
  })
  const met = cells.filter((c) => c.people > 0 && c.met)
  const days = daysOutToday(county, travel).map((d) => ({ vehicle: d.vehicle.id, date: d.date }))
  return {
    met: new Set(met.map((c) => needKey(c.settlement, c.service))),
    figures: {
      ...costs,
      value: comparisonValue(county, costs, []),
      ...out(days),
      posts: 0,
      newSites: 0,
    },
  }
}

/** A way of serving beside the joint plan of what both meet: the plan itself, where that meets no more and costs no more. */
async function rowOf(at: Ground, own: Served, way: ComparedWay, other: Served): Promise<EqualRow> {
  const both = new Set([...own.met].filter((key) => other.met.has(key)))
  const row = {
    way,
    figures: other.figures,
    needs: both.size,
    people: peopleOf(at, both),
    notCovered: byService(
      at,
      [...own.met].filter((key) => !both.has(key)),
    ),
    notByPlan: [...other.met].filter((key) => !own.met.has(key)).length,
  }
  const itself = { from: 'plan' as const, figures: own.figures }
  const whole = both.size === own.met.size
  if (whole && own.figures.value <= other.figures.value) return { ...row, joint: itself }
  const { plan } = await makePlan(at.problem, { ...at.options, needs: both })
  const figures = figuresOf(at, plan)
  const missed = metBy(at, plan, both).size < both.size
  if (whole && (missed || figures.value >= own.figures.value)) return { ...row, joint: itself }
  const open = way === 'all-fixed' || way === 'all-mobile'
  if (open && (missed || other.figures.value < figures.value))
    return { ...row, joint: { from: 'way', figures: other.figures } }
  return { ...row, joint: { from: 'search', figures } }
}

function byService(at: Ground, needs: readonly string[]): EqualRow['notCovered'] {
  const found = new Map<string, { service: string; needs: number; people: number }>()
  for (const key of needs) {
    const service = key.slice(key.lastIndexOf(' ') + 1)
    const of = found.get(service) ?? { service, needs: 0, people: 0 }
    of.needs += 1
    of.people += at.people.get(key) ?? 0
    found.set(service, of)
  }
  return [...found.values()].sort(
    (a, b) => b.people - a.people || compareText(a.service, b.service),
  )
}

/** Plans the needs in one way, with vehicles bought while vehicle-days are short. */
async function madeInWay(
  at: Ground,
  way: Exclude<ComparedWay, 'today'>,
  needs: ReadonlySet<string>,
): Promise<Served & { at: Ground }> {
  const kept = way === 'today-extended' ? keptToday(at) : undefined
  const options: PlanOptions = {
    ...at.options,
    needs,
    ...(kept === undefined ? {} : { kept: kept.supply }),
    ...(way === 'today-extended' ? {} : { ways: way }),
  }
  let county = kept?.county ?? at.problem.county
  county = withoutLimits(county)
  for (let purchase = 0; ; purchase++) {
    const problem = { ...at.problem, county }
    const { plan } = await makePlan(problem, options)
    const more = purchase < mostPurchases ? withMoreVehicles(county, plan) : null
    if (more !== null) {
      county = more
      continue
    }
    const bought = county.vehicles.filter((v) => isBought(v.id))
    const free = { ...at.problem.county, vehicles: [...at.problem.county.vehicles, ...bought] }
    return {
      met: metBy(at, plan, needs),
      figures: figuresOf(at, plan, kept?.days),
      at: { ...at, problem: { ...at.problem, county: withoutLimits(free) } },
    }
  }
}

/** Everything of today goes on: no building closes, and a vehicle is at nobody else's service on days of the timetable. */
function keptToday({ problem }: Ground): { county: County; supply: KeptSupply; days: DayOf[] } {
  const { county, catalogue, travel } = problem
  const days = daysOutToday(county, travel).map((d) => ({ vehicle: d.vehicle.id, date: d.date }))
  const busy = new Map<string, DateRange[]>()
  for (const { vehicle, date } of days)
    busy.set(vehicle, [...(busy.get(vehicle) ?? []), { from: date, to: date }])
  const { settings } = county
  return {
    county: {
      ...county,
      settings: { ...settings, assumptions: { ...settings.assumptions, mayClose: 0 } },
      vehicles: county.vehicles.map((v) => ({
        ...v,
        down: [...(v.down ?? []), ...(busy.get(v.id) ?? [])],
      })),
    },
    supply: {
      offers: supplyToday(county, catalogue).offers.filter((o) => o.mode === 'vehicle'),
      tours: toursToday(county, travel),
    },
    days,
  }
}

/** Posts and money are no limit; what they come to stands in the columns. Crews are hired with the vehicles. */
const withoutLimits = (county: County): County => {
  const { posts: _, ...settings } = county.settings
  return {
    ...county,
    settings: { ...settings, capitalBudgetFen: null },
    staff: [],
    baseline: { ...county.baseline, rotas: [] },
    funds: county.funds.map((f) => ({ ...f, amountFen: Number.MAX_SAFE_INTEGER })),
  }
}

const boughtMark = ' bought '
const isBought = (vehicle: string): boolean => vehicle.includes(boughtMark)

/** More of the most used vehicle of each kind that is short of days; null where nothing that can be bought is short. */
function withMoreVehicles(county: County, plan: Plan): County | null {
  const out = new Map<string, number>()
  for (const { vehicle } of plan.tours) out.set(vehicle, (out.get(vehicle) ?? 0) + 1)
  const days = Math.max(1, workdaysOf(county.settings).length)
  const bought = plan.fleet.flatMap(({ kind, daysShort }): Vehicle[] => {
    const [like] = county.vehicles
      .filter((v) => v.kind === kind && !isBought(v.id))
      .sort(byText((v) => v.id))
      .sort((a, b) => (out.get(b.id) ?? 0) - (out.get(a.id) ?? 0))
    if (daysShort === 0 || like === undefined) return []
    const had = county.vehicles.filter((v) => v.id.startsWith(`${like.id}${boughtMark}`)).length
    const { down: _, ...fit } = like
    return Array.from({ length: Math.ceil(daysShort / days) }, (_, k) => ({
      ...fit,
      id: `${like.id}${boughtMark}${had + k + 1}`,
      inspectionUntil: county.settings.horizon.to,
    }))
  })
  return bought.length === 0 ? null : { ...county, vehicles: [...county.vehicles, ...bought] }
}
