import type { Opportunities } from '../../../access/opportunity.ts'
import { closable } from '../../may-close.ts'
import { mayServe, meets, type NeedCell } from '../../plan-ground.ts'
import type { ChoiceGround } from '../build-choice.ts'
import type { Option } from '../option.ts'
import { offerOf } from './offer-of.ts'

/** Buildings that may be used, where the cell's floors then hold. */
export function fixedOptions(
  cell: NeedCell,
  { ground, candidates, resident }: ChoiceGround,
): Option[] {
  const { settlement, scoped, existing, limits } = cell
  const service = scoped.service.id
  return candidates.flatMap((c): Option[] => {
    if (!c.gives.has(service)) return []
    if (!mayServe(ground, c.facility.division, settlement.division)) return []
    const seconds = resident.seconds(settlement.id, c.facility.id)
    const counted = c.facility.state === 'open' && scoped.fixedKinds.includes(c.facility.kind)
    const inVillage =
      settlement.division !== '' &&
      c.facility.division === settlement.division &&
      scoped.fixedKinds.includes(c.kind)
    const offer = offerOf(service, 'fixed', c.facility.id, c.kind)
    const within = seconds >= 0 && seconds <= limits.fixedSeconds
    const found: Opportunities = {
      ...existing,
      fixed: within ? [...existing.fixed, { offer, seconds }] : existing.fixed,
      nearestSeconds:
        seconds < 0
          ? existing.nearestSeconds
          : Math.min(existing.nearestSeconds ?? seconds, seconds),
    }
    const stands = counted && !closable(ground.county, c.facility)
    const sites = cell.sitesInVillage + (inVillage && !stands ? 1 : 0)
    if (!meets(cell, found, sites, ground.horizonDays)) return []
    return [{ mode: 'fixed', site: c.key, value: 0, uses: [] }]
  })
}
