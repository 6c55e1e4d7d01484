import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Empty, Flex, Select, Spin } from 'antd'
import { useSearchParams } from 'react-router'
import { StepTag } from '../../parts/plans/step-tag.tsx'
import { useAnswer } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { PlanFiles } from './plan-files.tsx'
import { VillageNotices } from './village-notices.tsx'

/** What can be taken away of each plan, in both languages. */
export function PlanReportFiles() {
  const say = useSay()
  const county = useCounty()
  const [search, setSearch] = useSearchParams()
  const plans = useAnswer(routes.plans.list, { params: { county } })
  if (plans.isPending) return <Spin size="large" />
  if (plans.error) return <Trouble error={plans.error} onRetry={() => plans.refetch()} />
  const lines = plans.data.data.toSorted((a, b) => b.changedAt.localeCompare(a.changedAt))
  const chosen = lines.find(({ id }) => id === search.get('plan')) ?? lines[0]
  if (!chosen)
    return (
      <Empty
        description={say({
          zh: '还没有方案。先在“方案”里做一个。',
          en: 'No plans yet. Make one under Plans first.',
        })}
      />
    )
  return (
    <Flex vertical gap={16}>
      <Flex gap={12} align="center">
        <Select
          style={{ width: 360 }}
          aria-label={say({ zh: '方案', en: 'Plan' })}
          value={chosen.id}
          options={lines.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(plan) => setSearch({ plan })}
        />
        <StepTag line={chosen} />
      </Flex>
      <PlanFiles plan={chosen.id} />
      <VillageNotices key={chosen.id} plan={chosen.id} />
    </Flex>
  )
}
