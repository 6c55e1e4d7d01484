import type { Plan } from '@kuashan/core/plan/plan.ts'
import type { PlanEdit } from '@kuashan/core/plan/plan-edit.ts'
import { useOf } from '@kuashan/core/plan/site-use.ts'
import type { Facility } from '@kuashan/core/resources/facility.ts'

/** Buildings that are open in a plan: those it keeps, converts or builds. */
export const openIn = (
  { sites }: Pick<Plan, 'sites'>,
  facilities: readonly Facility[],
): Facility[] => facilities.filter((facility) => useOf(facility, sites) !== null)

/** Buildings that a plan could open: vacant or planned ones fit for a use, and those it closes. */
export function openableIn(plan: Pick<Plan, 'sites'>, facilities: readonly Facility[]): Facility[] {
  const open = new Set(openIn(plan, facilities).map(({ id }) => id))
  return facilities.filter(
    ({ id, state, unfit, conversions }) =>
      !open.has(id) &&
      (state === 'open' || (state !== 'closed' && unfit.length === 0 && conversions.length > 0)),
  )
}

/** What a building could be used as when it is opened, each use once. */
export const usesOf = ({ state, kind, conversions }: Facility): Facility['kind'][] =>
  state === 'open' ? [kind] : [...new Set(conversions.map(({ toKind }) => toKind))]

/** Opens a building; its only use goes without saying. */
function openingOf(facility: Facility, toKind: Facility['kind'] | null): PlanEdit | null {
  const uses = usesOf(facility)
  if (uses.length > 1 && toKind === null) return null
  return {
    do: 'open-site',
    facility: facility.id,
    ...(facility.state === 'open' ? {} : { toKind: toKind ?? uses[0]! }),
  }
}

const closingOf = (facility: string): PlanEdit => ({ do: 'close-site', facility })

/** Which building is closed and which is opened, and as what; what is still open is null. */
export interface WantedSites {
  closes: string | null
  opens: string | null
  toKind: Facility['kind'] | null
}

export type SiteChange = 'open' | 'close' | 'move'

/** The edits that open, close or move a site; null while something is missing. Closing comes first: what it frees may be needed. */
export function editsOfSites(
  change: SiteChange,
  { closes, opens, toKind }: WantedSites,
  openable: readonly Facility[],
): PlanEdit[] | null {
  const facility = openable.find(({ id }) => id === opens)
  const opening = facility ? openingOf(facility, toKind) : null
  const closing = closes ? closingOf(closes) : null
  if (change === 'open') return opening && [opening]
  if (change === 'close') return closing && [closing]
  return closing && opening && [closing, opening]
}
