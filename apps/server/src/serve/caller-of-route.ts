import { purposeFor } from '@kuashan/contract/opens.ts'
import type { Access } from '@kuashan/contract/route.ts'
import { finding } from '@kuashan/core/kernel/finding.ts'
import { isInArea } from '@kuashan/core/plan/part-of-county.ts'
import { callerOf, type Session } from '@kuashan/store/accounts/session.ts'
import type { Caller } from '@kuashan/store/database/caller.ts'
import { NotAnswered } from './problem-answer.ts'

type Grant = Session['grants'][number]

/** The widest grant first: a whole county before a township. */
const byWidth = (a: Grant, b: Grant): number => a.area.length - b.area.length

interface HowCalled {
  why: string
  inEmergency?: boolean
  /** The village that the call is about, where it names one. */
  village?: string
}

/** Grants that open a route of a county, with their purpose, the widest first. */
function openingGrants(session: Session, county: string, access: Access, inEmergency = false) {
  const opening = (county === session.county ? session.grants : []).flatMap((grant) => {
    const purpose = purposeFor(access, grant, inEmergency)
    return purpose === null ? [] : [{ grant, purpose }]
  })
  return opening.sort((a, b) => byWidth(a.grant, b.grant))
}

/**
 * As whom a session calls a route of a county: by the widest grant that opens it; of a village, by the widest that it
 * lies in. Throws `NotAnswered` where none does; the same whether the county exists or not.
 */
export function callerOfRoute(
  session: Session,
  county: string,
  access: Access,
  { why, inEmergency, village = '' }: HowCalled,
): Caller {
  const opening = openingGrants(session, county, access, inEmergency)
  const here = opening.find(({ grant }) => isInArea(village, grant.area)) ?? opening[0]
  if (!here) throw new NotAnswered([finding('not-allowed', {})])
  const { grant, purpose } = here
  return callerOf(session, { role: grant.role, area: grant.area, purpose, why })
}

/** As whom a session calls a route area by area: once for each area that a grant opens it for and no wider one holds. */
export function callersByArea(session: Session, county: string, access: Access): Caller[] {
  const areas: string[] = []
  return openingGrants(session, county, access).flatMap(({ grant: { role, area }, purpose }) => {
    if (areas.some((wider) => isInArea(area, wider))) return []
    areas.push(area)
    return [callerOf(session, { role, area, purpose })]
  })
}
