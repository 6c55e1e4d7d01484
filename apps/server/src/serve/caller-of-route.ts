import { purposeFor } from '@kuashan/contract/opens.ts'
import type { Access } from '@kuashan/contract/route.ts'
import { finding } from '@kuashan/core/kernel/finding.ts'
import { isInArea } from '@kuashan/core/territory/area.ts'
import { areaOf, callerOf, type Session } from '@kuashan/store/accounts/session.ts'
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

/**
 * As whom a session calls a route of a county: in the role and for the purpose of the widest grant that opens it, of a
 * village of the widest that it lies in; there in every area that this role is granted for. Throws `NotAnswered` where none
 * does; the same whether the county exists or not.
 */
export function callerOfRoute(
  session: Session,
  county: string,
  access: Access,
  { why, inEmergency, village = '' }: HowCalled,
): Caller {
  const opening = (county === session.county ? session.grants : []).flatMap((grant) => {
    const purpose = purposeFor(access, grant, inEmergency)
    return purpose === null ? [] : [{ grant, purpose }]
  })
  opening.sort((a, b) => byWidth(a.grant, b.grant))
  const here = opening.find(({ grant }) => isInArea(village, grant.area)) ?? opening[0]
  if (!here) throw new NotAnswered([finding('not-allowed', {})])
  const as = { role: here.grant.role, purpose: here.purpose }
  return callerOf(session, { ...as, area: areaOf(session.grants, as)!, why })
}
