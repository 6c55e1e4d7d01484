import { addressOf } from '@kuashan/contract/client.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { type RegisterEntry, standingOn } from '@kuashan/core/resources/fleet-register.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { useQueries } from '@tanstack/react-query'
import { Card, Spin, Typography } from 'antd'
import { Link } from 'react-router'
import { callServer, useAnswer } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { today } from '../../shell/today.ts'
import { Trouble } from '../../shell/trouble.tsx'
import { type Voices, waitingFor } from './waiting.ts'

/** Steps at which somebody may still have to say or answer something. */
const spoken: readonly string[] = ['comments', 'notice', 'objections', 'review']

/** What waits for whoever is signed in, each a link to where it is done. */
export function WaitingList() {
  const say = useSay()
  const county = useCounty()
  const me = useAnswer(routes.session.me, { params: {} }).data?.data
  const plans = useAnswer(routes.plans.list, { params: { county } })
  const lines = plans.data?.data ?? []
  const voices = useVoices(lines.filter(({ step }) => spoken.includes(step)).map(({ id }) => id))
  const vehicles = useVehiclesBlocked()
  const roles = new Set((me?.grants ?? []).map(({ role }) => role))
  const waiting = me ? waitingFor(roles, me.account, lines, voices) : []
  return (
    <Card size="small" title={say({ zh: '等我办的', en: 'What waits for me' })}>
      {plans.error && <Trouble error={plans.error} onRetry={() => plans.refetch()} />}
      {plans.isPending && <Spin />}
      {plans.data && waiting.length + vehicles === 0 && (
        <Typography.Text type="secondary">
          {say({ zh: '今天没有等您办的事', en: 'Nothing waits for you today' })}
        </Typography.Text>
      )}
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {waiting.map(({ key, to, what, facts }) => (
          <li key={key}>
            <Link to={to}>{say(what, facts)}</Link>
          </li>
        ))}
        {vehicles > 0 && (
          <li>
            <Link to="/resources/register">
              {say(
                {
                  zh: '{n} 辆车的证件或检验已到期，或 30 天内到期',
                  en: '{n} {n|vehicle|vehicles} whose papers or checks have run out or will within 30 days',
                },
                { n: vehicles },
              )}
            </Link>
          </li>
        )}
      </ul>
    </Card>
  )
}

/** Comments and objections of plans that are on their way. */
function useVoices(plans: readonly string[]): ReadonlyMap<string, Voices> {
  const county = useCounty()
  const given = (plan: string) => ({ params: { county, plan } })
  const ask = <R extends typeof routes.plans.comments | typeof routes.plans.objections>(route: R) =>
    plans.map((plan) => ({
      queryKey: [route.id, addressOf(route, given(plan) as never)],
      queryFn: () => callServer(route, given(plan) as never),
    }))
  const comments = useQueries({ queries: ask(routes.plans.comments) })
  const objections = useQueries({ queries: ask(routes.plans.objections) })
  return new Map(
    plans.flatMap((plan, k) => {
      const [said, against] = [comments[k]?.data, objections[k]?.data]
      return said && against ? [[plan, { comments: said.data, objections: against.data }]] : []
    }),
  )
}

/** Vehicles of the register that may not go out, or soon will not; counted for those who keep the register. */
function useVehiclesBlocked(): number {
  const county = useCounty()
  const enabled = useMay(routes.fleet.enter)
  const fleet = useAnswer(routes.fleet.list, { params: { county }, query: {} }, { enabled })
  const day = today()
  return (fleet.data?.data ?? []).filter(
    (line) =>
      line.state !== 'retired' && standingOn(line as typeof line & RegisterEntry, day) !== 'good',
  ).length
}
