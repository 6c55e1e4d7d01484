import type { Offer } from '../../../access/supply.ts'
import { compareText } from '../../../kernel/order.ts'
import { callSeconds } from '../../../plan/costs.ts'
import { mayServe, meets, type NeedCell } from '../../plan-ground.ts'
import type { ChoiceGround } from '../build-choice.ts'
import type { Option } from '../option.ts'
import { offerOf } from './offer-of.ts'

/** Staff sent from a building that surely stays open. */
export function doorstepOptions(
  cell: NeedCell,
  { ground, resident, firmSites, nearest }: ChoiceGround,
): Option[] {
  const { settlement, scoped, limits } = cell
  const hourFen = ground.county.settings.prices.staffHourFen
  const near = scoped.doorstepKinds
    .flatMap((kind) => (firmSites.get(kind) ?? []).map((id) => ({ id, kind })))
    .map((site) => ({ ...site, seconds: resident.seconds(settlement.id, site.id) }))
    .filter((s) => s.seconds >= 0 && s.seconds <= limits.doorstepSeconds)
    .filter((s) =>
      mayServe(ground, ground.facilities.get(s.id)?.division ?? '', settlement.division),
    )
    .sort((a, b) => a.seconds - b.seconds || compareText(a.id, b.id))
    .slice(0, nearest.doorsteps)
  return near.flatMap(({ id, kind, seconds }): Option[] => {
    const channel = scoped.service.channels.find((c) => c.mode === 'doorstep' && c.kind === kind)
    const offer: Offer = {
      ...offerOf(scoped.service.id, 'doorstep', id, kind),
      settlement: settlement.id,
      calls: cell.visits,
      longestGapDays: Math.ceil(ground.horizonDays / cell.visits),
    }
    const found = { ...cell.existing, doorstep: [{ offer, seconds }] }
    if (!meets(cell, found, cell.sitesInVillage, ground.horizonDays)) return []
    const hours =
      callSeconds({
        people: cell.steered,
        calls: cell.visits,
        travelSeconds: seconds,
        minutesPerPerson: channel?.minutesPerPerson,
        capacityPerSession: channel?.capacityPerSession,
      }) / 3600
    return [
      {
        mode: 'doorstep',
        facility: id,
        calls: cell.visits,
        value: hours * (365 / ground.horizonDays) * hourFen,
        uses: [[`staff ${id}`, hours]],
      },
    ]
  })
}
