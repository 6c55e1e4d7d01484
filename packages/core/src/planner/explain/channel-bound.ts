import type { ScopedService } from '../../catalogue/scope.ts'
import type { ChannelBoundToTell } from '../../words/explain/channel-words.ts'
import type { NeedCell, PlanGround } from '../plan-ground.ts'
import { channels, missedAtBest, type ProvedChannel } from './at-its-best.ts'

/** Why one way cannot meet a need: which bound, and which figure against which limit. */
export interface ChannelBound extends ChannelBoundToTell {
  mode: ProvedChannel
}

/** Whether the catalogue gives a service this way at all. People are brought to sites. */
export function inCatalogue({ service, ...kinds }: ScopedService, mode: ProvedChannel): boolean {
  if (mode === 'vehicle') return kinds.vehicleKinds.length > 0
  if (mode === 'doorstep') return kinds.doorstepKinds.length > 0
  if (mode === 'remote')
    return service.channels.some((c) => c.mode === 'remote' || c.mode === 'agent')
  return kinds.fixedKinds.length > 0
}

/** A bound without figures. */
export const plainBound = (mode: ProvedChannel, by: ChannelBound['by']): ChannelBound => ({
  mode,
  by,
  figure: null,
  limit: null,
})

/** Finds what stands between a need and one way that the catalogue allows and that would meet it at its best. */
export type FindBound = (cell: NeedCell, mode: ProvedChannel) => ChannelBound | null

/**
 * The bound of every way, where every way has one: proof that none meets the need. Ways that miss a floor even at their
 * best are also tried together, as one may meet what the other misses. Null where nothing is proved.
 */
export function everyBound(
  cell: NeedCell,
  ground: PlanGround,
  find: FindBound,
): readonly ChannelBound[] | null {
  const bounds: ChannelBound[] = []
  for (const mode of channels) {
    const bound = boundOf(cell, ground, mode, find)
    if (bound === null) return null
    bounds.push(bound)
  }
  const short = bounds.filter((b) => b.by === 'floor-not-met').map((b) => b.mode)
  return short.length > 1 && missedAtBest(cell, ground, short) === null ? null : bounds
}

function boundOf(
  cell: NeedCell,
  ground: PlanGround,
  mode: ProvedChannel,
  find: FindBound,
): ChannelBound | null {
  if (!inCatalogue(cell.scoped, mode)) return plainBound(mode, 'not-in-catalogue')
  const missing = missedAtBest(cell, ground, [mode])
  if (missing === null) return find(cell, mode)
  const { metric, want, have } = missing
  return { mode, by: 'floor-not-met', figure: have, limit: want, metric }
}
