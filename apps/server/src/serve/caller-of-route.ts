import { purposeFor } from '@kuashan/contract/opens.ts'
import type { Access } from '@kuashan/contract/route.ts'
import { finding } from '@kuashan/core/kernel/finding.ts'
import { callerOf, type Session } from '@kuashan/store/accounts/session.ts'
import type { Caller } from '@kuashan/store/database/caller.ts'
import { NotAnswered } from './problem-answer.ts'

type Grant = Session['grants'][number]

/** The widest grant first: a whole county before a township. */
const byWidth = (a: Grant, b: Grant): number => a.area.length - b.area.length

/**
 * As whom a session calls a route of a county: by the widest grant that opens it. Throws `NotAnswered` where none does;
 * the same whether the county exists or not.
 */
export function callerOfRoute(
  session: Session,
  county: string,
  access: Access,
  { why, inEmergency = false }: { why: string; inEmergency?: boolean },
): Caller {
  const opens = (grant: Grant) => purposeFor(access, grant, inEmergency)
  const grants = county === session.county ? session.grants : []
  const grant = grants.filter(opens).sort(byWidth)[0]
  const purpose = grant && opens(grant)
  if (!grant || !purpose) throw new NotAnswered([finding('not-allowed', {})])
  return callerOf(session, { role: grant.role, area: grant.area, purpose, why })
}
