import { routes } from '@kuashan/contract/routes.ts'
import type { Me, OwnEmergency } from '@kuashan/contract/session.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { mayCall } from '../shell/county.tsx'
import { useAnswer } from './server.ts'

const none: readonly OwnEmergency[] = []

/** Emergencies that the one signed in has declared and that are open; asked anew when one ends. */
export function useOwnEmergencies(me: Me | null): readonly OwnEmergency[] {
  const county = me?.county ?? ''
  const enabled = mayCall(me, routes.session.emergencies)
  const asked = useAnswer(routes.session.emergencies, { params: { county } }, { enabled })
  const open = asked.data?.data ?? none
  const queries = useQueryClient()
  const ends = open.map(({ expiresAt }) => Date.parse(expiresAt))
  const next = ends.length > 0 ? Math.min(...ends) : null
  useEffect(() => {
    if (next === null) return
    const timer = setTimeout(
      () => queries.invalidateQueries({ queryKey: [routes.session.emergencies.id] }),
      Math.max(1000, next - Date.now() + 500),
    )
    return () => clearTimeout(timer)
  }, [next, queries])
  return open
}
