import { routes } from '@kuashan/contract/routes.ts'
import type { VillagePlan } from '@kuashan/contract/village-plans.ts'
import { planStepNames } from '@kuashan/core/plan/publication.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Card, Empty, Flex, Spin, Tag } from 'antd'
import { Notices } from '../../parts/plans/notices.tsx'
import { useAnswer } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { VillageDays } from './village-days.tsx'
import { VillageObjections } from './village-objections.tsx'

/** For those who serve people in the villages: what comes to their area and when, notices to hang up, what residents object to. */
export default function VisitsPage() {
  const say = useSay()
  const county = useCounty()
  const plans = useAnswer(routes.villagePlans.list, { params: { county } })
  if (plans.isPending) return <Spin size="large" />
  if (plans.error) return <Trouble error={plans.error} onRetry={() => plans.refetch()} />
  if (plans.data.data.length === 0)
    return (
      <Empty
        description={say({
          zh: '现在没有公示中或已公布的方案',
          en: 'No plan is on notice or in force now',
        })}
      />
    )
  return (
    <Flex vertical gap={16}>
      {plans.data.data.map((plan) => (
        <OneVillagePlan key={plan.id} plan={plan} />
      ))}
    </Flex>
  )
}

function OneVillagePlan({ plan }: { plan: VillagePlan }) {
  const say = useSay()
  const language = useLanguage()
  const mayHear = useMay(routes.plans.objections)
  const notices = plan.villages.map((one) => ({ ...one, name: one.name[language] }))
  return (
    <Card
      title={
        <>
          {plan.name} <Tag>{say(planStepNames[plan.step])}</Tag>
        </>
      }
    >
      <Flex vertical gap={16}>
        <VillageDays plan={plan} />
        <Notices plan={plan.id} notices={notices} />
        {mayHear && <VillageObjections plan={plan.id} villages={notices} />}
      </Flex>
    </Card>
  )
}
