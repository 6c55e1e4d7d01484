import { servicesAboard } from '../access/vehicle-offers.ts'
import type { Service } from '../catalogue/service.ts'
import { byText } from '../kernel/order.ts'
import type { County } from '../plan/county.ts'
import { pricePerKm } from '../plan/price-per-km.ts'
import { rideFenOf } from '../plan/ride-cost.ts'
import type { Fund } from '../resources/fund.ts'
import type { Vehicle } from '../resources/vehicle.ts'
import type { Draft } from './draft.ts'
import { fundMayPay } from './fund-may-pay.ts'
import { mayBeClosed } from './may-close.ts'
import type { PlanGround } from './plan-ground.ts'
import type { SiteCandidate } from './site-candidates.ts'

/** Running cash of a year that has to be paid, and the ids of the funds that may pay it, in order. */
export interface Bill {
  fen: number
  payers: readonly string[]
}

/**
 * Funds that limit running costs: all but those for capital alone, where at least one is for running costs alone. A
 * county that names none of those has not said what its running money may be used for.
 */
export const runningFunds = ({ funds }: Pick<County, 'funds'>): readonly Fund[] =>
  funds.some((f) => f.use === 'running') ? funds.filter((f) => f.use !== 'capital') : []

/** Funds that may pay for at least one of some services; what gives none of the catalogue's may be paid from any. */
export function payersOf(funds: readonly Fund[], services: readonly Service[]): readonly string[] {
  const may =
    services.length === 0 ? funds : funds.filter((f) => services.some((s) => fundMayPay(f, s)))
  return may.map((f) => f.id).sort()
}

/** What stands whatever is decided: firm sites and vehicles. */
export function standingBills(ground: PlanGround, closable: ReadonlySet<string>): Bill[] {
  const { county, catalogue } = ground
  const funds = runningFunds(county)
  const services = new Map(catalogue.services.map((s) => [s.id, s]))
  const sites = county.facilities
    .filter((f) => f.state === 'open' && !closable.has(f.id))
    .map((f) => ({
      fen: f.yearCostFen,
      payers: payersOf(funds, servicesAt(ground, f.kind, f.services)),
    }))
  const vehicles = county.vehicles.map((v) => ({
    fen: v.yearCostFen,
    payers: payersOfVehicle(funds, v, () =>
      servicesAboard(v, catalogue).flatMap((id) => services.get(id) ?? []),
    ),
  }))
  return [...sites, ...vehicles].filter((b) => b.fen > 0)
}

const payersOfVehicle = (
  funds: readonly Fund[],
  { fund }: Vehicle,
  aboard: () => readonly Service[],
): readonly string[] => (funds.some((f) => f.id === fund) ? [fund!] : payersOf(funds, aboard()))

/** Services that a building of a kind gives: those named, else all of its kind. */
export function servicesAt(
  { catalogue }: Pick<PlanGround, 'catalogue'>,
  kind: string,
  named: readonly string[],
): readonly Service[] {
  const own = new Set(named)
  return catalogue.services.filter((s) =>
    named.length > 0
      ? own.has(s.id)
      : s.channels.some((c) => c.mode !== 'vehicle' && c.kind === kind),
  )
}

/** What of a draft is paid for by funds. */
type DraftPaid = Pick<Draft, 'sites' | 'tours' | 'rides'>

/** What a draft adds: sites in use by its decisions, tours and rides. */
function draftBills(ground: PlanGround, draft: DraftPaid, closable: ReadonlySet<string>): Bill[] {
  const { county, catalogue } = ground
  const funds = runningFunds(county)
  const services = new Map(catalogue.services.map((s) => [s.id, s]))
  const vehicles = new Map(county.vehicles.map((v) => [v.id, v]))
  const perYear = 365 / ground.horizonDays
  const payers = (ids: readonly string[]) =>
    payersOf(
      funds,
      [...new Set(ids)].flatMap((id) => services.get(id) ?? []),
    )
  const sites = draft.sites.flatMap((s): Bill[] => {
    const facility = ground.facilities.get(s.facility)!
    const stands = facility.state === 'open' && !closable.has(s.facility)
    const before = facility.state === 'open' && !stands ? facility.yearCostFen : 0
    const fen = s.yearCostFen + before
    return [{ fen, payers: payersOf(funds, servicesAt(ground, s.toKind, s.services)) }]
  })
  const tours = draft.tours.map((t) => {
    const vehicle = vehicles.get(t.vehicle)!
    const fen = (t.metres * pricePerKm(vehicle, county)) / 1000 + vehicle.costPerDayFen
    return { fen: fen * perYear, payers: payers(t.visits.flatMap((v) => v.services)) }
  })
  const rides = draft.rides.map((r) => ({
    fen:
      rideFenOf({ ...r, vehicle: vehicles.get(r.vehicle ?? '') ?? null }, county) *
      r.dates.length *
      perYear,
    payers: payers(r.services),
  }))
  return [...sites, ...tours, ...rides].filter((b) => b.fen > 0)
}

/**
 * Fen a year of a draft that no fund may lawfully pay; what is unpaid today already does not count. `capitalFen` is what
 * the plan takes from each fund for capital.
 */
export function unpaidMore(
  { ground, candidates }: { ground: PlanGround; candidates: readonly SiteCandidate[] },
  draft: DraftPaid,
  capitalFen: Readonly<Record<string, number>>,
): number {
  const funds = runningFunds(ground.county)
  if (funds.length === 0) return 0
  const closable = mayBeClosed(candidates)
  const standing = standingBills(ground, closable)
  const bills = [...standing, ...draftBills(ground, draft, closable)]
  const today = unpaid(leftForRunning(funds, {}), standing)
  return Math.max(0, unpaid(leftForRunning(funds, capitalFen), bills) - today - 1)
}

/** Sums of bills that the same funds may pay. */
function gathered(bills: readonly Bill[]): Bill[] {
  const by = new Map<string, { fen: number; payers: readonly string[] }>()
  for (const { fen, payers } of bills) {
    const key = JSON.stringify(payers)
    by.set(key, { fen: (by.get(key)?.fen ?? 0) + fen, payers })
  }
  return [...by].sort(byText(([key]) => key)).map(([, bill]) => bill)
}

/**
 * What no lawful sharing out of the funds can pay: bills less a maximum flow from funds to them (Ford and Fulkerson 1956).
 * `left` is what each fund has for running costs.
 */
export function unpaid(left: ReadonlyMap<string, number>, bills: readonly Bill[]): number {
  const sinks = gathered(bills)
  const money = new Map(left)
  const need = sinks.map((b) => b.fen)
  const paid = sinks.map(() => new Map<string, number>())
  const pay = (k: number, fund: string, fen: number) =>
    paid[k]!.set(fund, (paid[k]!.get(fund) ?? 0) + fen)
  for (let k = 0; k < sinks.length; k++)
    while (need[k]! > 1e-6) {
      const way = freeWay(sinks, money, paid, k)
      if (way === null) break
      const last = way.at(-1)!
      const fen = way
        .slice(1)
        .reduce(
          (n, { bill }, i) => Math.min(n, paid[bill]!.get(way[i]!.fund)!),
          Math.min(need[k]!, money.get(last.fund)!),
        )
      way.forEach(({ bill, fund }, i) => {
        if (i > 0) pay(bill, way[i - 1]!.fund, -fen)
        pay(bill, fund, fen)
      })
      money.set(last.fund, money.get(last.fund)! - fen)
      need[k]! -= fen
    }
  return need.reduce((sum, fen) => sum + Math.max(0, fen), 0)
}

interface Step {
  bill: number
  fund: string
}

/** The shortest way to money: a fund with some left pays the last bill, each fund before is freed for the bill before. */
function freeWay(
  bills: readonly Bill[],
  money: ReadonlyMap<string, number>,
  paid: readonly ReadonlyMap<string, number>[],
  first: number,
): Step[] | null {
  const seen = new Set<string>()
  let open: Step[][] = [[]]
  while (open.length > 0) {
    const next: Step[][] = []
    for (const way of open) {
      const from = way.at(-1)
      const takers = from === undefined ? [first] : payingWith(paid, from.fund)
      for (const bill of takers)
        for (const fund of bills[bill]!.payers) {
          if (seen.has(fund)) continue
          seen.add(fund)
          const longer = [...way, { bill, fund }]
          if ((money.get(fund) ?? 0) > 1e-6) return longer
          next.push(longer)
        }
    }
    open = next
  }
  return null
}

const payingWith = (paid: readonly ReadonlyMap<string, number>[], fund: string): number[] =>
  paid.flatMap((of, k) => ((of.get(fund) ?? 0) > 1e-6 ? [k] : []))

/** What each fund has for running costs once capital is paid from it. */
const leftForRunning = (
  funds: readonly Fund[],
  capitalFen: Readonly<Record<string, number>>,
): Map<string, number> =>
  new Map(funds.map((f) => [f.id, Math.max(0, f.amountFen - (capitalFen[f.id] ?? 0))]))
