import type { FleetClass } from '../fleet-class.ts'
import type { NeedCell, PlanGround } from '../plan-ground.ts'
import { optionsFromPurses, type Purse, siteFromPurses, stopsOfPurses } from '../purses.ts'
import type { RoadReader } from '../road-reader.ts'
import type { RoadOf } from '../route-cost.ts'
import { payersOf, runningFunds } from '../running-money.ts'
import type { SiteCandidate } from '../site-candidates.ts'
import type { Walks } from '../stop-candidates.ts'
import { type Choice, type Group, keyOfOption, moreOf, type Option, type Uses } from './option.ts'
import { doorstepOptions } from './options/doorstep-options.ts'
import { fixedOptions } from './options/fixed-options.ts'
import { oftenerOptions } from './options/oftener-options.ts'
import { remoteOptions } from './options/remote-options.ts'
import type { RideOptions } from './options/ride-options.ts'
import { stopChoices, vehicleOptions } from './options/vehicle-options.ts'

/** What a round of the joint choice starts from. */
export interface ChoiceGround {
  ground: PlanGround
  classes: readonly FleetClass[]
  /** Settlements where vehicles may stop. */
  stops: readonly string[]
  walks: Walks
  candidates: readonly SiteCandidate[]
  resident: RoadReader
  /** Buildings that surely stay open, by kind: doorstep staff start from them. */
  firmSites: ReadonlyMap<string, readonly string[]>
  /** Most stops, and most doorstep sites, that are weighed for one cell: the nearest. */
  nearest: { stops: number; doorsteps: number }
  /** Buildings that surely stay open and give a service on the spot, by service. */
  givers: ReadonlyMap<string, readonly { id: string; kind: string }[]>
  rides: RideOptions
  /** Running money by what it may lawfully be used for; none where the county does not say. */
  purses: readonly Purse[]
  /** Ways that may be chosen; all where not given. */
  allows?: (option: Option) => boolean
}

export interface RoundLimits {
  roadOf: RoadOf
  /** Limits by row: fleet, staff, fund, capital, cash. */
  limits: ReadonlyMap<string, number>
}

/** The joint choice of a round: every cell that the firm sites don't meet, with all its options, merged into groups. */
export function buildChoice(base: ChoiceGround, round: RoundLimits): Choice {
  const groups = new Map<string, { group: Group; cells: number[] }>()
  base.ground.cells.forEach((cell, index) => {
    if (cell.met) return
    const options = optionsOf(cell, base, round)
    const key = `${options.map(keyOfOption).join('|')}|${cell.priority}|${paidFrom(options)}`
    const of = groups.get(options.length > 0 ? key : `none ${index}`)
    if (of === undefined)
      groups.set(options.length > 0 ? key : `none ${index}`, {
        group: {
          options,
          priority: cell.priority,
          people: [[cell.settlement.id, cell.weight]],
          cells: [],
        },
        cells: [index],
      })
    else {
      of.group = merge(of.group, options, cell)
      of.cells.push(index)
    }
  })
  const all = [...groups.values()].map(({ group, cells }) => ({ ...group, cells }))
  const stops = [...stopChoices(base, round.roadOf), ...base.rides.stops]
  const purses = pursesIn(base, round)
  return {
    groups: all,
    sites: base.candidates.map((c) => ({
      key: c.key,
      facility: c.facility.id,
      open: c.decision.action === 'keep',
      value: c.value,
      uses: [...siteUses(c), ...siteFromPurses(purses, base.ground, c)],
    })),
    stops: [...stops, ...stopsOfPurses(all, stops, purses)],
    limits: round.limits,
  }
}

/** Purses that limit this round: those whose rows have a limit. */
const pursesIn = ({ purses }: ChoiceGround, { limits }: RoundLimits): readonly Purse[] =>
  purses.filter((p) => limits.has(p.row))

/** Needs whose visits are paid from the same money may be decided as one. */
const paidFrom = (options: readonly Option[]): string => {
  const first = options.find((o) => 'also' in o)
  return first === undefined || !('also' in first) ? '' : (first.also ?? []).join('|')
}

function siteUses(c: SiteCandidate): Uses {
  const { capitalFen, fund } = c.decision
  const capital: [string, number][] =
    capitalFen > 0
      ? [
          ['capital', capitalFen],
          ...(fund === null ? [] : [[`fund ${fund}`, capitalFen] as [string, number]]),
        ]
      : []
  return [['cash', c.cashFen], ...capital, ...c.staffUses]
}

function merge(group: Group, options: readonly Option[], cell: NeedCell): Group {
  return {
    cells: group.cells,
    priority: group.priority,
    people: [...group.people, [cell.settlement.id, cell.weight]],
    options: group.options.map((o, k) => {
      const same = options[k]!
      const uses = o.uses.map(([row, amount], u) => [row, amount + same.uses[u]![1]] as const)
      const both = { ...o, value: o.value + same.value, uses }
      const more = moreOf(o) + moreOf(same)
      return both.mode === 'vehicle' && more > 0 ? { ...both, more } : both
    }),
  }
}

/** Stops may be visited more often than floors ask where money is given out to meet the most need. */
function optionsOf(cell: NeedCell, base: ChoiceGround, round: RoundLimits): Option[] {
  const { roadOf, limits } = round
  const stops = vehicleOptions(cell, base, roadOf)
  const options = [
    ...fixedOptions(cell, base),
    ...stops,
    ...doorstepOptions(cell, base),
    ...remoteOptions(cell, base),
    ...base.rides.of(cell),
    ...(limits.has('cash') ? oftenerOptions(cell, base.ground, stops) : []),
  ]
  const allowed = base.allows ? options.filter(base.allows) : options
  const purses = pursesIn(base, round)
  if (purses.length === 0) return allowed
  const funds = runningFunds(base.ground.county)
  return optionsFromPurses(allowed, purses, payersOf(funds, [cell.scoped.service]))
}
