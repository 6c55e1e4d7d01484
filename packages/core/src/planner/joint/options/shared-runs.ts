import { compareText } from '../../../kernel/order.ts'
import type { Vehicle } from '../../../resources/vehicle.ts'
import type { NeedCell, PlanGround } from '../../plan-ground.ts'
import type { Waiting } from '../../rides/pool-runs.ts'
import { type RideRoads, type RideRoadsOf, rideRoads } from '../../rides/ride-roads.ts'
import {
  costOfDate,
  type RideRun,
  runCost,
  seatsOf,
  staysOf,
  timedWithin,
} from '../../rides/ride-run.ts'
import { peopleOnDate } from '../../rides/riders-of-cell.ts'
import { runLegs } from '../../rides/run-legs.ts'
import { dutyOf, type TimedRun } from '../../rides/time-run.ts'
import type { ChoiceGround } from '../build-choice.ts'
import type { Option, StopChoice } from '../option.ts'

type RideOption = Extract<Option, { mode: 'ride' }>

/** A run shared by several pick-ups, and the cells that may take it. */
export interface SharedRun {
  stop: StopChoice
  options: { cell: NeedCell; option: Option }[]
}

/** Pick-ups of one run at most, and others weighed for one start: the nearest. */
const mostPickups = 6
const mostOthers = 8
/** Shared runs that one place weighs: those that are cheapest for each pick-up. */
const mostOfPlace = 8

/** A place where people wait for one site, with their options to be taken alone. */
interface Party extends Waiting {
  own: { cell: NeedCell; option: RideOption }[]
}

/**
 * Runs that several places share, as stops that each of them may take: from every place, others put in one by one where
 * the run grows least, each step a run of its own. So the choice knows what sharing saves.
 */
export function sharedRuns(
  base: Omit<ChoiceGround, 'rides'>,
  options: ReadonlyMap<NeedCell, readonly Option[]>,
  runOf: (key: string) => RideRun,
): SharedRun[] {
  const all: SharedRun[] = []
  const roadsOf = rideRoads(base.ground.county.vehicles)
  for (const { run, parties } of groupsOf(base, options, runOf)) {
    const cost = costOf(base.ground, run, roadsOf)
    const found = new Map<string, { shared: SharedRun; members: readonly Party[] }>()
    for (const start of parties)
      for (const members of grown(cost, start, parties)) {
        const shared = sharedRun(base.ground, run, cost, members)
        if (shared !== null && !found.has(shared.stop.key))
          found.set(shared.stop.key, { shared, members })
      }
    all.push(...weighed([...found.values()]))
  }
  return all
}

/** Leaves each place the shared runs that cost least for each pick-up, and drops runs that then nobody shares. */
function weighed(runs: readonly { shared: SharedRun; members: readonly Party[] }[]): SharedRun[] {
  const taken = new Map<Party, number>()
  const each = (r: (typeof runs)[number]) => r.shared.stop.valuePerVisit / r.members.length
  return [...runs]
    .sort((a, b) => each(a) - each(b) || compareText(a.shared.stop.key, b.shared.stop.key))
    .flatMap(({ shared, members }) => {
      const open = members.filter((m) => (taken.get(m) ?? 0) < mostOfPlace)
      if (open.length < 2) return []
      for (const m of open) taken.set(m, (taken.get(m) ?? 0) + 1)
      const cells = new Set(open.flatMap((m) => m.own.map(({ cell }) => cell)))
      return [{ ...shared, options: shared.options.filter(({ cell }) => cells.has(cell)) }]
    })
}

/** Places by site, carrier and number of dates. */
function groupsOf(
  base: Omit<ChoiceGround, 'rides'>,
  options: ReadonlyMap<NeedCell, readonly Option[]>,
  runOf: (key: string) => RideRun,
): { run: RideRun; parties: Party[] }[] {
  const groups = new Map<string, { run: RideRun; places: Map<string, Party['own']> }>()
  for (const [cell, own] of options)
    for (const option of own) {
      if (option.mode !== 'ride' || option.stop === null) continue
      const run = runOf(option.ride)
      const by = run.carrier.by === 'vehicle' ? run.carrier.fleet.key : 'hired'
      const school = cell.scoped.service.domain === 'education'
      const key = `${run.site} ${by} ${option.visits} ${school}`
      const group = groups.get(key) ?? { run, places: new Map<string, Party['own']>() }
      group.places.set(run.pickup, [...(group.places.get(run.pickup) ?? []), { cell, option }])
      groups.set(key, group)
    }
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { run, places }]) => ({
      run,
      parties: [...places]
        .sort(([a], [b]) => compareText(a, b))
        .map(([pickup, own]) => partyAt(base, run.site, pickup, own)),
    }))
    .filter(({ parties }) => parties.length > 1)
}

const partyAt = (
  { ground, walks, resident }: Omit<ChoiceGround, 'rides'>,
  site: string,
  pickup: string,
  own: Party['own'],
): Party => ({
  pickup,
  own,
  riders: own.map(({ cell }) => ({
    cell,
    walkSeconds: walks.get(cell.settlement.id)?.get(pickup) ?? 0,
    share: 1,
  })),
  people: own.reduce((sum, { cell }) => sum + peopleOnDate(cell, ground), 0),
  farSeconds: resident.seconds(pickup, site),
})

/** Timing and cost of runs by one carrier to one site, by the roads of the base season. */
interface RunCosts {
  vehicle: Vehicle | null
  seats: number
  roads: RideRoads
  timed(members: readonly Party[]): TimedRun | null
  /** Of one date, by the order in which some of the places are visited; whether it may go so is not asked. */
  fenOf(places: readonly Party[]): (order: readonly number[]) => number
}

function costOf(ground: PlanGround, { carrier, site }: RideRun, roadsOf: RideRoadsOf): RunCosts {
  const vehicle =
    carrier.by === 'vehicle' ? (carrier.fleet.vehicles.find((v) => v.seats > 0) ?? null) : null
  const roads = roadsOf(vehicle, ground.travel.base)
  return {
    vehicle,
    seats: seatsOf(vehicle, ground),
    roads,
    timed: (members) => timedWithin(ground, roads, site, members, vehicle),
    fenOf: (places) => {
      const stays = staysOf(places[0]!.riders[0]!.cell, ground)
      const pickups = places.map((p) => p.pickup)
      const driving = runLegs(pickups, site, vehicle?.depot ?? null, roads)
      return (order) => {
        const { seconds, metres } = driving(order)
        return costOfDate(ground, { metres, dutySeconds: dutyOf(seconds, stays) }, vehicle)
      }
    },
  }
}

/** Every step of a run that starts with one place and grows by the place that makes it grow least. */
function grown(run: RunCosts, start: Party, parties: readonly Party[]): Party[][] {
  const near = parties
    .filter((p) => p !== start)
    .map((party) => ({ party, seconds: run.roads.between.seconds(start.pickup, party.pickup) }))
    .filter(({ seconds }) => seconds >= 0)
    .sort((a, b) => a.seconds - b.seconds || compareText(a.party.pickup, b.party.pickup))
    .slice(0, mostOthers)
    .map(({ party }) => party)
  const places = [start, ...near]
  const fenOf = run.fenOf(places)
  const steps: Party[][] = []
  let order = [0]
  while (order.length < mostPickups) {
    const next = cheapestGrown(order, places, run, fenOf)
    if (next === null) break
    order = next
    steps.push(order.map((k) => places[k]!))
  }
  return steps
}

/** One more place where the run grows least; orders are timed from the cheapest until one may go. */
function cheapestGrown(
  order: readonly number[],
  places: readonly Party[],
  { seats, timed }: RunCosts,
  fenOf: (order: readonly number[]) => number,
): number[] | null {
  const aboard = order.reduce((sum, k) => sum + places[k]!.people, 0)
  const tried: { order: number[]; fen: number }[] = []
  for (const [who, { people }] of places.entries()) {
    if (order.includes(who) || aboard + people > seats) continue
    for (let at = 0; at <= order.length; at++) {
      const longer = [...order.slice(0, at), who, ...order.slice(at)]
      const fen = fenOf(longer)
      if (fen < Number.POSITIVE_INFINITY) tried.push({ order: longer, fen })
    }
  }
  tried.sort((a, b) => a.fen - b.fen)
  return tried.find((t) => timed(t.order.map((k) => places[k]!)) !== null)?.order ?? null
}

function sharedRun(
  ground: PlanGround,
  run: RideRun,
  { timed, vehicle }: RunCosts,
  members: readonly Party[],
): SharedRun | null {
  const once = timed(members)
  if (once === null) return null
  const by = run.carrier.by === 'vehicle' ? run.carrier.fleet.key : 'hired'
  const visits = members[0]!.own[0]!.option.visits
  const names = members.map((m) => m.pickup).sort()
  const key = `${names.join(' + ')} > ${run.site} ${by} ${visits}`
  return {
    stop: { key, ...runCost(ground, once, vehicle, by) },
    options: members.flatMap(({ own }) =>
      own.map(({ cell, option }) => ({
        cell,
        option: {
          ...option,
          stop: key,
          value: 0,
          uses: option.uses.map(([row]) => [row, 0] as const),
        },
      })),
    ),
  }
}
