import type { Floor } from '../catalogue/standard.ts'
import type { CountySettings } from '../plan/county.ts'
import type { Plan } from '../plan/plan.ts'
import type { LocalDelivery } from './own-trip.ts'

/** Part of the people entitled who come to a visit, where no floor says how often they are due (docs/methods/floors.md). */
const assumedUptake = 0.12

/**
 * Person-times a year that a plan brings to where people live, by vehicle and at the door. With a floor of n services
 * a person and year: people × n, shared evenly by the channels that bring them; else people × uptake × visits.
 */
export function localDeliveries(
  plan: Plan,
  floors: readonly Floor[],
  assumptions: CountySettings['assumptions'],
  horizonDays: number,
): LocalDelivery[] {
  const due = new Map(
    floors.flatMap((f) => (f.metric === 'minServicesPerPersonYear' ? [[f.service, f.value]] : [])),
  )
  const local = plan.assignments.filter((a) => a.mode === 'vehicle' || a.mode === 'doorstep')
  const lines = new Map<string, number>()
  const key = (a: { settlement: string; service: string }) => `${a.settlement} ${a.service}`
  for (const a of local) lines.set(key(a), (lines.get(key(a)) ?? 0) + 1)
  return local.map((a) => {
    const wanted = due.get(a.service)
    const visitsYear = ((a.opportunities ?? 0) * 365) / horizonDays
    const uptake = assumptions.uptakePerVisit ?? assumedUptake
    return {
      settlement: a.settlement,
      service: a.service,
      personTimes:
        wanted === undefined
          ? a.people * uptake * visitsYear
          : (a.people * wanted) / lines.get(key(a))!,
      localSeconds: a.mode === 'vehicle' ? 2 * a.seconds : 0,
    }
  })
}
