import { emergencyRoles, type Purpose } from '@kuashan/core/people/role.ts'
import type { Access, Way } from './route.ts'
import type { Grant } from './session.ts'

/** The ways into a route that is open to roles; the first that fits counts. */
export const waysInto = (access: Access & { open: 'roles' }): readonly Way[] => [
  access,
  ...(access.also ?? []),
]

/** The purpose for which a grant opens a route; null where it does not. */
export function purposeFor(
  access: Access,
  { role, area, purposes }: Grant,
  inEmergency = false,
): Purpose | null {
  if (access.open !== 'roles') return purposes[0] ?? null
  if (access.whole && area !== '') return null
  if (inEmergency && access.emergency) return emergencyRoles.has(role) ? 'emergency' : null
  const way = waysInto(access).find(
    (one) =>
      one.roles.includes(role) && (one.purpose === 'emergency' || purposes.includes(one.purpose)),
  )
  return way?.purpose ?? null
}
