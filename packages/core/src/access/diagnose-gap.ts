import { floorsOn } from '../catalogue/floors.ts'
import { servicesInScope } from '../catalogue/scope.ts'
import { byText } from '../kernel/order.ts'
import { horizonDaysOf } from '../plan/county.ts'
import { limitsOf } from './limits.ts'
import type { MeasureInput } from './measure.ts'
import { measure } from './measure.ts'
import { type Opportunity, opportunitiesIn } from './opportunity.ts'

/**
 * What is wrong for a settlement and a service, and the matching measure (A08): no site within the limit, so a tour; a
 * site within the limit with more people than it has room for while another has room, so moving resources; a site with
 * room but without staff who will stay, so a consortium with a bigger house.
 */
export type Diagnosis =
  | { gap: 'inaccessibility'; measure: 'tour'; nearestSeconds: number | null }
  | { gap: 'imbalance'; measure: 're-allocate'; from: string; to: string; times: number }
  | { gap: 'quality'; measure: 'join-consortium'; site: string; lead: string | null }

export interface DiagnosedGap {
  settlement: string
  service: string
  people: number
  diagnosis: Diagnosis
}

/** Times a person and year where no floor says how often. */
const assumedTimes = 1

/**
 * Diagnoses every settlement × service in scope: gaps only. Room is the yearly capacity of sites that state one, load
 * the people who have a site as their nearest × the floor of services a person and year. Staff will stay where somebody
 * is employed who is under the county's age limit; a site of a county that lists no staff at all is not judged.
 */
export function diagnoseGaps(input: MeasureInput): DiagnosedGap[] {
  const { county, catalogue, travel, supply, asOf } = input
  const { floors } = floorsOn(catalogue, county.standards, asOf)
  const scope = servicesInScope(catalogue, floors, county.settings.services)
  const find = opportunitiesIn(supply, travel, horizonDaysOf(county))
  const staying = sitesWithStaff(input)
  const cells = measure(input).cells
  return scope.flatMap(({ service, floors: own }): DiagnosedGap[] => {
    const limits = limitsOf(own, county.settings.assumptions)
    const times = own.find((f) => f.metric === 'minServicesPerPersonYear')?.value ?? assumedTimes
    const due = cells
      .filter((c) => c.service === service.id)
      .map((cell) => ({ cell, found: find(cell.settlement, service.id, limits) }))
    const load = new Map<string, number>()
    for (const { cell, found } of due) {
      const site = found.fixed[0]?.offer.place
      if (site !== undefined) load.set(site, (load.get(site) ?? 0) + cell.people * times)
    }
    const room = new Map(
      supply.offers.flatMap((o) =>
        o.service === service.id && o.mode === 'fixed' && o.capacityYear !== null
          ? [[o.place, o.capacityYear - (load.get(o.place) ?? 0)] as const]
          : [],
      ),
    )
    const spare = [...room].filter(([, n]) => n > 0).sort((a, b) => b[1] - a[1])[0]
    return due.flatMap(({ cell, found }): DiagnosedGap[] => {
      const { settlement, people } = cell
      const mobile = found.vehicle.length + found.doorstep.length > 0
      const diagnosis =
        found.fixed.length === 0
          ? mobile
            ? null
            : noSite(found.nearestSeconds)
          : siteGap(found.fixed[0]!, room, spare, staying)
      return diagnosis === null ? [] : [{ settlement, service: service.id, people, diagnosis }]
    })
  })
}

const noSite = (nearestSeconds: number | null): Diagnosis => ({
  gap: 'inaccessibility',
  measure: 'tour',
  nearestSeconds,
})

function siteGap(
  { offer }: Opportunity,
  room: ReadonlyMap<string, number>,
  spare: readonly [string, number] | undefined,
  staying: { has: (site: string) => boolean; lead: string | null } | null,
): Diagnosis | null {
  const short = -(room.get(offer.place) ?? 0)
  if (short > 0 && spare !== undefined)
    return {
      gap: 'imbalance',
      measure: 're-allocate',
      from: spare[0],
      to: offer.place,
      times: Math.min(short, spare[1]),
    }
  if (staying === null || staying.has(offer.place)) return null
  return { gap: 'quality', measure: 'join-consortium', site: offer.place, lead: staying.lead }
}

/** Sites with somebody under the age limit, and the house with most of them; null where no staff are listed. */
function sitesWithStaff({ county, asOf }: MeasureInput) {
  if (county.staff.length === 0) return null
  const year = Number(asOf.slice(0, 4))
  const counts = new Map<string, number>()
  for (const { employer, birthYear } of county.staff)
    if (birthYear === undefined || year - birthYear < county.settings.doctorAgeLimit)
      counts.set(employer, (counts.get(employer) ?? 0) + 1)
  const [lead] = [...counts].sort(byText(([id]) => id)).sort((a, b) => b[1] - a[1])
  return { has: (site: string) => counts.has(site), lead: lead?.[0] ?? null }
}
