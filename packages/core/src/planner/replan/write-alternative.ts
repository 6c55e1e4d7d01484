import { testFloor } from '../../access/floor-test.ts'
import { longestGap } from '../../access/gaps.ts'
import { type FindOpportunities, opportunitiesIn } from '../../access/opportunity.ts'
import { supplyOfPlan } from '../../access/supply-of-plan.ts'
import type { PlainDate } from '../../kernel/calendar.ts'
import { byText } from '../../kernel/order.ts'
import { comparisonValue, costsOf } from '../../plan/costs.ts'
import { peopleMissing } from '../../plan/needs-missed.ts'
import type { Assignment, Costs, Plan, Shortage, Tour } from '../../plan/plan.ts'
import { dutySecondsOf } from '../../plan/ride-cost.ts'
import { expertWork } from '../expert-work.ts'
import type { NeedCell, PlanGround } from '../plan-ground.ts'
import { daysInspected } from '../vehicle-days.ts'
import { nearestSite } from '../write-assignments.ts'
import { sitesInVillage } from './floor-needs.ts'
import type { ReplanGround } from './replan-ground.ts'
import type { Cause } from './replan-problem.ts'
import type { Schedule } from './schedule.ts'
import { stopsOf, toursOf } from './write-tours.ts'

/** Writes a schedule as a plan: the published one with other tours and all that hangs on them. */
export function writeSchedule(schedule: Schedule, cause: Cause | null): Plan {
  const { office, ground } = schedule.ground
  const published = office.plan
  const first: Plan = {
    ...published,
    rides: [...schedule.ground.rides.rides],
    tours: toursOf(schedule),
    stops: stopsOf(schedule, published),
  }
  const supply = supplyOfPlan(ground.county, ground.catalogue, first)
  const find = opportunitiesIn(supply, ground.travel.base, ground.horizonDays)
  const shortages = writeShortages(schedule.ground, find, supply.sites, cause)
  const lines = [
    ...published.assignments.filter((a) => a.mode !== 'vehicle' && a.mode !== 'ride'),
    ...schedule.ground.rides.lines,
    ...vehicleLines(schedule, first),
  ]
  const assignments = [...lines, ...siteLines(schedule.ground, lines, shortages, find)]
  const plan: Plan = {
    ...first,
    assignments: assignments.sort(byText(lineKey)),
    shortages,
    fleet: fleetOf(schedule.ground, first),
    costs: {
      today: schedule.ground.costsToday,
      plan: costsAfter(ground, published, first),
    },
  }
  const { experts: _, equalCoverage: _ofPublished, ...rest } = plan
  const experts = expertWork(ground.county, ground.catalogue, plan)
  return {
    ...rest,
    levels: levelsAfter(schedule, plan),
    ...(experts === undefined ? {} : { experts }),
  }
}

const lineKey = (a: Assignment): string => `${a.settlement} ${a.service} ${a.mode} ${a.place}`

/** Dates of a stop's visits by service, ascending. */
function datesByLine(tours: readonly Tour[]): Map<string, PlainDate[]> {
  const dates = new Map<string, Set<PlainDate>>()
  for (const tour of tours)
    for (const visit of tour.visits)
      for (const service of visit.services) {
        const key = `${visit.stop} ${service}`
        dates.set(key, (dates.get(key) ?? new Set<PlainDate>()).add(tour.date))
      }
  return new Map([...dates].map(([key, set]) => [key, [...set].sort()]))
}

/** The lines of stops on the new calendar; those of stops without a visit fall away, those of calls come in. */
function vehicleLines(schedule: Schedule, plan: Plan): Assignment[] {
  const { ground, office, problem } = schedule.ground
  const dates = datesByLine(plan.tours)
  const there = new Set<string>()
  const published = office.plan.assignments
  const known = new Set(published.map(lineKey))
  const earlier = (problem.earlier?.assignments ?? []).filter((a) => !known.has(lineKey(a)))
  const lines = [...published, ...earlier].flatMap((a): Assignment[] => {
    if (a.mode !== 'vehicle') return []
    there.add(`${a.place} ${a.service}`)
    const own = dates.get(`${a.place} ${a.service}`)
    if (own === undefined) return []
    const longestGapDays = longestGap(own, ground.horizonDays)
    return [{ ...a, opportunities: own.length, longestGapDays }]
  })
  const called = schedule.jobs.flatMap((job): Assignment[] => {
    if (job.home !== null) return []
    return job.services.flatMap((service): Assignment[] => {
      const key = `${job.stop.id} ${service}`
      const own = dates.get(key)
      if (own === undefined || there.has(key)) return []
      there.add(key)
      const cell = ground.cells.find(
        (c) => c.settlement.id === job.stop.settlement && c.scoped.service.id === service,
      )
      if (cell === undefined) return []
      const longestGapDays = longestGap(own, ground.horizonDays)
      const { id } = cell.settlement
      return [
        {
          settlement: id,
          service,
          mode: 'vehicle',
          place: job.stop.id,
          people: cell.steered,
          seconds: 0,
          opportunities: own.length,
          longestGapDays,
        },
      ]
    })
  })
  return [...lines, ...called]
}

/** Where a stop is not visited any more, and no floor is missed by it, people go to the nearest building. */
function siteLines(
  { ground, office }: ReplanGround,
  lines: readonly Assignment[],
  shortages: readonly Shortage[],
  find: FindOpportunities,
): Assignment[] {
  const key = (x: { settlement: string; service: string }) => `${x.settlement} ${x.service}`
  const steered = lines.filter((a) => a.chosen !== true)
  const named = new Set([...steered.map(key), ...shortages.map(key)])
  const lost = new Set(
    office.plan.assignments
      .filter((a) => (a.mode === 'vehicle' || a.mode === 'ride') && !named.has(key(a)))
      .map(key),
  )
  if (lost.size === 0) return []
  return ground.cells.flatMap((cell) =>
    lost.has(`${cell.settlement.id} ${cell.scoped.service.id}`)
      ? nearestSite(ground, cell, find)
      : [],
  )
}

/** Floors of everyone whom vehicles may serve are tested again; what buildings decide stands as it was. */
function writeShortages(
  { ground, office, needs, rides }: ReplanGround,
  find: FindOpportunities,
  sites: readonly { division: string; kind: string }[],
  cause: Cause | null,
): Shortage[] {
  const key = (cell: NeedCell) => `${cell.settlement.id} ${cell.scoped.service.id}`
  const cells = new Set([...needs.map((n) => n.cell), ...rides.cells])
  const tested = new Set([...cells].map(key))
  const before = new Map(
    office.plan.shortages.map((s) => [`${s.settlement} ${s.service} ${s.metric}`, s]),
  )
  const kept = office.plan.shortages.filter((s) => !tested.has(`${s.settlement} ${s.service}`))
  const reason = reasonOf(cause)
  const found = [...cells].flatMap((cell): Shortage[] => {
    const { service, floors } = cell.scoped
    const { id } = cell.settlement
    const opportunities = find(id, service.id, cell.limits)
    const test = {
      service,
      horizonDays: ground.horizonDays,
      sitesInVillage: sitesInVillage(cell, sites),
    }
    return floors.flatMap((floor): Shortage[] => {
      const miss = testFloor(floor, opportunities, test)
      if (miss === null) return []
      const known = before.get(`${id} ${service.id} ${miss.metric}`)
      return [
        {
          settlement: id,
          service: service.id,
          people: cell.people,
          metric: miss.metric,
          want: miss.want,
          have: miss.have ?? 0,
          reason: known?.reason ?? reason,
        },
      ]
    })
  })
  return [...kept, ...found].sort(byText((s) => `${s.settlement} ${s.service} ${s.metric}`))
}

/** What stood in the way, as plans say it. */
const reasonOf = (cause: Cause | null): Shortage['reason'] =>
  cause === 'vehicle-down'
    ? 'fleet'
    : cause === 'crew-missing' || cause === 'staff-hours'
      ? 'staff'
      : 'calendar'

function fleetOf({ office, ground }: ReplanGround, plan: Plan): Plan['fleet'] {
  const { vehicles } = ground.county
  const kinds = new Map(vehicles.map((v) => [v.id, v.kind]))
  const before = daysUsed(office.plan, kinds)
  const after = daysUsed(plan, kinds)
  return office.plan.fleet.map((use) => ({
    ...use,
    daysAvailable: vehicles.reduce(
      (sum, v) => (v.kind === use.kind ? sum + daysInspected(ground, v) : sum),
      0,
    ),
    daysUsed: use.daysUsed - (before.get(use.kind) ?? 0) + (after.get(use.kind) ?? 0),
  }))
}

function daysUsed({ tours, rides }: Plan, kinds: ReadonlyMap<string, string>): Map<string, number> {
  const days = new Map<string, number>()
  const add = (vehicle: string, count: number) => {
    const kind = kinds.get(vehicle) ?? ''
    days.set(kind, (days.get(kind) ?? 0) + count)
  }
  for (const { vehicle } of tours) add(vehicle, 1)
  for (const { vehicle, dates } of rides) if (vehicle !== null) add(vehicle, dates.length)
  return days
}

/** Only tours and rides differ: the year's road cash and crew hours of the old ones go, those of the new ones come. */
function costsAfter(ground: PlanGround, published: Plan, plan: Plan): Costs {
  const vehicles = new Map(ground.county.vehicles.map((v) => [v.id, v]))
  const road = ({ tours, rides }: Plan): Costs =>
    costsOf(ground.county, {
      sites: [],
      calls: [],
      rides: rides.map((r) => ({ ...r, vehicle: vehicles.get(r.vehicle ?? '') ?? null })),
      tours: tours.map((t) => ({
        vehicle: vehicles.get(t.vehicle)!,
        metres: t.metres,
        seconds: t.finish - t.depart,
      })),
    })
  const [old, now] = [road(published), road(plan)]
  const { cashFen, capitalFen, staffHours } = published.costs.plan
  return {
    cashFen: cashFen - old.cashFen + now.cashFen,
    capitalFen,
    staffHours: Math.round((staffHours - old.staffHours + now.staffHours) * 100) / 100,
  }
}

/** Seconds from leaving to being back, tours and rides; a long stay at a site is off duty. */
const longestDayOut = ({ county }: PlanGround, { tours, rides }: Plan): number =>
  Math.max(
    0,
    ...tours.map((t) => t.finish - t.depart),
    ...rides.map((r) => (r.vehicle === null ? 0 : dutySecondsOf(r, county))),
  )

/** The published levels with the new values. A bound proved for other roads and days proves nothing here. */
function levelsAfter({ ground: { ground, rides }, changes }: Schedule, plan: Plan): Plan['levels'] {
  const people = (unreachable: boolean) => peopleMissing(plan.shortages, unreachable)
  const values: Record<string, number> = {
    unreachable: people(true),
    floorsMissed: people(false),
    cost: comparisonValue(ground.county, plan.costs.plan, plan.sites),
    longestShift: longestDayOut(ground, plan),
  }
  const kept = plan.levels.filter((l) => l.level in values)
  const { moved, otherVehicle, cancelled } = changes
  return [
    ...kept.map((l) => {
      const value = values[l.level]!
      return { ...l, value, bound: l.level === 'unreachable' ? value : null }
    }),
    {
      level: 'changes',
      value: moved + otherVehicle + cancelled + rides.differences.length,
      unit: 'visits and rides',
      bound: null,
      epsilon: 0,
    },
  ]
}
