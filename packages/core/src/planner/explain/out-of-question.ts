import { townshipOf } from '../../territory/division.ts'
import type { Forbidden } from '../../words/explain/probe-words.ts'
import { mayServe, type NeedCell } from '../plan-ground.ts'
import type { WayThere } from './answer.ts'
import { rideBound } from './bounds-on-wheels.ts'
import type { World } from './world.ts'

/** Buildings out of question that are named, each way: the nearest. */
const mostNamed = 2

/** The nearest of each way that can't be, and what forbids it. */
export function outOfQuestion({ base }: World, cell: NeedCell): WayThere[] {
  return [
    ...sitesOut(base, cell),
    ...doorsOut(base, cell),
    ...vehiclesOut(base, cell),
    ...ridesOut(base, cell),
  ]
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

/** Rides: nothing goes, nowhere to be picked up, or every site is beyond the limit from door to door. */
function ridesOut(base: Base, cell: NeedCell): WayThere[] {
  if (cell.scoped.fixedKinds.length === 0) return []
  const bound = rideBound(base, cell)
  if (bound === null) return []
  const forbidden: Forbidden =
    bound.by === 'none-there' ? 'no-vehicle' : bound.by === 'no-road' ? 'no-road' : 'beyond-limit'
  const { place, figure } = bound
  return [
    {
      mode: 'ride',
      place: place ?? cell.settlement.id,
      kind: '',
      chosen: false,
      seconds: bound.by === 'beyond-limit' ? figure : null,
      times: null,
      forbidden,
    },
  ]
}
