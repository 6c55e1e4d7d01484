import { compareText } from '../../kernel/order.ts'
import type { Ride } from '../../plan/plan.ts'
import type { PlanEdit, RideBy, RideSeat } from '../../plan/plan-edit.ts'
import { doorToDoor } from '../../plan/ride-times.ts'
import { useOf } from '../../plan/site-use.ts'
import type { PlanParts } from '../edit/edit-state.ts'
import type { Option } from '../joint/option.ts'
import { type OwnRide, rideHolds } from '../joint/options/ride-options.ts'
import type { NeedCell } from '../plan-ground.ts'
import { nearestVehicles, type RideRun } from '../rides/ride-run.ts'
import { doorLimit } from '../rides/riders-of-cell.ts'

type RideOption = Extract<Option, { mode: 'ride' }>

/** Vehicles of a class weighed for one run, and runs of the plan weighed to be joined: the nearest. */
const mostVehicles = 3
const mostJoined = 3

/** Opens the building of a choice's site where the plan does not use it; null where it is used as something else. */
export function openingEdits({ base, draft }: PlanParts, key: string | null): PlanEdit[] | null {
  const site = base.candidates.find((c) => c.key === key)
  if (site === undefined) return []
  const { facility, kind } = site
  const use = useOf(facility, draft.sites)
  if (use === null) return [{ do: 'open-site', facility: facility.id, toKind: kind }]
  return use.kind === kind ? [] : null
}

/** The edits that bring a cell's people to a site: on runs that the plan has, or by runs of their own. */
export function rideWays(
  parts: PlanParts,
  cell: NeedCell,
  option: RideOption,
): readonly (readonly PlanEdit[])[] {
  const own = parts.base.rides.alone(cell).find((r) => r.option.ride === option.ride)
  if (own === undefined) return []
  const [settlement, service] = [cell.settlement.id, cell.scoped.service.id]
  const opening = openingEdits(parts, option.site)
  if (opening === null) return []
  const { site, pickup } = own.run
  const { visits } = option
  const alone = carriersOf(parts, own.run).map((by): PlanEdit[] => [
    ...opening,
    {
      do: 'change-mode',
      settlement,
      service,
      to: { mode: 'ride', site, pickup, by, visits },
    },
  ])
  if (opening.length > 0) return alone
  const joined = seatsOnRuns(parts, cell, own).map((rides): PlanEdit[] => [
    { do: 'change-mode', settlement, service, to: { mode: 'board', rides: [...rides] } },
  ])
  return [...joined, ...alone]
}

function carriersOf({ base, rideRoads }: PlanParts, { carrier, pickup }: RideRun): RideBy[] {
  if (carrier.by === 'hired') return [{ by: 'hired' }]
  if (carrier.by === 'bus') return [{ by: 'bus', lines: [carrier.run.out.id, carrier.run.home.id] }]
  const { base: roads } = base.ground.travel
  return nearestVehicles(carrier.fleet, pickup, (v) => rideRoads(v, roads).between)
    .slice(0, mostVehicles)
    .map(({ id }): RideBy => ({ by: 'vehicle', vehicle: id }))
}

/** Seats on runs of the plan to a site that go by the same carrier, on as many dates as wanted. */
function seatsOnRuns(parts: PlanParts, cell: NeedCell, own: OwnRide): RideSeat[][] {
  const { carrier, site } = own.run
  const groups = new Map<string, Ride[]>()
  for (const ride of parts.draft.rides) {
    if (ride.site !== site || ride.by !== carrier.by || !sameStay(parts, cell, ride)) continue
    const key = `${ride.pickups.map((p) => p.settlement).join(' ')} ${ride.lines.join(' ')}`
    groups.set(key, [...(groups.get(key) ?? []), ride])
  }
  return [...groups.values()]
    .flatMap((rows) => seatsOnRows(parts, cell, own, rows) ?? [])
    .sort((a, b) => a.walk - b.walk || compareText(a.seats[0]!.ride, b.seats[0]!.ride))
    .slice(0, mostJoined)
    .map(({ seats }) => seats)
}

/** Pupils stay the day: they don't share runs with others. */
function sameStay({ draft }: PlanParts, cell: NeedCell, ride: Ride): boolean {
  const school = ({ scoped }: NeedCell) => scoped.service.domain === 'education'
  return draft.riding.every((r) => r.ride !== ride.id || school(r.cell) === school(cell))
}

/** Rows of one run, those with most dates first, until there are dates enough; null where it is no help. */
function seatsOnRows(
  { base }: PlanParts,
  cell: NeedCell,
  { run, option }: OwnRide,
  rows: readonly Ride[],
): { seats: RideSeat[]; walk: number } | null {
  const { ground, walks } = base
  const near = walks.get(cell.settlement.id)!
  const { settings } = ground.county
  const limit = doorLimit(cell)
  const seats: RideSeat[] = []
  const dates = new Set<string>()
  let longest = 0
  let walk = near.get(run.pickup) ?? 0
  for (const row of [...rows].sort((a, b) => b.dates.length - a.dates.length)) {
    if (dates.size >= option.visits) break
    const there = row.pickups
      .map((p) => ({ p, walk: near.get(p.settlement) ?? Number.POSITIVE_INFINITY }))
      .filter((w) => w.walk <= cell.limits.walkSeconds)
      .sort((a, b) => a.walk - b.walk)[0]
    if (there === undefined && row.by === 'bus') return null
    if (there !== undefined) {
      longest = Math.max(longest, doorToDoor(row, there.p, there.walk, settings))
      walk = there.walk
    }
    seats.push({ ride: row.id, pickup: there?.p.settlement ?? run.pickup })
    for (const date of row.dates) dates.add(date)
  }
  const facility = ground.facilities.get(run.site)!
  const good =
    longest <= limit &&
    dates.size >= option.visits &&
    rideHolds(cell, ground, facility, { seconds: longest, dates: dates.size })
  return good ? { seats, walk } : null
}
