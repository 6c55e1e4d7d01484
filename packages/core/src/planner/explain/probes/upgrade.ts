import { isMade } from '../../../plan/plan.ts'
import type { Conversion } from '../../../resources/facility.ts'
import type { NeedCell } from '../../plan-ground.ts'
import type { Probe, Question, Trial } from './probe.ts'

/** Buildings weighed: the nearest within the limit. */
const mostBuildings = 3

const wouldGive = ({ toKind, services = [] }: Conversion, { scoped }: NeedCell): boolean =>
  services.length > 0 ? services.includes(scoped.service.id) : scoped.fixedKinds.includes(toKind)

/** An open building within the limit is upgraded as registered, where the plan makes nothing of it. */
function upgrades({ world, plan, cell }: Question): Trial[] {
  const made = new Set(plan.sites.flatMap((s) => (isMade(s) ? [s.facility] : [])))
  return world.input.county.facilities
    .filter((f) => f.state === 'open' && !made.has(f.id) && f.unfit.length === 0)
    .flatMap((f) => {
      const to = f.conversions.find((c) => wouldGive(c, cell))
      const seconds = world.base.resident.seconds(cell.settlement.id, f.id)
      const within = seconds >= 0 && seconds <= cell.limits.fixedSeconds
      return to === undefined || !within ? [] : [{ id: f.id, toKind: to.toKind, seconds }]
    })
    .sort((a, b) => a.seconds - b.seconds)
    .slice(0, mostBuildings)
    .map(
      ({ id, toKind }): Trial => ({
        what: { facility: id, kind: toKind },
        unit: 'none',
        amounts: [0],
        changes: () => [{ do: 'convert-site', facility: id, toKind }],
      }),
    )
}

export const upgrade: Probe = { kind: 'upgrade', trials: upgrades }
