import { measure } from '../../access/measure.ts'
import type { Measurement } from '../../access/measurement.ts'
import { supplyOfPlan } from '../../access/supply-of-plan.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { VehicleKind } from '../../catalogue/service.ts'
import { byText, compareText } from '../../kernel/order.ts'
import { comparisonValue, costsOf, type PaidCalls } from '../../plan/costs.ts'
import type { County } from '../../plan/county.ts'
import { peopleMissing } from '../../plan/needs-missed.ts'
import type { Costs, FleetUse, LevelValue, Plan, Shortage } from '../../plan/plan.ts'
import type { CountyTravel } from '../../travel/travel-table.ts'
import { expertWork } from '../expert-work.ts'
import { worstTravel } from '../plan-score.ts'
import { chosenLines } from '../steered-lines.ts'
import { lineKey } from '../write-assignments.ts'

/** The plan of one territory, with the doorstep calls it pays for. */
export interface PartPlan {
  plan: Plan
  calls: readonly PaidCalls[]
  decides: ReadonlySet<string>
}

/** The plans of all territories as one plan of the city: costs, the worst-off and levels are reckoned anew for the whole. */
export function joinPlans(
  county: County,
  catalogue: Catalogue,
  travel: CountyTravel,
  parts: readonly PartPlan[],
  head: { today: Costs; assumed: Plan['assumed'] },
): Plan {
  const all = <T>(of: (plan: Plan) => readonly T[]): T[] => parts.flatMap(({ plan }) => of(plan))
  const sites = parts
    .flatMap(({ plan, decides }) => plan.sites.filter((s) => decides.has(s.facility)))
    .sort(byText((s) => s.facility))
  const vehicles = new Map(county.vehicles.map((v) => [v.id, v]))
  const tours = all((p) => p.tours).sort(
    (a, b) => compareText(a.date, b.date) || compareText(a.vehicle, b.vehicle),
  )
  const rides = all((p) => p.rides).sort(byText((r) => r.id))
  const costs = costsOf(county, {
    sites,
    tours: tours.map((t) => ({
      vehicle: vehicles.get(t.vehicle)!,
      metres: t.metres,
      seconds: t.finish - t.depart,
    })),
    calls: parts.flatMap(({ calls }) => calls),
    rides: rides.map((r) => ({
      ...r,
      vehicle: r.vehicle === null ? null : vehicles.get(r.vehicle)!,
    })),
  })
  const { experts: _, ...firstPart } = parts[0]!.plan
  const joined: Plan = {
    ...firstPart,
    sites,
    stops: all((p) => p.stops).sort(byText((s) => s.id)),
    tours,
    rides,
    assignments: all((p) => p.assignments)
      .filter((a) => a.chosen !== true)
      .sort(byText(lineKey)),
    shortages: [],
    fleet: joinFleet(all((p) => p.fleet)),
    costs: { today: head.today, plan: costs },
    assumed: head.assumed,
  }
  const supply = supplyOfPlan(county, catalogue, joined)
  const measured = measure({
    county,
    catalogue,
    travel,
    supply,
    asOf: county.settings.asOf,
  })
  const shortages = joinShortages(
    all((p) => p.shortages),
    measured,
  )
  const value = comparisonValue(county, costs, sites)
  const worst = Math.round(worstTravel(measured.cells) * 100) / 100
  const levels = parts[0]!.plan.levels.map(({ level }) => {
    const own = parts.flatMap(({ plan }) => plan.levels.filter((l) => l.level === level))
    const known =
      level === 'cost'
        ? value
        : level === 'worstDecile'
          ? worst
          : level === 'unreachable' || level === 'floorsMissed'
            ? peopleMissing(shortages, level === 'unreachable')
            : null
    return joinLevel(own, known)
  })
  const experts = expertWork(county, catalogue, joined)
  const services = new Map(catalogue.services.map((s) => [s.id, s]))
  const chosen = chosenLines(
    { county, travel },
    supply,
    measured.cells.flatMap((c) => {
      const service = services.get(c.service)
      return service === undefined ? [] : [{ ...c, service }]
    }),
  )
  const assignments = [...joined.assignments, ...chosen].sort(byText(lineKey))
  return {
    ...joined,
    assignments,
    shortages,
    levels,
    ...(experts === undefined ? {} : { experts }),
  }
}

const shortageKey = (s: Pick<Shortage, 'settlement' | 'service' | 'metric'>): string =>
  `${s.settlement} ${s.service} ${s.metric}`

/** What the whole misses: a stop of one territory may serve people of the next, who then miss nothing. */
function joinShortages(parts: readonly Shortage[], measured: Measurement): Shortage[] {
  const reasons = new Map(parts.map((s) => [shortageKey(s), s.reason]))
  return measured.cells
    .flatMap(({ settlement, service, people, missing }) =>
      missing.map(({ metric, want, have }): Shortage => {
        const reason = reasons.get(shortageKey({ settlement, service, metric })) ?? 'calendar'
        return { settlement, service, people, metric, want, have: have ?? 0, reason }
      }),
    )
    .sort(byText(shortageKey))
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

function joinFleet(parts: readonly FleetUse[]): FleetUse[] {
  return VehicleKind.options.flatMap((kind): FleetUse[] => {
    const own = parts.filter((f) => f.kind === kind)
    if (own.length === 0) return []
    const total = (of: (f: FleetUse) => number) => sum(own.map(of))
    return [
      {
        kind,
        vehicles: total((f) => f.vehicles),
        daysAvailable: total((f) => f.daysAvailable),
        daysUsed: total((f) => f.daysUsed),
        daysShort: total((f) => f.daysShort),
      },
    ]
  })
}

/** A bound of the whole stands only where every part has one; a price of a level is not the sum of the parts' prices. */
function joinLevel(parts: readonly LevelValue[], known: number | null): LevelValue {
  const { level, unit, epsilon } = parts[0]!
  const values = parts.map((p) => p.value)
  const bounds = parts.map((p) => p.bound)
  const classes = parts.flatMap((p) => p.byClass ?? [])
  const byClass = [...new Set(classes.map((c) => c.class))].sort((a, b) => a - b)
  return {
    level,
    value: known ?? (level === 'longestShift' ? Math.max(...values) : sum(values)),
    unit,
    bound:
      level === 'longestShift' || bounds.includes(null) ? null : sum(bounds.map((b) => b ?? 0)),
    epsilon,
    ...(byClass.length === 0
      ? {}
      : {
          byClass: byClass.map((k) => {
            const own = classes.filter((c) => c.class === k)
            return {
              class: k,
              mostAtOneSettlement: Math.max(...own.map((c) => c.mostAtOneSettlement)),
              people: sum(own.map((c) => c.people)),
            }
          }),
        }),
  }
}
