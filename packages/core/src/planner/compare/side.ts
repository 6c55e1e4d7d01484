import { measure } from '../../access/measure.ts'
import type { Measurement } from '../../access/measurement.ts'
import { supplyOfPlan } from '../../access/supply-of-plan.ts'
import { supplyToday } from '../../access/supply-today.ts'
import { costsToday, daysOutToday } from '../../plan/costs-today.ts'
import type { CountyInput } from '../../plan/county.ts'
import type { Costs, FleetUse, Plan } from '../../plan/plan.ts'
import type { YearTravel } from '../../travel/travel-table.ts'

/** What is compared: today's supply or a plan, on the county as it is or under a scenario. */
export interface SideInput {
  id: string
  nameZh: string
  nameEn: string
  input: CountyInput
  travel: YearTravel
  /** Null for today's supply. */
  plan: Plan | null
  /** Capital that the changes themselves cost, by fund. */
  capitalOfChanges: Readonly<Record<string, number>>
}

/** One side, measured and costed by the same code whatever it is. */
export interface Side extends SideInput {
  measurement: Measurement
  /** A year's figures in three columns; capital with that of the changes. */
  costs: Costs
  fleetDays: ReadonlyMap<FleetUse['kind'], number>
  people: number
}

/** Adds two columns of capital fund by fund. */
function together(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Record<string, number> {
  const funds = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()
  return Object.fromEntries(funds.map((fund) => [fund, (a[fund] ?? 0) + (b[fund] ?? 0)]))
}

function daysByKind({ input, travel, plan }: SideInput): Map<FleetUse['kind'], number> {
  const days = new Map<FleetUse['kind'], number>()
  if (plan) {
    for (const fleet of plan.fleet) days.set(fleet.kind, fleet.daysUsed)
    return days
  }
  for (const { vehicle } of daysOutToday(input.county, travel))
    days.set(vehicle.kind, (days.get(vehicle.kind) ?? 0) + 1)
  return days
}

/** Measures and costs one side. */
export function sideOf(of: SideInput): Side {
  const { county, catalogue } = of.input
  const supply = of.plan ? supplyOfPlan(county, catalogue, of.plan) : supplyToday(county, catalogue)
  const costs = of.plan ? of.plan.costs.plan : costsToday(county, of.travel)
  return {
    ...of,
    measurement: measure({
      county,
      catalogue,
      travel: of.travel.base,
      supply,
      asOf: county.settings.asOf,
    }),
    costs: { ...costs, capitalFen: together(costs.capitalFen, of.capitalOfChanges) },
    fleetDays: daysByKind(of),
    people: county.settlements.reduce((sum, s) => sum + s.permanent.total, 0),
  }
}

/** Today's supply on the county and the ways of a side, which must be those of the county as it is. */
export const todayOf = ({ input, travel }: Pick<SideInput, 'input' | 'travel'>): Side =>
  sideOf({
    id: 'today',
    nameZh: '现状',
    nameEn: 'Today',
    input,
    travel,
    plan: null,
    capitalOfChanges: {},
  })
