import type { Opportunities } from '../../../access/opportunity.ts'
import { compareText } from '../../../kernel/order.ts'
import type { Vehicle } from '../../../resources/vehicle.ts'
import type { FleetClass } from '../../fleet-class.ts'
import { mayServe, meets, type NeedCell, type PlanGround } from '../../plan-ground.ts'
import { type BusRun, busRuns, busRunsIn } from '../../rides/bus-runs.ts'
import { type RideRoads, rideRoads } from '../../rides/ride-roads.ts'
import {
  type Carrier,
  carriesPeople,
  doorSecondsOf,
  nearestVehicles,
  type RideRun,
  runCost,
  runPlan,
  seatsOf,
  windowFor,
} from '../../rides/ride-run.ts'
import { doorLimit, peopleOnDate, ridesWanted, stayOf } from '../../rides/riders-of-cell.ts'
import { type TimedRun, timeRun } from '../../rides/time-run.ts'
import { standsNear } from '../../stands-near.ts'
import type { ChoiceGround } from '../build-choice.ts'
import type { Option, StopChoice } from '../option.ts'
import { offerOf } from './offer-of.ts'
import { sharedRuns } from './shared-runs.ts'

/** Sites that surely stay open, and sites that may be used, weighed for one cell: the nearest. */
const mostFirmSites = 2
const mostCandidates = 1

/** A ride that one cell may take by itself. */
export interface OwnRide {
  option: Extract<Option, { mode: 'ride' }>
  run: RideRun
  /** What one date costs; null where a bus line goes anyway. */
  stop: StopChoice | null
}

/** Rides as options of the joint choice, for all cells that the firm sites don't meet. */
export interface RideOptions {
  of(cell: NeedCell): readonly Option[]
  /** The runs offered, as stops of the choice: what one date costs. */
  stops: readonly StopChoice[]
  runOf(key: string): RideRun
  /** Of one cell with nobody else aboard; found without looking at the others. */
  alone(cell: NeedCell): readonly OwnRide[]
}

type RideGround = Omit<ChoiceGround, 'rides'>

interface Site {
  id: string
  kind: string
  key: string | null
}

/** Rides searched for when the first is asked for: edits ask for none, explanations for those of one cell. */
export function ridesWhenAsked(base: RideGround): RideOptions {
  let found: Omit<RideOptions, 'alone'> | undefined
  let search: ((cell: NeedCell) => OwnRide[]) | undefined
  const alone = (cell: NeedCell): OwnRide[] => {
    search ??= ownRides(base)
    return search(cell)
  }
  const made = () => {
    found ??= rideOptions(base, alone)
    return found
  }
  return {
    alone,
    of: (cell) => made().of(cell),
    get stops() {
      return made().stops
    },
    runOf: (key) => made().runOf(key),
  }
}

function ownRides(base: RideGround): (cell: NeedCell) => OwnRide[] {
  const { ground } = base
  const sitesOf = sitesGiving(base)
  const search = searchIn(base)
  return (cell) => {
    const dates = ridesWanted(cell, ground)
    if (!rideHolds(cell, ground, { id: '', kind: '' }, { seconds: 0, dates })) return []
    return sitesOf(cell).flatMap((site) => [
      ...search.byBus(cell, site),
      ...search.byRoad(cell, site),
    ])
  }
}

function rideOptions(
  base: RideGround,
  alone: (cell: NeedCell) => OwnRide[],
): Omit<RideOptions, 'alone'> {
  const { ground } = base
  const runs = new Map<string, RideRun>()
  const stops = new Map<string, StopChoice>()
  const find = (cell: NeedCell): Option[] =>
    alone(cell).map(({ option, run, stop }) => {
      runs.set(run.key, run)
      if (stop !== null) stops.set(stop.key, stop)
      return option
    })
  const options = new Map(ground.cells.filter((c) => !c.met).map((c) => [c, find(c)] as const))
  for (const pool of sharedRuns(base, options, (key) => runs.get(key)!)) {
    stops.set(pool.stop.key, pool.stop)
    for (const { cell, option } of pool.options) options.get(cell)!.push(option)
  }
  return {
    of: (cell) => options.get(cell) ?? [],
    stops: [...stops.values()],
    runOf: (key) => runs.get(key)!,
  }
}

/** Whether a cell's floors hold with a ride of so many seconds on so many dates. */
export function rideHolds(
  cell: NeedCell,
  ground: PlanGround,
  site: Pick<Site, 'id' | 'kind'>,
  { seconds, dates }: { seconds: number; dates: number },
): boolean {
  const first = ground.county.settings.horizon.from
  const offer = {
    ...offerOf(cell.scoped.service.id, 'ride', site.id, site.kind),
    daily: dates >= ground.workdays.length,
  }
  const found: Opportunities = {
    ...cell.existing,
    rides: [{ offer, seconds }],
    visitDates: new Array(dates).fill(first),
    visitGap: Math.ceil(ground.horizonDays / dates),
  }
  return meets(cell, found, cell.sitesInVillage, ground.horizonDays)
}

/** Sites that give a cell's service, the nearest of those that stay open and of those that may be used. */
function sitesGiving({ ground, candidates, givers, resident }: RideGround) {
  return (cell: NeedCell): Site[] => {
    const { settlement, scoped, limits } = cell
    const nearest = (sites: readonly Site[], most: number): Site[] =>
      sites
        .map((site) => ({ site, seconds: resident.seconds(settlement.id, site.id) }))
        .filter(({ seconds }) => seconds >= 0 && seconds <= limits.rideSeconds)
        .filter(({ site }) =>
          mayServe(ground, ground.facilities.get(site.id)!.division, settlement.division),
        )
        .sort((a, b) => a.seconds - b.seconds || compareText(a.site.id, b.site.id))
        .slice(0, most)
        .map(({ site }) => site)
    const firm = (givers.get(scoped.service.id) ?? []).map((f) => ({ ...f, key: null }))
    const open = candidates
      .filter((c) => c.gives.has(scoped.service.id))
      .map((c) => ({ id: c.facility.id, kind: c.kind, key: c.key }))
    return [...nearest(firm, mostFirmSites), ...nearest(open, mostCandidates)]
  }
}

function searchIn(base: RideGround) {
  const { ground, classes } = base
  const { county, travel } = ground
  const busTo = busRunsIn(county.buses, travel.base)
  const busStops = new Set(county.buses.flatMap((b) => b.stops.map((s) => s.place)))
  const roadsOf = rideRoads(county.vehicles)
  const roadsOfClass = classes
    .filter(carriesPeople)
    .map((fleet) => ({ fleet, roads: roadsOf(fleet.vehicles[0]!, travel.base) }))
  const hiredRoads = roadsOf(null, travel.base)
  /** Without a price there is nothing to hire. */
  const mayHire = county.settings.prices.busPerKmFen > 0

  const byBus = (cell: NeedCell, site: Site): OwnRide[] => {
    const window = windowFor(cell, site.id, ground)
    const near = standsNear(base, cell).filter(([id]) => busStops.has(id))
    if (window === null || near.length === 0) return []
    const run = busTo({ near, site: site.id, window, staySeconds: stayOf(cell, ground) })
    if (run === null) return []
    const days = ground.workdays.filter((d) => busRuns(run, d) && window.isOpen(d)).length
    const dates = Math.min(days, ridesWanted(cell, ground))
    const seconds = run.seconds + near.find(([id]) => id === run.pickup)![1]
    if (dates === 0 || seconds > doorLimit(cell)) return []
    if (!rideHolds(cell, ground, site, { seconds, dates })) return []
    const ride = { key: busKey(run, site), pickup: run.pickup, site: site.id }
    const option = { mode: 'ride' as const, ride: ride.key, stop: null, site: site.key }
    return [
      {
        option: { ...option, visits: dates, value: 0, uses: [] },
        run: { ...ride, carrier: { by: 'bus', run } },
        stop: null,
      },
    ]
  }

  const byRoad = (cell: NeedCell, site: Site): OwnRide[] => {
    const hired = mayHire ? wayBy(base, cell, site, null, hiredRoads) : null
    const own = roadsOfClass
      .filter(({ fleet }) => mayGo(fleet, cell, ground))
      .map(({ fleet, roads }) => ({ fleet, way: wayBy(base, cell, site, fleet, roads) }))
    const ways: { carrier: Carrier; way: Way }[] = [
      ...(hired === null ? [] : [{ carrier: { by: 'hired' } as const, way: hired }]),
      ...own.flatMap(({ fleet, way }) =>
        way === null ? [] : [{ carrier: { by: 'vehicle', fleet } as const, way }],
      ),
    ]
    return ways.map(({ carrier, way }) => roadOption(cell, site, carrier, way, ground))
  }
  return { byBus, byRoad }
}

const busKey = (run: BusRun, site: Site): string =>
  `${run.pickup} > ${site.id} bus ${run.out.id} ${run.home.id} ${run.depart} ${run.leave}`

const mayGo = (fleet: FleetClass, cell: NeedCell, ground: PlanGround): boolean =>
  fleet.township === null || mayServe(ground, fleet.township, cell.settlement.division)

/** Pick-ups tried for one cell: its own and the nearest others. */
const mostPickups = 3

interface Way {
  pickup: string
  vehicle: Vehicle | null
  timed: TimedRun
}

/** The first pick-up from which a run is within the limits; by the vehicle of a class that has the shortest way there. */
function wayBy(
  base: RideGround,
  cell: NeedCell,
  site: Site,
  fleet: FleetClass | null,
  roads: RideRoads,
): Way | null {
  const { ground } = base
  const window = windowFor(cell, site.id, ground)
  if (window === null) return null
  for (const [pickup, walk] of standsNear(base, cell).slice(0, mostPickups)) {
    const vehicle = fleet === null ? null : nearestVehicles(fleet, pickup, () => roads.between)[0]
    if (vehicle === undefined) continue
    const plan = runPlan(cell, { site: site.id, pickups: [pickup], vehicle }, window, ground)
    const timed = timeRun(plan, roads)
    if (timed === null) continue
    const seconds = doorSecondsOf(timed, timed.pickups[0]!, walk, ground)
    const dates = ridesWanted(cell, ground)
    if (seconds <= doorLimit(cell) && rideHolds(cell, ground, site, { seconds, dates }))
      return { pickup, vehicle, timed }
  }
  return null
}

/** An option with the cost of one date in its stop; more people than seats take further runs, paid by the option. */
function roadOption(
  cell: NeedCell,
  site: Site,
  carrier: Carrier,
  { pickup, vehicle, timed }: Way,
  ground: PlanGround,
): OwnRide {
  const by = carrier.by === 'vehicle' ? carrier.fleet.key : 'hired'
  const key = `${pickup} > ${site.id} ${by}`
  const cost = runCost(ground, timed, vehicle, by)
  const visits = ridesWanted(cell, ground)
  const seats = seatsOf(vehicle, ground)
  const more = (Math.ceil(peopleOnDate(cell, ground) / seats) - 1) * visits
  return {
    option: {
      mode: 'ride',
      ride: key,
      stop: key,
      site: site.key,
      visits,
      value: more * cost.valuePerVisit,
      uses: cost.usesPerVisit.map(([row, amount]) => [row, amount * more] as const),
    },
    run: { key, pickup, site: site.id, carrier },
    stop: { key, ...cost },
  }
}
