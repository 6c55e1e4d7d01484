import { byText } from '../kernel/order.ts'
import type { Group, Option, StopChoice, Uses } from './joint/option.ts'
import { mayBeClosed } from './may-close.ts'
import type { PlanGround } from './plan-ground.ts'
import { type Bill, payersOf, runningFunds, servicesAt, standingBills } from './running-money.ts'
import type { SiteCandidate } from './site-candidates.ts'

/**
 * Some running funds taken together, with what they have for what nobody else may pay. By Gale's theorem (1957) bills
 * can be paid lawfully just when, for every set of funds, those that only it may pay come to no more than it has.
 */
export interface Purse {
  row: string
  funds: ReadonlySet<string>
  /** Fen a year for what the choice decides. */
  limit: number
}

/** Most sets of funds that are told to the choice; what others would forbid shows when the plan is paid for. */
const mostPurses = 24

/** The sets of funds that matter to a county's services: of those that may pay for each, every union. */
export function pursesOf(
  ground: PlanGround,
  candidates: readonly SiteCandidate[],
): readonly Purse[] {
  const funds = runningFunds(ground.county)
  if (funds.length === 0) return []
  const closable = mayBeClosed(candidates)
  const standing = standingBills(ground, closable)
  const sets = unions([
    ...ground.cells.map((c) => payersOf(funds, [c.scoped.service])),
    ...candidates.map((c) => payersOf(funds, servicesAt(ground, c.kind, c.decision.services))),
  ])
  return sets.map((ids): Purse => {
    const own = new Set(ids)
    const has = funds.reduce((sum, f) => (own.has(f.id) ? sum + f.amountFen : sum), 0)
    const stands = standing.reduce((sum, b) => (only(own, b) ? sum + b.fen : sum), 0)
    return { row: `running ${ids.join(' ')}`, funds: own, limit: Math.max(0, has - stands) }
  })
}

const only = (funds: ReadonlySet<string>, { payers }: Pick<Bill, 'payers'>): boolean =>
  payers.every((id) => funds.has(id))

/** Every union of some sets, small ones first. */
function unions(sets: readonly (readonly string[])[]): string[][] {
  const found = new Map<string, string[]>()
  const distinct = new Map(sets.map((s) => [JSON.stringify(s), s]))
  for (const [, set] of [...distinct].sort(byText(([key]) => key))) {
    if (found.size > mostPurses) break
    for (const other of [[], ...found.values()]) {
      const both = [...new Set([...set, ...other])].sort()
      found.set(JSON.stringify(both), both)
    }
  }
  return [...found]
    .sort(byText(([key]) => key))
    .map(([, set]) => set)
    .sort((a, b) => a.length - b.length)
    .slice(0, mostPurses)
}

/** Rows that a site's cash and capital take from: of purses that alone may pay for what it gives. */
export function siteFromPurses(
  purses: readonly Purse[],
  ground: PlanGround,
  c: SiteCandidate,
): Uses {
  const funds = runningFunds(ground.county)
  const payers = payersOf(funds, servicesAt(ground, c.kind, c.decision.services))
  const { capitalFen, fund } = c.decision
  return purses.flatMap(({ row, funds: own }) => {
    const running = only(own, { payers }) ? c.cashFen : 0
    const capital = fund !== null && own.has(fund) ? capitalFen : 0
    return running + capital > 0 ? [[row, running + capital] as const] : []
  })
}

const atPurse = (stop: string, { row }: Purse): string => `${stop} from ${row}`

/** The options of a cell with the purses that its visits and rides are paid from, beside the stop itself. */
export function optionsFromPurses(
  options: readonly Option[],
  purses: readonly Purse[],
  payers: readonly string[],
): Option[] {
  const mine = purses.filter(({ funds }) => only(funds, { payers }))
  return options.map((o): Option => {
    if (o.mode !== 'vehicle' && o.mode !== 'ride') return o
    const cash = o.uses.find(([row]) => row === 'cash')?.[1] ?? 0
    const uses = cash > 0 ? [...o.uses, ...mine.map(({ row }) => [row, cash] as const)] : o.uses
    return {
      ...o,
      uses,
      ...(o.stop === null ? {} : { also: mine.map((p) => atPurse(o.stop!, p)) }),
    }
  })
}

/** A stop for every purse that pays at a stop: its visits are those of the needs that only these funds may pay for. */
export function stopsOfPurses(
  groups: readonly Pick<Group, 'options'>[],
  stops: readonly StopChoice[],
  purses: readonly Purse[],
): StopChoice[] {
  const wanted = new Set(
    groups.flatMap((g) => g.options.flatMap((o) => ('also' in o ? (o.also ?? []) : []))),
  )
  return stops.flatMap((stop) => {
    const cash = stop.usesPerVisit.find(([row]) => row === 'cash')?.[1] ?? 0
    return purses.flatMap((purse): StopChoice[] => {
      const key = atPurse(stop.key, purse)
      return cash > 0 && wanted.has(key)
        ? [{ key, valuePerVisit: 0, usesPerVisit: [[purse.row, cash]] }]
        : []
    })
  })
}
