import type { Plan, ReachMode } from '../../plan/plan.ts'
import type { PlanEdit } from '../../plan/plan-edit.ts'
import type { NeedCell } from '../plan-ground.ts'

/** Ways that a plan decides for a settlement and service, whatever sites there are. */
const leavable: ReadonlySet<ReachMode> = new Set(['vehicle', 'doorstep', 'ride'])

/** What has to be undone before a cell is served otherwise; stops that serve nobody else lose their visits. */
export function leaveEdits(plan: Plan, cell: NeedCell): PlanEdit[] {
  const [settlement, service] = [cell.settlement.id, cell.scoped.service.id]
  const own = plan.assignments.filter((a) => leavable.has(a.mode))
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
