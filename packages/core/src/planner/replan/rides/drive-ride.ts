import type { PlainDate } from '../../../kernel/calendar.ts'
import { compareText } from '../../../kernel/order.ts'
import type { Vehicle } from '../../../resources/vehicle.ts'
import { type CountyTravel, travelOn } from '../../../travel/travel-table.ts'
import type { NeedCell, PlanGround } from '../../plan-ground.ts'
import type { Waiting } from '../../rides/pool-runs.ts'
import type { RideRoadsOf } from '../../rides/ride-roads.ts'
import { doorSecondsOf, seatsOf, timedWithin } from '../../rides/ride-run.ts'
import { peopleOnDate } from '../../rides/riders-of-cell.ts'
import { type TimedRun, timesOf } from '../../rides/time-run.ts'
import { type Run, waitingOf } from './ride-days.ts'

/** Drives runs of published rides on the roads after the change. */
export interface RideDriver {
  /** Whether the roads of a date give the very times and figures that are written. */
  stands(run: Run, vehicle: Vehicle | null, date: PlainDate): boolean
  /**
   * The run as it can go: nobody is called for earlier than announced where that can be helped, and never where
   * `announced` must hold; places that cannot be taken along are left out. Null where nobody can.
   */
  again(run: Run, vehicle: Vehicle | null, date: PlainDate, announced: boolean): Run | null
}

export function rideDriver(ground: PlanGround, roadsOf: RideRoadsOf): RideDriver {
  const cells = new Map(
    ground.cells.map((c) => [`${c.settlement.id} ${c.scoped.service.id}`, c] as const),
  )
  const cellOf = (settlement: string, service: string) => cells.get(`${settlement} ${service}`)
  const waiting = (run: Run) => waitingOf(run, cellOf, (cell) => peopleOnDate(cell, ground))
  const known = new Map<Run, Map<CountyTravel, boolean>>()
  const roadsOn = (vehicle: Vehicle | null, date: PlainDate) =>
    roadsOf(vehicle, travelOn(ground.travel, date))
  return {
    stands: (run, vehicle, date) => {
      const state = travelOn(ground.travel, date)
      const of = known.get(run) ?? new Map<CountyTravel, boolean>()
      known.set(run, of)
      const found = of.get(state)
      if (found !== undefined) return found
      const who = waiting(run)
      const { site, arrive } = run.row
      const timed = who && timedWithin(ground, roadsOf(vehicle, state), site, who, vehicle, arrive)
      const holds = who === null || (timed !== null && sameTimes(timed, run))
      of.set(state, holds)
      return holds
    },
    again: (run, vehicle, date, announced) => {
      const roads = roadsOn(vehicle, date)
      const who = waiting(run)?.map((w) => ({
        ...w,
        farSeconds: roads.toSite.seconds(w.pickup, run.row.site),
      }))
      if (who === undefined) return null
      const { site, arrive, pickups } = run.row
      const seats = seatsOf(vehicle, ground)
      const promised = new Map(pickups.map((p) => [p.settlement, p.depart]))
      const fits = (some: readonly Waiting[]): TimedRun | null => {
        if (some.reduce((sum, w) => sum + w.people, 0) > seats + 1e-9) return null
        const time = (notBefore: number) =>
          timedWithin(ground, roads, site, some, vehicle, notBefore)
        const first = time(arrive)
        const early = Math.max(
          0,
          ...(first?.pickups ?? []).map((p) => promised.get(p.settlement)! - p.depart),
        )
        const kept = first === null || early === 0 ? first : time(first.arrive + early)
        return kept ?? (announced ? null : time(0))
      }
      const found = mostThatFit(who, fits)
      return found === null ? null : writeRun(ground, run, vehicle, found)
    },
  }
}

const sameTimes = (timed: TimedRun, { row }: Run): boolean =>
  timed.depart === row.depart &&
  timed.arrive === row.arrive &&
  timed.leave === row.leave &&
  timed.finish === row.finish &&
  timed.metres === row.metres &&
  timed.driveSeconds === row.driveSeconds &&
  timed.pickups.every((p, k) => {
    const own = row.pickups[k]!
    return p.depart === own.depart && p.home === own.home
  })

interface Fitting {
  who: readonly Waiting[]
  timed: TimedRun
}

/** All of a run's places, in another order too; or those left when the fewest people are left out. */
function mostThatFit(
  who: readonly Waiting[],
  fits: (some: readonly Waiting[]) => TimedRun | null,
): Fitting | null {
  const farFirst = [...who].sort((a, b) => b.farSeconds - a.farSeconds)
  for (const all of [who, farFirst]) {
    const timed = fits(all)
    if (timed !== null) return { who: all, timed }
  }
  let kept = who.filter((w) => fits([w]) !== null)
  while (kept.length > 0) {
    const timed = fits(kept)
    if (timed !== null) return { who: kept, timed }
    const without = (out: Waiting) => kept.filter((w) => w !== out)
    const fewest = [...kept].sort((a, b) => a.people - b.people || compareText(a.pickup, b.pickup))
    kept = without(fewest.find((w) => fits(without(w)) !== null) ?? fewest[0]!)
  }
  return null
}

function writeRun(
  ground: PlanGround,
  { row, lines }: Run,
  vehicle: Vehicle | null,
  { who, timed }: Fitting,
): Run {
  const published = new Map(row.pickups.map((p) => [p.settlement, p]))
  const rider = (settlement: string, cell: NeedCell) => cell.settlement.id === settlement
  const kept = lines.flatMap((line) => {
    const k = who.findIndex((w) => w.riders.some((r) => rider(line.settlement, r.cell)))
    if (k < 0) return []
    const { walkSeconds } = who[k]!.riders.find((r) => rider(line.settlement, r.cell))!
    return [{ ...line, seconds: doorSecondsOf(timed, timed.pickups[k]!, walkSeconds, ground) }]
  })
  const services = new Set(kept.map((line) => line.service))
  const everybody = who.length === row.pickups.length
  const people = who.reduce((sum, w) => sum + w.people, 0)
  return {
    lines: kept,
    row: {
      ...row,
      by: vehicle === null ? 'hired' : 'vehicle',
      vehicle: vehicle?.id ?? null,
      pickups: timed.pickups.map((p) => ({ ...p, riders: published.get(p.settlement)!.riders })),
      services: row.services.filter((s) => services.has(s)),
      ...timesOf(timed),
      seats: seatsOf(vehicle, ground),
      people: everybody ? row.people : Math.round(people * 1000) / 1000,
    },
  }
}
