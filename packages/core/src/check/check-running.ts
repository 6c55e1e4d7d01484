import type { Service } from '../catalogue/service.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import { recall } from '../kernel/memory.ts'
import { oncePer } from '../kernel/once-per.ts'
import { isMade } from '../plan/plan.ts'
import type { Fund } from '../resources/fund.ts'
import { type CheckCounty, type CheckGround, canGive } from './check-ground.ts'
import { sitesPaid } from './recompute-costs.ts'

/** Which funds may pay, as bits by position among the running funds, and whether it goes first by no right. */
interface Payers {
  payers: bigint
  /** Only services that are not basic, and go first by no decision on record. */
  other: boolean
}

/** Fen of a year, and who may pay them. */
interface Cost extends Payers {
  fen: number
}

/** Sets of funds tried at most: where there are more, a shortfall may go unseen, but none is made up. */
const mostSets = 4096

/**
 * Whether running costs can be shared out so that every fund pays only what it may, and no more than it has: for every
 * set of funds, what only they may pay is no more than they have (docs/methods/joint-plan.md). In the mode *least-cost*
 * a shortfall is a warning, as floors come first; so is one that is there today already.
 */
export function checkRunning(ground: CheckGround): Finding[] {
  const funds = runningFunds(ground.base)
  const recorded = exceptions(ground.base)
  if (funds.length === 0) return recorded
  const capital = new Map<string, number>()
  for (const { fund, capitalFen } of ground.plan.sites)
    if (fund !== null) capital.set(fund, (capital.get(fund) ?? 0) + capitalFen)
  const has = funds.map((f) => f.amountFen - (capital.get(f.id) ?? 0))
  const stand = recall(ground.memory, 'running costs', [ground.sites], () => standing(ground))
  const costs = [...stand, ...added(ground)]
  const short = shortOf(has, costs)
  if (short === null || short.fen < 1) return [...recorded, ...besides(ground, funds, costs)]
  const today = shortToday(ground.base)
  const already = today !== null && today.fen >= short.fen - 1
  const hard = ground.plan.mode === 'most-need' && !already
  const names = funds.filter((_, k) => holds(short.set, k)).map((f) => f.id)
  const facts = {
    funds: names.join(', ') || '-',
    have: Math.round(short.has / 100),
    want: Math.ceil((short.has + short.fen) / 100),
  }
  const code = hard ? 'running-funds-overspent' : 'running-funds-short'
  return [...recorded, finding(code, { path: 'funds' }, facts)]
}

/** Funds that say what running money is for: where one is for running costs alone, all but those for capital alone. */
const runningFunds = oncePer(({ county }: CheckCounty): Fund[] => {
  if (!county.funds.some((f) => f.use === 'running')) return []
  return county.funds.filter((f) => f.use !== 'capital')
})

const only = (k: number): bigint => 1n << BigInt(k)
const holds = (set: bigint, k: number): boolean => (set & only(k)) !== 0n

function payers(funds: readonly Fund[], services: readonly Service[]): bigint {
  const may = (f: Fund, s: Service) => {
    const named = f.services.length > 0 || f.domains.length > 0
    if (f.basicOnly && !s.basic) return false
    return !named || f.services.includes(s.id) || f.domains.includes(s.domain)
  }
  return funds.reduce(
    (bits, f, k) =>
      services.length === 0 || services.some((s) => may(f, s)) ? bits | only(k) : bits,
    0n,
  )
}

const isOther = (ground: CheckCounty, services: readonly Service[]): boolean => {
  const excepted = new Set(ground.county.settings.exceptions?.map((e) => e.service))
  return services.length > 0 && services.every((s) => !s.basic && !excepted.has(s.id))
}

/** Many costs are for the same services. */
const payersKnown = oncePer((_: CheckCounty) => new Map<string, Payers>())

function payersOf(base: CheckCounty, ids: readonly string[]): Payers {
  const known = payersKnown(base)
  const named = [...new Set(ids)]
  const key = named.join(' ')
  const services = () => named.flatMap((id) => base.services.get(id) ?? [])
  const found = known.get(key) ?? {
    payers: payers(runningFunds(base), services()),
    other: isOther(base, services()),
  }
  known.set(key, found)
  return found
}

const costOf = (base: CheckCounty, fen: number, ids: readonly string[]): Cost => ({
  fen,
  ...payersOf(base, ids),
})

/** Services that a building of a kind gives in any way, or those named. */
const servicesAt = ({ catalogue }: CheckCounty, kind: string, named: readonly string[]): string[] =>
  catalogue.services
    .filter((s) =>
      named.length > 0
        ? named.includes(s.id)
        : s.channels.some((c) => c.mode !== 'vehicle' && c.kind === kind),
    )
    .map((s) => s.id)

const vehicles = oncePer((base: CheckCounty): Cost[] =>
  base.county.vehicles.map((v) => {
    const own = runningFunds(base).findIndex((f) => f.id === v.fund)
    const aboard = base.catalogue.services.filter((s) => canGive(v, s)).map((s) => s.id)
    const cost = costOf(base, v.yearCostFen, aboard)
    return { ...cost, payers: own < 0 ? cost.payers : only(own), other: false }
  }),
)

/** Buildings in use under the plan, and all vehicles. What is made anew is added by the plan. */
function standing(ground: CheckGround): Cost[] {
  const paid = sitesPaid(ground)
  const sites = [...ground.sites].map(([id, site]) => {
    const ids = servicesAt(ground, site.kind, site.services)
    const cost = costOf(ground.base, paid.get(id)!.yearCostFen, ids)
    const made = site.decision !== null && isMade(site.decision)
    return { ...cost, other: cost.other && made }
  })
  return [...sites, ...vehicles(ground.base)]
}

/** Tours and rides, each paid by whoever may pay for a service aboard. */
function added(ground: CheckGround): Cost[] {
  const { plan, county, horizonDays } = ground
  const perYear = 365 / horizonDays
  const { fuelPerKmFen, busPerKmFen } = county.settings.prices
  const tours = plan.tours.map((t) => {
    const v = ground.vehicles.get(t.vehicle)
    const perKm = v?.costPerKmFen || fuelPerKmFen
    const fen = (t.metres * perKm) / 1000 + (v?.costPerDayFen ?? 0)
    return costOf(
      ground.base,
      fen * perYear,
      t.visits.flatMap((x) => x.services),
    )
  })
  const rides = plan.rides
    .filter((r) => r.by !== 'bus')
    .map((r) => {
      const v = r.vehicle === null ? undefined : ground.vehicles.get(r.vehicle)
      const perKm = v ? v.costPerKmFen || fuelPerKmFen : busPerKmFen
      const once = (r.metres * perKm) / 1000 + (v?.costPerDayFen ?? 0)
      return costOf(ground.base, once * r.dates.length * perYear, r.services)
    })
  return [...tours, ...rides]
}

/** What is short of what stands today, without any tour. */
const shortToday = oncePer((base: CheckCounty): Short | null => {
  const open = base.county.facilities.filter((f) => f.state === 'open')
  const sites = open.map((f) => costOf(base, f.yearCostFen, servicesAt(base, f.kind, f.services)))
  return shortOf(
    runningFunds(base).map((f) => f.amountFen),
    [...sites, ...vehicles(base)],
  )
})

/**
 * Every union of the funds that may pay for a cost, small ones first, each with the funds that are overdrawn anyway: no
 * other set lacks more than one of these.
 */
function unionsOf(has: readonly number[], costs: readonly bigint[]): bigint[] {
  const overdrawn = has.reduce((bits, fen, k) => (fen < 0 ? bits | only(k) : bits), 0n)
  const sets = new Set([overdrawn])
  for (const own of costs)
    for (const set of [...sets]) if (sets.size < mostSets) sets.add(set | own)
  return [...sets].sort((a, b) => (a < b ? -1 : 1))
}

/** A set of funds with what it has, and fen that it lacks for what only it may pay. */
interface Short {
  set: bigint
  has: number
  fen: number
}

/** Fen by who may pay them. */
function byPayers(costs: readonly Cost[]): Map<bigint, number> {
  const sums = new Map<bigint, number>()
  for (const { payers: of, fen } of costs) sums.set(of, (sums.get(of) ?? 0) + fen)
  return sums
}

/** The set of funds that lacks most; null where none lacks anything. */
function shortOf(has: readonly number[], costs: readonly Cost[]): Short | null {
  let worst: Short | null = null
  const sums = byPayers(costs)
  for (const set of unionsOf(has, [...sums.keys()])) {
    let need = 0
    for (const [of, fen] of sums) if ((of & ~set) === 0n) need += fen
    const own = has.reduce((sum, fen, k) => (holds(set, k) ? sum + fen : sum), 0)
    if (need > own && (worst === null || need - own > worst.fen))
      worst = { set, has: own, fen: need - own }
  }
  return worst
}

/** Where a basic service is missed for want of money: what is spent on others from money that might pay for it. */
function besides(ground: CheckGround, funds: readonly Fund[], costs: readonly Cost[]): Finding[] {
  const cut = ground.plan.shortages.filter(
    (s) => s.reason === 'budget' && ground.services.get(s.service)?.basic === true,
  )
  if (cut.length === 0) return []
  const lawful = payers(
    funds,
    cut.flatMap((s) => ground.services.get(s.service) ?? []),
  )
  const fen = costs.reduce(
    (sum, c) => (c.other && (c.payers & lawful) !== 0n ? sum + c.fen : sum),
    0,
  )
  const services = [...new Set(cut.map((s) => s.service))].sort().join(', ')
  return fen < 1
    ? []
    : [
        finding(
          'basic-missed-beside-other',
          { path: 'shortages' },
          { services, spent: Math.round(fen / 100) },
        ),
      ]
}

/** Decisions on record, told with every plan that leans on them. */
const exceptions = oncePer(({ county, services }: CheckCounty): Finding[] =>
  (county.settings.exceptions ?? []).map(({ service, reason, decision }, k) => {
    const at = { file: 'county.yaml', path: `exceptions.${k}` }
    return services.has(service)
      ? finding('exception-recorded', at, { service, reason, decision })
      : finding('exception-unknown-service', at, { service })
  }),
)
