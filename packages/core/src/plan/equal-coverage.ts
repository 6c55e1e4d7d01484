import { z } from 'zod'
import type { Words } from '../words/language.ts'

/** One way of serving some needs: its three columns of cost, a year, and what it takes. */
export const WayFigures = z.object({
  cashFen: z.number().int(),
  capitalFen: z.record(z.string(), z.number().int()),
  staffHours: z.number(),
  /** Fen a year to compare by (docs/methods/costs.md); shown nowhere as a cost. */
  value: z.number(),
  /** Vehicles that go out, of them bought for it, and days on which one is out in the horizon. */
  vehicles: z.number().int(),
  bought: z.number().int(),
  daysOut: z.number().int(),
  /** Full-time posts whose hours it spends beyond what is spent today; negative where it spends fewer. */
  posts: z.number(),
  /** Sites converted or built. */
  newSites: z.number().int(),
})
export type WayFigures = z.infer<typeof WayFigures>

/** What is put beside the plan. */
export const ComparedWay = z.enum(['today', 'today-extended', 'all-fixed', 'all-mobile'])
export type ComparedWay = z.infer<typeof ComparedWay>

export const comparedWayWords: Record<ComparedWay, Words> = {
  today: { zh: '今天的样子', en: 'Today as it is' },
  'today-extended': { zh: '今天的办法，加到同样多', en: 'Today, extended' },
  'all-fixed': { zh: '全靠固定', en: 'All fixed' },
  'all-mobile': { zh: '全靠流动', en: 'All mobile' },
}

/** A way of serving beside the joint plan of the very same needs. */
export const EqualRow = z.object({
  way: ComparedWay,
  figures: WayFigures,
  /** Needs that both meet: settlements × services, and people × services. */
  needs: z.number().int(),
  people: z.number(),
  /** Met by the plan and not in this way: a cost of these is never compared. By service. */
  notCovered: z.array(
    z.object({ service: z.string(), needs: z.number().int(), people: z.number() }),
  ),
  /** Met in this way and not by the plan. */
  notByPlan: z.number().int(),
  /**
   * The joint plan of just these needs, with the same means to be had: the plan itself, one searched for, or what the way chose,
   * where the search found nothing cheaper among the choices that are the joint plan's too.
   */
  joint: z.object({ from: z.enum(['plan', 'search', 'way']), figures: WayFigures }),
})
export type EqualRow = z.infer<typeof EqualRow>

/** The plan beside today, all-fixed and all-mobile, each at equal coverage (docs/methods/equal-coverage.md). */
export const EqualCoverage = z.object({
  plan: WayFigures,
  /** Needs that the plan meets, and all there are: settlements × services, and people × services. */
  needs: z.object({ met: z.number().int(), all: z.number().int() }),
  people: z.object({ met: z.number(), all: z.number() }),
  rows: z.array(EqualRow),
})
export type EqualCoverage = z.infer<typeof EqualCoverage>
