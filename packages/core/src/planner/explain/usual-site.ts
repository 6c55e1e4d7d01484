import type { FacilityKind } from '../../catalogue/service.ts'
import type { County } from '../../plan/county.ts'
import type { NeedCell } from '../plan-ground.ts'
import { missedAtBest } from './at-its-best.ts'
import type { World } from './world.ts'

/** What a building of a kind costs a year where nothing is registered: the middle of those there are. */
export function usualFigures(county: County, kind: FacilityKind) {
  const middle = (values: number[]): number =>
    values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  const open = county.facilities.filter((f) => f.kind === kind && f.state === 'open')
  const made = county.facilities.flatMap((f) => f.conversions.filter((c) => c.toKind === kind))
  return {
    capitalFen: middle(made.map((c) => c.capitalFen)),
    yearCostFen: middle(open.map((f) => f.yearCostFen)),
    staffHoursYear: middle(open.map((f) => f.staffHoursYear)),
    lifeYears: 20,
  }
}

/** The kind that costs least to run, of those whose cost is known by what the county has. */
export function cheapestKind(
  county: County,
  kinds: readonly FacilityKind[],
): FacilityKind | undefined {
  const hourFen = county.settings.prices.staffHourFen
  const known = kinds.filter((kind) =>
    county.facilities.some((f) => f.kind === kind && f.state === 'open'),
  )
  const cost = (kind: FacilityKind): number => {
    const { yearCostFen, staffHoursYear } = usualFigures(county, kind)
    return yearCostFen + staffHoursYear * hourFen
  }
  return (known.length > 0 ? known : [...kinds]).sort((a, b) => cost(a) - cost(b))[0]
}

/** Nothing like it is open in the county, so nobody knows what one costs to run. */
export const unpriced = (county: County, kind: FacilityKind): { unpriced?: true } =>
  county.facilities.some((f) => f.kind === kind && f.state === 'open') ? {} : { unpriced: true }

/** The kind of building that would meet a need if it stood in the settlement: a site of the service, or a station where that does. */
export function siteKind({ base, input }: World, cell: NeedCell): FacilityKind | undefined {
  const { fixedKinds, service } = cell.scoped
  const stations = service.channels.flatMap((c) =>
    c.mode === 'remote' || c.mode === 'agent' ? [c.kind as FacilityKind] : [],
  )
  const asStation = missedAtBest(cell, base.ground, ['remote']) === null
  return cheapestKind(input.county, [...fixedKinds, ...(asStation ? stations : [])])
}

/** A new site in the settlement of a need, as its like costs in the county; null where no site would help. */
export interface SiteThere {
  kind: FacilityKind
  yearCostFen: number
  staffHoursYear: number
  /** Fen a year to compare by, without the building itself. */
  value: number
  unpriced?: true
}

export function siteThere(world: World, cell: NeedCell): SiteThere | null {
  const { county } = world.input
  const kind = siteKind(world, cell)
  if (kind === undefined || cell.settlement.at === null) return null
  const { yearCostFen, staffHoursYear } = usualFigures(county, kind)
  const value = Math.round(yearCostFen + staffHoursYear * county.settings.prices.staffHourFen)
  return { kind, yearCostFen, staffHoursYear, value, ...unpriced(county, kind) }
}
