import { mayServe, meets, type NeedCell } from '../../plan-ground.ts'
import type { ChoiceGround } from '../build-choice.ts'
import type { Option } from '../option.ts'

/**
 * Buildings that may be used as stations of a remote or agent channel and are within reach themselves. Floors that ask
 * for hands are never met by them (docs/methods/rides.md).
 */
export function remoteOptions(
  cell: NeedCell,
  { ground, candidates, resident }: Pick<ChoiceGround, 'ground' | 'candidates' | 'resident'>,
): Option[] {
  const { settlement, scoped, existing } = cell
  const { id, channels } = scoped.service
  return candidates.flatMap((c): Option[] => {
    const { services } = c.decision
    const station = channels.some(
      (x) => (x.mode === 'remote' || x.mode === 'agent') && x.kind === c.kind,
    )
    if (!station || (services.length > 0 && !services.includes(id))) return []
    if (!mayServe(ground, c.facility.division, settlement.division)) return []
    const seconds = resident.seconds(settlement.id, c.facility.id)
    if (seconds < 0) return []
    const before = existing.stationSeconds ?? Number.POSITIVE_INFINITY
    const found = { ...existing, stationSeconds: Math.min(before, seconds) }
    if (!meets(cell, found, cell.sitesInVillage, ground.horizonDays)) return []
    return [{ mode: 'remote', site: c.key, value: 0, uses: [] }]
  })
}
