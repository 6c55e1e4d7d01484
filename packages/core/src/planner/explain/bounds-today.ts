import { thereAndBack } from '../../travel/read-table.ts'
import { fixedOptions } from '../joint/options/fixed-options.ts'
import { remoteOptions } from '../joint/options/remote-options.ts'
import { mayServe, type NeedCell } from '../plan-ground.ts'
import { baseRoads } from '../route-cost.ts'
import { byNearest, givers, type Near } from './bound-by-nearest.ts'
import { rideBound, vehicleBound } from './bounds-on-wheels.ts'
import { type ChannelBound, everyBound, type FindBound, plainBound } from './channel-bound.ts'
import type { World } from './world.ts'

type Base = World['base']

/** The strictest limit on the way to a site or station. */
const wayLimit = ({ scoped, limits }: NeedCell): number =>
  scoped.floors.reduce(
    (least, { metric, value }) =>
      metric.startsWith('maxTravelMin') ? Math.min(least, value * 60) : least,
    limits.fixedSeconds,
  )

/**
 * Proof that nothing that is there, or that a building is registered for, meets a need: every way lacks in the catalogue,
 * misses a floor at its best, or is beyond its limit from any site, stop, depot or house that it may have, by any road.
 * Days, hours and money are not asked for. Null where nothing is proved. Prepared once, asked for many needs.
 */
export function boundsToday({ base }: World): (cell: NeedCell) => readonly ChannelBound[] | null {
  const { ground } = base
  const joined = new Map(
    Object.entries(ground.travel.base.vehicle).map(([k, table]) => [k, thereAndBack(table)]),
  )
  const roads = baseRoads(ground)
  const find: FindBound = (cell, mode) => {
    if (cell.settlement.at === null) return plainBound(mode, 'no-place')
    if (mode === 'fixed') return siteBound(base, cell)
    if (mode === 'remote') return stationBound(base, cell)
    if (mode === 'doorstep') return doorBound(base, cell)
    if (mode === 'ride') return rideBound(base, cell)
    return vehicleBound(base, cell, { roads, joined })
  }
  return (cell) => everyBound(cell, ground, find)
}

const siteBound = (base: Base, cell: NeedCell): ChannelBound | null =>
  fixedOptions(cell, base).length > 0
    ? null
    : byNearest('fixed', givers(base, cell), wayLimit(cell))

function stationBound(base: Base, cell: NeedCell): ChannelBound | null {
  if (remoteOptions(cell, base).length > 0) return null
  const { channels } = cell.scoped.service
  const kinds = new Set(
    channels.flatMap((c) => (c.mode === 'remote' || c.mode === 'agent' ? [`${c.kind}`] : [])),
  )
  return byNearest('remote', housesOf(base, cell, kinds), wayLimit(cell))
}

/** Open buildings of some kinds and those that could be made one. */
function housesOf({ ground, candidates, resident }: Base, cell: NeedCell, kinds: Set<string>) {
  const { settlement } = cell
  const open = ground.county.facilities.filter((f) => f.state === 'open' && kinds.has(f.kind))
  const possible = candidates.filter((c) => kinds.has(c.kind)).map((c) => c.facility)
  return [...new Set([...open, ...possible])]
    .filter((f) => mayServe(ground, f.division, settlement.division))
    .map(({ id }): Near => ({ id, seconds: resident.seconds(settlement.id, id) }))
}

const doorBound = (base: Base, cell: NeedCell): ChannelBound | null =>
  byNearest(
    'doorstep',
    housesOf(base, cell, new Set<string>(cell.scoped.doorstepKinds)),
    cell.limits.doorstepSeconds,
  )
