import { longestGap } from '../../../access/gaps.ts'
import type { PlainDate } from '../../../kernel/calendar.ts'
import { byText } from '../../../kernel/order.ts'
import type { Assignment, Plan, Ride } from '../../../plan/plan.ts'
import type { NeedCell, PlanGround } from '../../plan-ground.ts'
import type { Waiting } from '../../rides/pool-runs.ts'

/** Who rides: a line of the plan without what hangs on the dates. */
export type RideLine = Pick<Assignment, 'settlement' | 'service' | 'people' | 'seconds'>

/** A run as it is written, whatever its dates, with its lines. */
export interface Run {
  row: Omit<Ride, 'id' | 'dates'>
  lines: readonly RideLine[]
}

/** A run on one date. `ride` is the id without the number of a part. */
export interface RideDay {
  ride: string
  date: PlainDate
  run: Run
}

/** Parts that a re-plan splits off are numbered: `ride~2`. */
const baseOf = (id: string): string => id.replace(/~\d+$/, '')

/** The rides of a plan, date by date; all dates of a row share one run. */
export function rideDaysOf({ rides, assignments }: Plan): RideDay[] {
  const lines = new Map<string, RideLine[]>()
  for (const { mode, place, settlement, service, people, seconds } of assignments) {
    if (mode !== 'ride') continue
    lines.set(place, [...(lines.get(place) ?? []), { settlement, service, people, seconds }])
  }
  return rides.flatMap(({ id, dates, ...row }): RideDay[] => {
    const run = { row, lines: lines.get(id) ?? [] }
    return dates.map((date) => ({ ride: baseOf(id), date, run }))
  })
}

/** Rides and their lines on the dates that are left. A run that was published keeps its id, others get a number. */
export function writeRides(
  days: readonly RideDay[],
  published: Plan,
  ground: PlanGround,
): { rides: Ride[]; lines: Assignment[] } {
  const ids = new Map(
    published.rides.map(({ id, dates: _, ...row }) => [`${baseOf(id)} ${JSON.stringify(row)}`, id]),
  )
  const taken = new Set(published.rides.map((r) => r.id))
  const idOf = (key: string, ride: string): string => {
    const known = ids.get(key)
    if (known !== undefined) return known
    let n = 2
    while (taken.has(`${ride}~${n}`)) n++
    taken.add(`${ride}~${n}`)
    return `${ride}~${n}`
  }
  const rows = new Map<string, { ride: string; run: Run; dates: PlainDate[] }>()
  for (const { ride, run, date } of days) {
    const key = `${ride} ${JSON.stringify(run.row)}`
    const own = rows.get(key) ?? { ride, run, dates: [] }
    own.dates.push(date)
    rows.set(key, own)
  }
  const written = [...rows].map(([key, { ride, run, dates }]) => ({
    run,
    ride: { ...run.row, id: idOf(key, ride), dates: dates.sort() },
  }))
  const order = new Map(published.rides.map((r, k) => [r.id, k]))
  const place = ({ id }: Ride) => order.get(id) ?? published.rides.length
  const rides = written.map((w) => inSchema(w.ride)).sort(byText((r) => r.id))
  return {
    rides: rides.sort((a, b) => place(a) - place(b)),
    lines: written.flatMap(({ run, ride }) =>
      run.lines.map(
        (line): Assignment => ({
          settlement: line.settlement,
          service: line.service,
          mode: 'ride',
          place: ride.id,
          people: line.people,
          seconds: line.seconds,
          opportunities: ride.dates.length,
          longestGapDays: longestGap(ride.dates, ground.horizonDays),
        }),
      ),
    ),
  }
}

/** Columns in the order of the schema, so that a row that did not change keeps its bytes. */
const inSchema = ({ id, site, by, vehicle, lines, dates, ...rest }: Ride): Ride => ({
  id,
  site,
  by,
  vehicle,
  lines,
  dates,
  ...rest,
})

/** A run as people waiting at its pick-ups, for it to be timed anew; null where a line has no need any more. */
export function waitingOf(
  { row, lines }: Run,
  cellOf: (settlement: string, service: string) => NeedCell | undefined,
  peopleOnDate: (cell: NeedCell) => number,
): Waiting[] | null {
  const waiting = row.pickups.map((pickup): Waiting => {
    const riders = pickup.riders.flatMap(({ settlement, walkSeconds }) =>
      lines.flatMap((line) => {
        const cell = line.settlement === settlement ? cellOf(settlement, line.service) : undefined
        return cell === undefined
          ? []
          : [{ cell, walkSeconds, share: cell.steered > 0 ? line.people / cell.steered : 1 }]
      }),
    )
    const people = riders.reduce((sum, { cell, share }) => sum + peopleOnDate(cell) * share, 0)
    return { pickup: pickup.settlement, riders, people, farSeconds: 0 }
  })
  return waiting.every((w) => w.riders.length > 0) ? waiting : null
}
