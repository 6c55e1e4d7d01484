import { routes } from '@kuashan/contract/routes.ts'
import type { Me } from '@kuashan/contract/session.ts'
import { useAnswer } from '../server/server.ts'
import { mayCall } from './county.tsx'

/** How far the county is: `null` while that is asked, `empty` without data, `begun` without a plan, `running` with one. */
export function useBeginning(me: Me): 'empty' | 'begun' | 'running' | null {
  const counties = useAnswer(routes.counties.list, { params: {} })
  const mayPlan = mayCall(me, routes.plans.list)
  const plans = useAnswer(
    routes.plans.list,
    { params: { county: me.county } },
    { enabled: mayPlan },
  )
  if (counties.isPending) return null
  const here = counties.data?.data.find(({ county }) => county === me.county)
  if (here?.revision === null) return 'empty'
  if (!mayPlan || plans.isError) return 'running'
  if (plans.isPending) return null
  return plans.data.data.length === 0 ? 'begun' : 'running'
}
