import { deciding } from '@kuashan/contract/access.ts'
import type { Route } from '@kuashan/contract/route.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useAnswer } from '../../server/server.ts'

/** Whether whoever is here has a role that a route is open to. The server decides; this only spares a useless button. */
export function useMay({ access }: Pick<Route, 'access'>): boolean {
  const grants = useAnswer(routes.session.me, { params: {} }).data?.data.grants ?? []
  if (access.open !== 'roles') return true
  return grants.some(
    (grant) => access.roles.includes(grant.role) && grant.purposes.includes(access.purpose),
  )
}

export const useMayDecide = (): boolean => useMay({ access: deciding })
