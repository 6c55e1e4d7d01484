import type { Plan, Ride } from '../../plan/plan.ts'
import type { PlanEdit } from '../../plan/plan-edit.ts'
import { planFigures } from '../../plan/plan-figures.ts'
import { applyEdits } from '../edit/apply-edits.ts'
import { type PlanParts, planParts } from '../edit/edit-state.ts'
import type { Option } from '../joint/option.ts'
import type { NeedCell } from '../plan-ground.ts'
import type { WayThere, WhyThis } from './answer.ts'
import { costsIfHeld } from './costs-if-held.ts'
import { leaveEdits } from './leave-edits.ts'
import { levelDifferences } from './level-differences.ts'
import { optionsOfCell, waysOf } from './local-ways.ts'
import { outOfQuestion } from './out-of-question.ts'
import { priceOf } from './prove.ts'
import { cellAt } from './serve-cell.ts'
import type { World } from './world.ts'

/** Alternatives put into the calendar for one cell, of each way: the nearest. */
const mostWeighed = 2

/**
 * How a settlement is served for a service and how else it could be: for each other way that the joint choice knows,
 * what the plan would cost with it instead, everything else as planned; for the others what forbids them. Null where
 * nobody is due there.
 */
export function whyThis(
  world: World,
  plan: Plan,
  { settlement, service }: { settlement: string; service: string },
): WhyThis | null {
  const cell = cellAt(world.base, settlement, service)
  if (cell === undefined) return null
  const missed = plan.shortages.some((s) => s.settlement === settlement && s.service === service)
  const chosen = chosenWays(world, plan, cell)
  return {
    settlement,
    service,
    people: cell.people,
    met: !missed,
    decided: !cell.met,
    ways: [...chosen, ...alternatives(world, plan, cell, chosen), ...outOfQuestion(world, cell)],
  }
}

function chosenWays({ base }: World, plan: Plan, cell: NeedCell): WayThere[] {
  const stops = new Map(plan.stops.map((s) => [s.id, s]))
  const rides = new Map(plan.rides.map((r) => [r.id, r]))
  const kinds = new Map(base.ground.county.vehicles.map((v) => [v.id, v.kind as string]))
  return plan.assignments
    .filter(
      (a) =>
        a.settlement === cell.settlement.id &&
        a.service === cell.scoped.service.id &&
        a.chosen !== true,
    )
    .map(({ mode, place, seconds, opportunities }): WayThere => {
      const ride = rides.get(place)
      const kind = stops.get(place)?.kind ?? base.ground.facilities.get(place)?.kind ?? ''
      return {
        mode,
        place,
        ...(ride === undefined ? { kind } : { kind: carrierOf(ride, kinds), to: ride.site }),
        chosen: true,
        seconds,
        times: opportunities,
      }
    })
}

/** What a ride goes by: a kind of vehicle, hired, or a bus line. */
const carrierOf = ({ by, vehicle }: Ride, kinds: ReadonlyMap<string, string>): string =>
  vehicle === null ? (by === 'bus' ? 'busLine' : by) : (kinds.get(vehicle) ?? by)

/** Stops of one settlement and kind are one way, and rides to one site by the same carrier. */
function keyOf({ mode, place, kind, to }: WayThere, { stops }: Pick<Plan, 'stops'>): string {
  if (mode === 'ride') return `ride ${to ?? place} ${kind}`
  if (mode !== 'vehicle') return `${mode} ${place}`
  return `vehicle ${stops.find((s) => s.id === place)?.settlement ?? place} ${kind}`
}

function alternatives(world: World, plan: Plan, cell: NeedCell, chosen: readonly WayThere[]) {
  const { base } = world
  const { plan: without } = applyEdits(base, plan, leaveEdits(plan, cell), { today: world.today })
  const { plan: now } = applyEdits(base, plan, [], { today: world.today })
  if (without === null || now === null) return []
  const parts = planParts(base, without)
  const before = { world, plan: now }
  return nearestOthers(world, plan, cell, chosen).map(({ way, option }): WayThere => {
    const edits = cheapest(parts, plan.mode, waysOf(parts, cell, option))
    const after = edits && applyEdits(base, without, edits, { today: world.today }).plan
    if (!after) return { ...way, forbidden: 'no-room' }
    return { ...way, instead: insteadOf(before, { world, plan: after }) }
  })
}

/** Of each way of serving a cell the nearest that are not chosen. */
function nearestOthers(world: World, plan: Plan, cell: NeedCell, chosen: readonly WayThere[]) {
  const seen = new Set(chosen.map((way) => keyOf(way, plan)))
  const others = optionsOfCell(world.base, cell).flatMap((option) => {
    const way = wayOf(world, cell, option)
    const key = keyOf(way, plan)
    if (seen.has(key)) return []
    seen.add(key)
    return [{ way, option }]
  })
  const far = ({ way }: (typeof others)[number]) => way.seconds ?? Number.POSITIVE_INFINITY
  return modes.flatMap((mode) =>
    others
      .filter(({ way }) => way.mode === mode)
      .sort((a, b) => far(a) - far(b))
      .slice(0, mostWeighed),
  )
}

/** Ways in the order in which they are told. */
const modes: readonly WayThere['mode'][] = ['fixed', 'vehicle', 'doorstep', 'remote', 'ride']

/** The edits of the cheapest of some ways that hold. */
function cheapest(
  parts: PlanParts,
  mode: Plan['mode'],
  ways: readonly (readonly PlanEdit[])[],
): readonly PlanEdit[] | null {
  let best: { edits: readonly PlanEdit[]; value: number } | null = null
  for (const edits of ways) {
    const found = costsIfHeld(parts, mode, edits)
    if (found !== null && (best === null || found.value < best.value))
      best = { edits, value: found.value }
  }
  return best?.edits ?? null
}

type Side = { world: World; plan: Plan }

/** What the whole plan loses or wins: its price, everybody who misses a floor, and each level of the objective. */
const insteadOf = (before: Side, after: Side): NonNullable<WayThere['instead']> => ({
  ...priceOf(before, after),
  missed: planFigures(after.plan).peopleMissed - planFigures(before.plan).peopleMissed,
  levels: levelDifferences(before.plan, after.plan),
})

function wayOf(world: World, cell: NeedCell, option: Option): WayThere {
  const { base } = world
  const home = cell.settlement.id
  if (option.mode === 'vehicle') {
    const [settlement, ...rest] = option.stop.split(' ')
    const fleet = base.classes.find((c) => c.key === rest.join(' '))
    return {
      mode: 'vehicle',
      place: settlement!,
      kind: fleet?.kind ?? '',
      chosen: false,
      seconds: base.walks.get(home)?.get(settlement!) ?? null,
      times: option.visits,
    }
  }
  if (option.mode === 'ride') return rideThere(world, cell, option)
  const site =
    option.mode === 'doorstep'
      ? base.ground.facilities.get(option.facility)
      : base.candidates.find((c) => c.key === ('site' in option ? option.site : ''))?.facility
  const kind = base.candidates.find((c) => 'site' in option && c.key === option.site)?.kind
  const seconds = site === undefined ? -1 : base.resident.seconds(home, site.id)
  return {
    mode: option.mode,
    place: site?.id ?? '',
    kind: kind ?? site?.kind ?? '',
    chosen: false,
    seconds: seconds < 0 ? null : seconds,
    times: option.mode === 'doorstep' ? option.calls : null,
  }
}

function rideThere(
  { base }: World,
  cell: NeedCell,
  { ride, visits }: Extract<Option, { mode: 'ride' }>,
): WayThere {
  const { carrier, site, pickup } = base.rides.alone(cell).find((r) => r.option.ride === ride)!.run
  const way = base.resident.seconds(pickup, site)
  const walk = base.walks.get(cell.settlement.id)?.get(pickup) ?? 0
  return {
    mode: 'ride',
    place: site,
    kind:
      carrier.by === 'vehicle' ? carrier.fleet.kind : carrier.by === 'bus' ? 'busLine' : carrier.by,
    chosen: false,
    seconds: way < 0 ? null : walk + way,
    times: visits,
  }
}
