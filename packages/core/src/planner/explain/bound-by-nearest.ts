import { mayServe, type NeedCell } from '../plan-ground.ts'
import { type ChannelBound, plainBound } from './channel-bound.ts'
import type { World } from './world.ts'

/** A place or vehicle with the seconds it takes; below zero where there is no way. */
export interface Near {
  id: string
  seconds: number
}

export const nearest = (places: readonly Near[]): Near | undefined =>
  places.filter((p) => p.seconds >= 0).sort((a, b) => a.seconds - b.seconds)[0]

/** The bound of the nearest of some places; null where it is within the limit, so that nothing is proved. */
export function byNearest(
  mode: ChannelBound['mode'],
  places: readonly Near[],
  limit: number,
  by: 'beyond-limit' | 'beyond-shift' = 'beyond-limit',
): ChannelBound | null {
  if (places.length === 0) return plainBound(mode, 'none-there')
  const first = nearest(places)
  if (first === undefined) return plainBound(mode, 'no-road')
  if (first.seconds <= limit) return null
  return { mode, by, figure: first.seconds, limit, place: first.id }
}

/** Buildings that give a cell's service or could be made to. */
export function givers(
  { ground, candidates, givers: firm, resident }: World['base'],
  cell: NeedCell,
): Near[] {
  const { settlement, scoped } = cell
  const ids = [
    ...(firm.get(scoped.service.id) ?? []).map((f) => f.id),
    ...candidates.flatMap((c) => (c.gives.has(scoped.service.id) ? [c.facility.id] : [])),
  ]
  return [...new Set(ids)]
    .filter((id) => mayServe(ground, ground.facilities.get(id)!.division, settlement.division))
    .map((id) => ({ id, seconds: resident.seconds(settlement.id, id) }))
}
