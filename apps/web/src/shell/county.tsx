import { purposeFor } from '@kuashan/contract/opens.ts'
import type { Route } from '@kuashan/contract/route.ts'
import type { Me } from '@kuashan/contract/session.ts'
import { createContext, type ReactNode, useContext } from 'react'

const Here = createContext<Me | null>(null)

/** Who is signed in, and with that the county that the pages are about. */
export const MeProvider = ({ me, children }: { me: Me; children: ReactNode }) => (
  <Here value={me}>{children}</Here>
)

/** Who is signed in; null before the door. */
export const useMe = (): Me | null => useContext(Here)

/** Code of the county. */
export const useCounty = (): string => useContext(Here)?.county ?? ''

/** Whether somebody may call a route; the server decides in the end. What one may not do is not offered. */
export function mayCall(me: Me | null, { access }: Pick<Route, 'access'>): boolean {
  if (access.open !== 'roles') return access.open === 'anybody' || me !== null
  return (me?.grants ?? []).some((grant) => purposeFor(access, grant) !== null)
}

/**
 * Whether the one signed in may call a route for what lies in a division. What lies in none, or in the county as a
 * whole, is for who is bound to no area.
 */
export function useMayIn({ access }: Pick<Route, 'access'>): (division: string | null) => boolean {
  const grants = useContext(Here)?.grants ?? []
  return (division) =>
    grants.some(
      (grant) => purposeFor(access, grant) !== null && (division ?? '').startsWith(grant.area),
    )
}

/** Whether the one signed in may call a route. */
export const useMay = (route: Pick<Route, 'access'>): boolean => mayCall(useContext(Here), route)
