import { z } from 'zod'
import { PlainDate } from '../kernel/calendar.ts'
import { needsMissed } from './needs-missed.ts'
import { Costs, type Plan, ReachMode, SiteDecision } from './plan.ts'
import { planFigures } from './plan-figures.ts'

/** How one settlement is served by one service in one plan. */
const Served = z.object({
  modes: z.array(ReachMode),
  /** Facility, stop or ride ids. */
  places: z.array(z.string()),
  /** Opportunities in the horizon; null where a site is open all year, or nothing is given. */
  times: z.number().int().nullable(),
  missed: z.boolean(),
})
export type Served = z.infer<typeof Served>

/** One settlement that the two plans do not serve alike. */
export const PlaceDifference = z.object({
  settlement: z.string(),
  /** `loses` where some service misses a floor only in the later plan and none is won back. */
  verdict: z.enum(['loses', 'gains', 'mixed', 'other']),
  /** People in needs that miss a floor in one of the plans only. */
  people: z.number(),
  /** Days on which a vehicle comes or a ride goes in the earlier plan only, and in the later only. */
  daysGone: z.array(PlainDate),
  daysNew: z.array(PlainDate),
  services: z.array(z.object({ service: z.string(), before: Served, after: Served })),
})
export type PlaceDifference = z.infer<typeof PlaceDifference>

const Figures = z.object({ costs: Costs, missed: z.number().int(), peopleMissed: z.number() })

/** What is not the same in two plans of one county: figures, buildings, stops, fleet days and every settlement. */
export const PlanDifference = z.object({
  before: Figures,
  after: Figures,
  sites: z.array(
    z.object({
      facility: z.string(),
      before: SiteDecision.shape.action.nullable(),
      after: SiteDecision.shape.action.nullable(),
      toKind: SiteDecision.shape.toKind,
    }),
  ),
  /** Settlements where a vehicle stops in one of the plans only, by kind of vehicle. */
  stopsGone: z.array(z.object({ settlement: z.string(), kind: z.string() })),
  stopsNew: z.array(z.object({ settlement: z.string(), kind: z.string() })),
  fleet: z.array(z.object({ kind: z.string(), before: z.number(), after: z.number() })),
  places: z.array(PlaceDifference),
})
export type PlanDifference = z.infer<typeof PlanDifference>

const nothing: Served = { modes: [], places: [], times: null, missed: false }

/** `settlement service` → how it is served. Stops and rides are named by where they are, so that a new number is no news. */
function servedBy(plan: Plan): Map<string, Served> {
  const stops = new Map(plan.stops.map((s) => [s.id, s.settlement]))
  const rides = new Map(plan.rides.map((r) => [r.id, r.site]))
  const missed = needsMissed(plan.shortages)
  const served = new Map<string, Served>()
  for (const key of missed.keys()) served.set(key, { ...nothing, missed: true })
  for (const a of plan.assignments) {
    if (a.chosen === true) continue
    const key = `${a.settlement} ${a.service}`
    const was = served.get(key) ?? nothing
    const place = stops.get(a.place) ?? rides.get(a.place) ?? a.place
    served.set(key, {
      modes: [...new Set([...was.modes, a.mode])].sort(),
      places: [...new Set([...was.places, place])].sort(),
      times: a.opportunities === null ? was.times : (was.times ?? 0) + a.opportunities,
      missed: missed.has(key),
    })
  }
  return served
}

/** Days on which somebody comes to a settlement, or fetches its people. */
function daysOf({ tours, stops, rides }: Plan): Map<string, Set<PlainDate>> {
  const served = new Map(stops.map((s) => [s.id, s.serves.map((one) => one.settlement)]))
  const days = new Map<string, Set<PlainDate>>()
  const note = (settlement: string, date: PlainDate) =>
    days.set(settlement, (days.get(settlement) ?? new Set()).add(date))
  for (const { date, visits } of tours)
    for (const { stop } of visits) for (const place of served.get(stop) ?? []) note(place, date)
  for (const { dates, pickups } of rides)
    for (const place of pickups.flatMap((p) => p.riders.map((r) => r.settlement)))
      for (const date of dates) note(place, date)
  return days
}

const only = <T>(here: Iterable<T>, there: ReadonlySet<T>): T[] =>
  [...here].filter((one) => !there.has(one)).sort()

const isSame = (a: Served, b: Served): boolean =>
  a.missed === b.missed &&
  a.times === b.times &&
  a.modes.join() === b.modes.join() &&
  a.places.join() === b.places.join()

function sitesBetween(before: Plan, after: Plan): PlanDifference['sites'] {
  const [was, is] = [before, after].map((p) => new Map(p.sites.map((s) => [s.facility, s])))
  return [...new Set([...was!.keys(), ...is!.keys()])].sort().flatMap((facility) => {
    const [a, b] = [was!.get(facility), is!.get(facility)]
    if (a?.action === b?.action && a?.toKind === b?.toKind) return []
    const toKind = (b ?? a)!.toKind
    return [{ facility, before: a?.action ?? null, after: b?.action ?? null, toKind }]
  })
}

function stopsBetween(before: Plan, after: Plan) {
  const keys = ({ stops }: Plan) => new Set(stops.map((s) => `${s.settlement} ${s.kind}`))
  const [was, is] = [keys(before), keys(after)]
  const split = (key: string) => {
    const at = key.lastIndexOf(' ')
    return { settlement: key.slice(0, at), kind: key.slice(at + 1) }
  }
  return { stopsGone: only(was, is).map(split), stopsNew: only(is, was).map(split) }
}

function fleetBetween(before: Plan, after: Plan): PlanDifference['fleet'] {
  const days = ({ fleet }: Plan) => new Map(fleet.map((f) => [f.kind as string, f.daysUsed]))
  const [was, is] = [days(before), days(after)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((kind) => ({ kind, before: was.get(kind) ?? 0, after: is.get(kind) ?? 0 }))
    .filter((line) => line.before !== line.after)
}

/** Those who lose first, then those with most people touched. */
const verdicts = ['loses', 'mixed', 'gains', 'other'] as const

function placesBetween(before: Plan, after: Plan): PlaceDifference[] {
  const [was, is] = [servedBy(before), servedBy(after)]
  const [wasDays, isDays] = [daysOf(before), daysOf(after)]
  const people = new Map(
    [...before.shortages, ...after.shortages].map((s) => [
      `${s.settlement} ${s.service}`,
      s.people,
    ]),
  )
  const services = new Map<string, PlaceDifference['services']>()
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [a, b] = [was.get(key) ?? nothing, is.get(key) ?? nothing]
    if (isSame(a, b)) continue
    const at = key.lastIndexOf(' ')
    const settlement = key.slice(0, at)
    const of = services.get(settlement) ?? []
    of.push({ service: key.slice(at + 1), before: a, after: b })
    services.set(settlement, of)
  }
  const none: ReadonlySet<PlainDate> = new Set()
  const places = new Set([...services.keys(), ...wasDays.keys(), ...isDays.keys()])
  const found = [...places].flatMap((settlement): PlaceDifference[] => {
    const of = services.get(settlement) ?? []
    const daysGone = only(wasDays.get(settlement) ?? none, isDays.get(settlement) ?? none)
    const daysNew = only(isDays.get(settlement) ?? none, wasDays.get(settlement) ?? none)
    if (of.length + daysGone.length + daysNew.length === 0) return []
    const loses = of.some((s) => !s.before.missed && s.after.missed)
    const gains = of.some((s) => s.before.missed && !s.after.missed)
    const touched = of.filter((s) => s.before.missed !== s.after.missed)
    return [
      {
        settlement,
        verdict: loses ? (gains ? 'mixed' : 'loses') : gains ? 'gains' : 'other',
        people: touched.reduce(
          (sum, s) => sum + (people.get(`${settlement} ${s.service}`) ?? 0),
          0,
        ),
        daysGone,
        daysNew,
        services: of,
      },
    ]
  })
  return found.sort(
    (a, b) =>
      verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) ||
      b.people - a.people ||
      (a.settlement < b.settlement ? -1 : 1),
  )
}

/** What a later plan does otherwise than an earlier one, by what both say; nothing is measured anew. */
export function planDifference(before: Plan, after: Plan): PlanDifference {
  return {
    before: planFigures(before),
    after: planFigures(after),
    sites: sitesBetween(before, after),
    ...stopsBetween(before, after),
    fleet: fleetBetween(before, after),
    places: placesBetween(before, after),
  }
}
