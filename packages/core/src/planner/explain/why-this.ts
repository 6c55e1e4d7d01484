import type { Plan } from '../../plan/plan.ts'
import type { PlanEdit } from '../../plan/plan-edit.ts'
import { townshipOf } from '../../territory/division.ts'
import type { Forbidden } from '../../words/explain/probe-words.ts'
import { applyEdits } from '../edit/apply-edits.ts'
import { editState, type PlanParts, planParts } from '../edit/edit-state.ts'
import type { Option } from '../joint/option.ts'
import { mayServe, type NeedCell } from '../plan-ground.ts'
import type { Price, WayThere, WhyThis } from './answer.ts'
import { costsIfHeld, type StateCosts, stateCosts } from './costs-if-held.ts'
import { optionsOfCell, waysOf } from './local-ways.ts'
import { cellAt } from './serve-cell.ts'
import type { World } from './world.ts'

/** Alternatives put into the calendar for one cell: the nearest of each way. */
const mostWeighed = 6
/** Buildings out of question that are named, each way: the nearest. */
const mostNamed = 2

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
  const places = new Set(chosen.map((w) => `${w.mode} ${w.place}`))
  const others = alternatives(world, plan, cell, missed).filter(
    (w) => !places.has(`${w.mode} ${w.place}`),
  )
  return {
    settlement,
    service,
    people: cell.people,
    met: !missed,
    decided: !cell.met,
    ways: [...chosen, ...others, ...outOfQuestion(world, cell)],
  }
}

function chosenWays({ base }: World, plan: Plan, cell: NeedCell): WayThere[] {
  const stops = new Map(plan.stops.map((s) => [s.id, s]))
  return plan.assignments
    .filter(
      (a) =>
        a.settlement === cell.settlement.id &&
        a.service === cell.scoped.service.id &&
        a.chosen !== true,
    )
    .map(({ mode, place, seconds, opportunities }) => ({
      mode,
      place,
      kind: stops.get(place)?.kind ?? base.ground.facilities.get(place)?.kind ?? '',
      chosen: true,
      seconds,
      times: opportunities,
    }))
}

/** What has to be undone before a cell is served otherwise; stops that serve nobody else lose their visits. */
function leaveEdits(plan: Plan, cell: NeedCell): PlanEdit[] {
  const [settlement, service] = [cell.settlement.id, cell.scoped.service.id]
  const own = plan.assignments.filter((a) => a.mode === 'vehicle' || a.mode === 'doorstep')
  const mine = own.filter((a) => a.settlement === settlement && a.service === service)
  if (mine.length === 0) return []
  const left = new Set(
    mine.flatMap((a) =>
      own.some((b) => b.place === a.place && !mine.includes(b)) ? [] : [a.place],
    ),
  )
  return [
    { do: 'change-mode', settlement, service, to: { mode: 'fixed' } },
    ...plan.tours.flatMap((t) =>
      t.visits.flatMap((v): PlanEdit[] =>
        left.has(v.stop) && !plan.locked?.includes(v.id) ? [{ do: 'drop-visit', visit: v.id }] : [],
      ),
    ),
  ]
}

function alternatives(world: World, plan: Plan, cell: NeedCell, missed: boolean): WayThere[] {
  const { base } = world
  const options = optionsOfCell(base, cell)
  if (options.length === 0) return []
  const bare = applyEdits(base, plan, leaveEdits(plan, cell), world.today)
  if (bare.plan === null) return []
  const parts = planParts(base, bare.plan)
  const now = stateCosts(editState(planParts(base, plan)))
  const seen = new Set<string>()
  return options.slice(0, 3 * mostWeighed).flatMap((option): WayThere[] => {
    const way = wayOf(world, cell, option)
    const key = `${way.mode} ${way.place} ${way.kind}`
    if (seen.has(key) || seen.size >= mostWeighed) return []
    seen.add(key)
    const found = cheapest(parts, plan.mode, waysOf(parts, cell, option))
    if (found === null) return [{ ...way, forbidden: 'no-room' }]
    return [{ ...way, instead: { ...difference(now, found), missed: missed ? -cell.people : 0 } }]
  })
}

function cheapest(
  parts: PlanParts,
  mode: Plan['mode'],
  ways: readonly (readonly PlanEdit[])[],
): StateCosts | null {
  let best: StateCosts | null = null
  for (const edits of ways) {
    const found = costsIfHeld(parts, mode, edits)
    if (found !== null && (best === null || found.value < best.value)) best = found
  }
  return best
}

const total = (columns: Readonly<Record<string, number>>): number =>
  Object.values(columns).reduce((sum, fen) => sum + fen, 0)

const difference = (before: StateCosts, after: StateCosts): Price => ({
  cashFen: after.costs.cashFen - before.costs.cashFen,
  capitalFen: total(after.costs.capitalFen) - total(before.costs.capitalFen),
  staffHours: Math.round((after.costs.staffHours - before.costs.staffHours) * 100) / 100,
  value: after.value - before.value,
})

function wayOf({ base }: World, cell: NeedCell, option: Option): WayThere {
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

/** The nearest of each way that can't be, and what forbids it. */
function outOfQuestion({ base }: World, cell: NeedCell): WayThere[] {
  return [...sitesOut(base, cell), ...doorsOut(base, cell), ...vehiclesOut(base, cell)]
}

type Base = World['base']

const byWay = (a: WayThere, b: WayThere): number =>
  (a.seconds ?? Number.POSITIVE_INFINITY) - (b.seconds ?? Number.POSITIVE_INFINITY)

const foreign = ({ ground }: Base, cell: NeedCell, division: string): boolean =>
  !mayServe(ground, division, cell.settlement.division)

function sitesOut(base: Base, cell: NeedCell): WayThere[] {
  const { ground, resident, candidates } = base
  const possible = new Set(candidates.map((c) => c.facility.id))
  const fixedKinds: readonly string[] = cell.scoped.fixedKinds
  const gives = (kind: string) => fixedKinds.includes(kind)
  const given = new Set(cell.existing.fixed.map((f) => f.offer.place))
  return ground.county.facilities
    .filter((f) => !given.has(f.id) && !possible.has(f.id))
    .flatMap((f): WayThere[] => {
      const use = gives(f.kind) ? f.kind : f.conversions.map((c) => c.toKind).find(gives)
      if (use === undefined) return []
      const seconds = resident.seconds(cell.settlement.id, f.id)
      const forbidden: Forbidden =
        seconds < 0
          ? 'no-road'
          : seconds > cell.limits.fixedSeconds
            ? 'beyond-limit'
            : foreign(base, cell, f.division)
              ? 'border'
              : f.state === 'open'
                ? 'floor-not-met'
                : f.conversions.length > 0 && f.unfit.length === 0
                  ? 'fund'
                  : 'not-usable'
      return [
        {
          mode: 'fixed',
          place: f.id,
          kind: use,
          chosen: false,
          seconds: seconds < 0 ? null : seconds,
          times: null,
          forbidden,
        },
      ]
    })
    .sort(byWay)
    .slice(0, mostNamed)
}

function doorsOut(base: Base, cell: NeedCell): WayThere[] {
  return cell.scoped.doorstepKinds
    .flatMap((kind) => (base.firmSites.get(kind) ?? []).map((id) => ({ id, kind })))
    .flatMap(({ id, kind }): WayThere[] => {
      const seconds = base.resident.seconds(cell.settlement.id, id)
      const out: Forbidden | null =
        seconds < 0
          ? 'no-road'
          : seconds > cell.limits.doorstepSeconds
            ? 'beyond-limit'
            : foreign(base, cell, base.ground.facilities.get(id)?.division ?? '')
              ? 'border'
              : null
      if (out === null) return []
      const way = seconds < 0 ? null : seconds
      return [
        {
          mode: 'doorstep',
          place: id,
          kind,
          chosen: false,
          seconds: way,
          times: null,
          forbidden: out,
        },
      ]
    })
    .sort(byWay)
    .slice(0, mostNamed)
}

/** Kinds of vehicle that could give the service and can't here: none there, none of this township, no stop near, no road. */
function vehiclesOut(base: Base, cell: NeedCell): WayThere[] {
  const { classes, walks } = base
  const allowed = new Set(base.stops)
  const stops = [...(walks.get(cell.settlement.id) ?? [])].filter(([stop]) => allowed.has(stop))
  const near = stops.filter(([, seconds]) => seconds <= cell.limits.walkSeconds)
  return cell.scoped.vehicleKinds.flatMap((kind): WayThere[] => {
    const able = classes.filter((c) => c.kind === kind && c.services.has(cell.scoped.service.id))
    const home = able.filter(
      (c) => c.township === null || c.township === townshipOf(cell.settlement.division),
    )
    const forbidden: Forbidden | null =
      able.length === 0
        ? 'no-vehicle'
        : home.length === 0
          ? 'border'
          : near.length === 0
            ? 'beyond-limit'
            : null
    if (forbidden === null) return []
    const [stop, seconds] = stops[0] ?? [cell.settlement.id, null]
    return [
      { mode: 'vehicle', place: stop, kind, chosen: false, seconds, times: cell.visits, forbidden },
    ]
  })
}
