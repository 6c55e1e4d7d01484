import type { CountyGround } from '../../access/county-ground.ts'
import { townshipIn } from '../../access/division-at.ts'
import { byText } from '../../kernel/order.ts'
import { siteCost } from '../../plan/costs.ts'
import { servicesOfSites } from './services-of-sites.ts'
import { splitFen } from './split-fen.ts'
import { vehicleLines } from './vehicle-lines.ts'

/** One line of money: what for, where, from which source; whole fen. Each line has one service, one place, one fund. */
export interface LedgerLine {
  id: string
  /** `running` is cash a year that could be avoided, `capital` once. */
  kind: 'running' | 'capital'
  /** '' where the data do not say. */
  service: string
  /** Settlement or facility; '' for what is nowhere. */
  place: string
  /** Code of the township; '' where unknown. */
  township: string
  /** Id of the fund; '' where the data do not say. */
  fund: string
  /** Of a vehicle's money. */
  vehicleKind?: string
  fen: number
}

/**
 * The ledger of today or of a plan: running money of sites, vehicles, tours and rides, and capital of conversions, each
 * split to services and places (docs/methods/figures.md). Running lines add up to `cashFen` of the costs.
 */
export function ledgerOf(ground: CountyGround): LedgerLine[] {
  const lines = [...siteLines(ground), ...vehicleLines(ground)]
  return lines.filter((line) => line.fen !== 0).sort(byText((line) => line.id))
}

function siteLines(ground: CountyGround): LedgerLine[] {
  const { county, plan } = ground
  const decisions = new Map((plan?.sites ?? []).map((s) => [s.facility, s]))
  const services = servicesOfSites(ground)
  const townshipOf = townshipIn(county)
  return county.facilities.flatMap((facility): LedgerLine[] => {
    const { id } = facility
    const decision = decisions.get(id)
    const split = (kind: LedgerLine['kind'], fen: number, fund: string): LedgerLine[] =>
      [...splitFen(fen, services(id))].map(([service, part]) => ({
        id: `${kind} ${id} ${service}`,
        kind,
        service,
        place: id,
        township: townshipOf(id),
        fund,
        fen: part,
      }))
    return [
      ...split('running', siteCost(facility, decision)?.yearCostFen ?? 0, ''),
      ...split('capital', decision?.capitalFen ?? 0, decision?.fund ?? ''),
    ]
  })
}

/** What the ledger adds up to, in all and each way it is divided: the same every way. */
export function balanceOf(lines: readonly LedgerLine[]): {
  total: number
  services: Map<string, number>
  places: Map<string, number>
  townships: Map<string, number>
  funds: Map<string, number>
} {
  const by = (key: (line: LedgerLine) => string) => {
    const sums = new Map<string, number>()
    for (const line of lines) sums.set(key(line), (sums.get(key(line)) ?? 0) + line.fen)
    return sums
  }
  return {
    total: lines.reduce((sum, line) => sum + line.fen, 0),
    services: by((line) => line.service),
    places: by((line) => line.place),
    townships: by((line) => line.township),
    funds: by((line) => line.fund),
  }
}
