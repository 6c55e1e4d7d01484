import type { Facility } from '../../resources/facility.ts'
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

type Out = Omit<WayThere, 'chosen' | 'times'> & { times?: number }

const out = (way: Out): WayThere => ({ times: null, ...way, chosen: false })

/** What stands between a cell and a building; null where nothing does. */
function wayForbidden(
  base: Base,
  cell: NeedCell,
  { division }: Pick<Facility, 'division'>,
  { seconds, limit }: { seconds: number; limit: number },
): Forbidden | null {
  if (seconds < 0) return 'no-road'
  if (seconds > limit) return 'beyond-limit'
  return mayServe(base.ground, division, cell.settlement.division) ? null : 'border'
}

/** Why a building within reach is not one of the choice. */
function useForbidden({ state, conversions, unfit }: Facility): Forbidden {
  if (state === 'open' && conversions.length === 0) return 'floor-not-met'
  return conversions.length > 0 && unfit.length === 0 ? 'fund' : 'not-usable'
}

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
      const forbidden = wayForbidden(base, cell, f, { seconds, limit: cell.limits.fixedSeconds })
      return [
        out({
          mode: 'fixed',
          place: f.id,
          kind: use,
          seconds: seconds < 0 ? null : seconds,
          forbidden: forbidden ?? useForbidden(f),
        }),
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
      const to = base.ground.facilities.get(id)!
      const limit = cell.limits.doorstepSeconds
      const forbidden = wayForbidden(base, cell, to, { seconds, limit })
      const way = seconds < 0 ? null : seconds
      return forbidden === null
        ? []
        : [out({ mode: 'doorstep', place: id, kind, seconds: way, forbidden })]
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
    const forbidden = vehicleForbidden(able.length, home.length, near.length)
    if (forbidden === null) return []
    const [stop, seconds] = stops[0] ?? [cell.settlement.id, null]
    return [out({ mode: 'vehicle', place: stop, kind, seconds, times: cell.visits, forbidden })]
  })
}

function vehicleForbidden(able: number, ofTownship: number, stops: number): Forbidden | null {
  if (able === 0) return 'no-vehicle'
  if (ofTownship === 0) return 'border'
  return stops === 0 ? 'beyond-limit' : null
}

/** Rides: nothing goes, nowhere to be picked up, or every site is beyond the limit from door to door. */
function ridesOut(base: Base, cell: NeedCell): WayThere[] {
  if (cell.scoped.fixedKinds.length === 0) return []
  const bound = rideBound(base, cell)
  if (bound === null) return []
  const { by, place, figure } = bound
  return [
    out({
      mode: 'ride',
      place: place ?? cell.settlement.id,
      kind: '',
      seconds: by === 'beyond-limit' ? figure : null,
      forbidden: by === 'none-there' ? 'no-vehicle' : by === 'no-road' ? by : 'beyond-limit',
    }),
  ]
}
