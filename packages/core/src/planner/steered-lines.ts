import { choosersUnder, type Entitled } from '../access/choosers.ts'
import type { FindOpportunities } from '../access/opportunity.ts'
import { type Supply, standingOffers } from '../access/supply.ts'
import { needTimesYear } from '../catalogue/need-times.ts'
import { choiceOf } from '../catalogue/provider-choice.ts'
import { oncePer } from '../kernel/once-per.ts'
import { compareText } from '../kernel/order.ts'
import type { County } from '../plan/county.ts'
import type { Assignment } from '../plan/plan.ts'
import type { CountyTravel } from '../travel/travel-table.ts'
import { largestFloor, mayServe, type NeedCell, type PlanGround } from './plan-ground.ts'

/** A line for each site that people of a settlement choose by themselves. */
export const chosenLines = (
  { county, travel }: { county: County; travel: CountyTravel },
  supply: Supply,
  entitled: readonly Entitled[],
): Assignment[] =>
  choosersUnder(county, travel, supply, entitled).map(({ facility, ...line }) => ({
    ...line,
    mode: 'fixed',
    place: facility,
    opportunities: null,
    longestGapDays: null,
    chosen: true,
  }))

/** Person-times a year of one person at a site. */
const timesOf = (cell: NeedCell, assumptions: Readonly<Record<string, number>>): number =>
  largestFloor(cell.scoped, ['minServicesPerPersonYear']) ||
  (needTimesYear(cell.scoped.service, assumptions) ?? assumptions.siteTimesPerPersonYear ?? 1)

const roomKey = (facility: string, service: string): string => `${facility} ${service}`

/**
 * Sites of those whom the plan steers, for services that others choose for themselves: the nearest within the limit with
 * room after those who choose, class by class; whoever finds none goes to the nearest all the same. By cell.
 */
export function steeredLines(
  ground: PlanGround,
  cells: readonly NeedCell[],
  { supply, chosen, find }: Steering,
): Map<NeedCell, Assignment[]> {
  const { assumptions } = ground.county.settings
  const steerable = cellsSteered(ground)
  if (steerable.size === 0) return new Map()
  const room = roomLeft(ground, supply, chosen)
  const inOrder = cells
    .filter((c) => steerable.has(c))
    .sort((a, b) => a.priority - b.priority || compareText(a.settlement.id, b.settlement.id))
  return new Map(
    inOrder.map((cell) => {
      const { service } = cell.scoped
      const times = timesOf(cell, assumptions)
      const anyDistance = { ...cell.limits, fixedSeconds: Number.POSITIVE_INFINITY }
      const found = find(cell.settlement.id, service.id, anyDistance).fixed
      const own = found.filter(({ offer }) =>
        mayServe(
          ground,
          ground.facilities.get(offer.place)?.division ?? '',
          cell.settlement.division,
        ),
      )
      const near = own.length > 0 ? own : found
      const given = new Map<string, number>()
      let left = cell.steered
      for (const { offer, seconds } of near) {
        const key = roomKey(offer.place, service.id)
        const there = (room.get(key) ?? Number.POSITIVE_INFINITY) / times
        if (left <= 0 || seconds > cell.limits.fixedSeconds || there <= 0) continue
        const people = Math.min(left, there)
        given.set(offer.place, people)
        if (room.has(key)) room.set(key, (there - people) * times)
        left -= people
      }
      const nearest = near[0]?.offer.place
      if (left > 0 && nearest !== undefined) given.set(nearest, (given.get(nearest) ?? 0) + left)
      const lines = [...given].map(
        ([place, people]): Assignment => ({
          settlement: cell.settlement.id,
          service: service.id,
          mode: 'fixed',
          place,
          people,
          seconds: near.find(({ offer }) => offer.place === place)!.seconds,
          opportunities: null,
          longestGapDays: null,
        }),
      )
      return [cell, lines]
    }),
  )
}

/** Cells of which some are steered and others choose for themselves. */
const cellsSteered = oncePer(({ county, cells }: PlanGround) => {
  const { assumptions } = county.settings
  return new Set(
    cells.filter((c) => choiceOf(c.scoped.service, assumptions) !== null && c.steered > 0),
  )
})

export interface Steering {
  supply: Supply
  /** Lines of those who choose for themselves: they fill sites first. */
  chosen: readonly Assignment[]
  find: FindOpportunities
}

/** Person-times a year that those who choose leave at each site, where its capacity is stated. */
function roomLeft(
  { county, cells }: PlanGround,
  supply: Supply,
  chosen: readonly Assignment[],
): Map<string, number> {
  const { assumptions } = county.settings
  const times = new Map(cells.map((c) => [c.scoped.service.id, timesOf(c, assumptions)]))
  const room = new Map<string, number>()
  for (const { mode, place, service, capacityYear } of standingOffers(supply))
    if (mode === 'fixed' && capacityYear !== null) room.set(roomKey(place, service), capacityYear)
  for (const a of chosen) {
    const key = roomKey(a.place, a.service)
    const left = room.get(key)
    if (left !== undefined)
      room.set(key, Math.max(0, left - a.people * (times.get(a.service) ?? 1)))
  }
  return room
}
