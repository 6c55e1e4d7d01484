import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Alert, Flex, Spin, Typography } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { CompareSides } from '../../parts/plans/compare-sides.tsx'
import { StepTag } from '../../parts/plans/step-tag.tsx'
import { useKnown } from '../../server/names.ts'
import { useAnswer } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { FigureTable } from './figure-table.tsx'

/** Two or three plans beside today, figure by figure. */
export function SideBySide() {
  const say = useSay()
  const county = useCounty()
  const { known } = useKnown()
  const [asked] = useSearchParams()
  const plans = useAnswer(routes.plans.list, { params: { county } })
  if (plans.isPending) return <Spin size="large" />
  if (plans.error) return <Trouble error={plans.error} onRetry={() => plans.refetch()} />
  const ids = (asked.get('plans') ?? '').split(',')
  const lines = ids.flatMap((id) => plans.data.data.filter((line) => line.id === id))
  const differ = new Set(lines.map((line) => line.revision)).size > 1
  return (
    <Flex vertical gap={16}>
      <Link to="..">{say({ zh: '← 所有方案', en: '← All plans' })}</Link>
      <Typography.Title level={2} style={{ fontSize: 18, margin: 0 }}>
        {say({ zh: '并排看方案', en: 'Plans side by side' })}
      </Typography.Title>
      {differ && (
        <Alert
          type="warning"
          showIcon
          title={say({
            zh: '这些方案用的不是同一版数据，今天的数取自第一个方案',
            en: 'These plans were made from different data; today is shown as the first one saw it',
          })}
        />
      )}
      <Flex gap={16} wrap>
        {lines.map((line) => (
          <span key={line.id}>
            <Link to={`../${line.id}`}>{line.name}</Link> <StepTag line={line} />
          </span>
        ))}
      </Flex>
      <FigureTable lines={lines} />
      {known &&
        lines.slice(1).map((line) => (
          <CompareSides
            key={line.id}
            a={{ of: 'plan', plan: lines[0]!.id }}
            b={{ of: 'plan', plan: line.id }}
            ask={{
              zh: `从“${lines[0]!.name}”换成“${line.name}”：谁得谁失`,
              en: `“${line.name}” instead of “${lines[0]!.name}”: who wins, who loses`,
            }}
            known={known}
          />
        ))}
    </Flex>
  )
}
