import type { PlanRoad } from '@kuashan/contract/plans.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { planStepNames } from '@kuashan/core/plan/publication.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Alert, Card, Flex, Spin, Steps, Timeline, Typography } from 'antd'
import { Notices } from '../../../parts/plans/notices.tsx'
import type { Known } from '../../../server/names.ts'
import { useAnswer } from '../../../server/server.ts'
import { useCounty } from '../../../shell/county.tsx'
import { Trouble } from '../../../shell/trouble.tsx'
import { useWho, whenText } from '../../../shell/who-and-when.ts'
import { Versions } from '../edit/versions.tsx'
import { Comments } from './comments.tsx'
import { Objections } from './objections.tsx'
import {
  isBack,
  isOthers,
  ownerWords,
  roadAt,
  roadSteps,
  turnsOf,
  turnWords,
} from './road-steps.ts'
import { TakeStep } from './take-step.tsx'

interface RoadPanelProps {
  id: string
  plan: Plan
  known: Known
}

/** The road of a plan to publication: where it stands, whose turn it is, what is missing, and who did what when. */
export function RoadPanel({ id, plan, known }: RoadPanelProps) {
  const say = useSay()
  const county = useCounty()
  const road = useAnswer(routes.plans.road, { params: { county, plan: id } })
  if (road.isPending) return <Spin size="large" />
  if (road.error) return <Trouble error={road.error} onRetry={() => road.refetch()} />
  const { data, version } = road.data
  const at = roadAt(data)
  const notices = data.notices.map((n) => ({ ...n, name: known.names.village(n.village) }))
  return (
    <Flex vertical gap={20}>
      {at === null ? (
        <Alert
          type="info"
          showIcon
          title={say(
            {
              zh: '这个方案{step}，留在这里备查',
              en: 'This plan is {step}; it stays here for the record',
            },
            { step: say(planStepNames[data.step]) },
          )}
        />
      ) : (
        <Steps
          size="small"
          titlePlacement="vertical"
          current={at}
          items={roadSteps.map((step) => ({
            title: say(planStepNames[step]),
            content: say(ownerWords[step]),
          }))}
        />
      )}
      <Turns plan={id} road={data} version={version ?? ''} />
      <Comments plan={id} />
      <Notices plan={id} notices={notices} />
      <Objections id={id} plan={plan} notices={notices} known={known} />
      <Versions plan={id} />
      <History taken={data.taken} />
    </Flex>
  )
}

/** The steps that whoever looks may take; of those of others only whose turn it is. */
function Turns({ plan, road, version }: { plan: string; road: PlanRoad; version: string }) {
  const say = useSay()
  const turns = turnsOf(road)
  const others = turns.find((turn) => isOthers(turn) && !isBack(turn.to))
  return (
    <>
      <Flex gap={16} wrap>
        {turns
          .filter((turn) => !isOthers(turn))
          .map((turn) => (
            <TakeStep key={turn.to} plan={plan} turn={turn} version={version} />
          ))}
      </Flex>
      {others && (
        <Typography.Text type="secondary">
          {say(turnWords[others.to])}
          {say({ zh: '：', en: ': ' })}
          {others.missing
            .filter(({ code }) => code === 'plan-step-not-yours')
            .map(({ what }) => say(what))}
        </Typography.Text>
      )}
    </>
  )
}

function History({ taken }: Pick<PlanRoad, 'taken'>) {
  const say = useSay()
  const who = useWho()
  return (
    <Card size="small" title={say({ zh: '走过的路', en: 'What was done, by whom, when' })}>
      {taken.length === 0 ? (
        <Typography.Text type="secondary">
          {say({ zh: '还是第一步：起草', en: 'Still at the first step: draft' })}
        </Typography.Text>
      ) : (
        <Timeline
          items={taken.map((step) => ({
            key: `${step.at} ${step.to}`,
            content: (
              <>
                {whenText(step.at)} · {who(step.by)} · {say(planStepNames[step.from])} →{' '}
                <strong>{say(planStepNames[step.to])}</strong>
                {step.note && <div lang="zh">{step.note}</div>}
              </>
            ),
          }))}
        />
      )}
    </Card>
  )
}
