import type { Catalogue } from '../catalogue/catalogue.ts'
import { callSeconds } from './costs.ts'
import type { County } from './county.ts'
import type { Assignment, Plan } from './plan.ts'

/**
 * Staff seconds in the horizon of each line of a plan that is served at the door, as they are paid for: by the channel of the
 * building's kind under the plan, one call where the line does not say how many.
 */
export function doorstepWork(
  { facilities }: Pick<County, 'facilities'>,
  { services }: Pick<Catalogue, 'services'>,
  { sites, assignments }: Pick<Plan, 'sites' | 'assignments'>,
): { line: Assignment; seconds: number }[] {
  const byId = new Map(services.map((s) => [s.id, s]))
  const kinds = new Map<string, string>([
    ...facilities.map((f) => [f.id, f.kind] as const),
    ...sites.map((s) => [s.facility, s.toKind] as const),
  ])
  return assignments
    .filter(({ mode }) => mode === 'doorstep')
    .map((line) => {
      const channel = byId
        .get(line.service)
        ?.channels.find((c) => c.mode === 'doorstep' && c.kind === kinds.get(line.place))
      const seconds = callSeconds({
        people: line.people,
        calls: line.opportunities ?? 1,
        travelSeconds: line.seconds,
        minutesPerPerson: channel?.minutesPerPerson,
        capacityPerSession: channel?.capacityPerSession,
      })
      return { line, seconds }
    })
}
