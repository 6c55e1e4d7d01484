import type { Job } from '@kuashan/contract/jobs.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { ScenarioView } from '@kuashan/contract/scenarios.ts'
import { hasErrors } from '@kuashan/core/kernel/finding.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Card, Flex, Typography } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { CompareSides } from '../../parts/plans/compare-sides.tsx'
import { JobWatch } from '../../parts/plans/job-watch.tsx'
import { StartPlan } from '../../parts/plans/start-plan.tsx'
import type { Known } from '../../server/names.ts'
import { useAnswer } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'

interface UnderScenarioProps {
  scenario: ScenarioView
  known: Known
}

/** What a scenario does: today’s supply under it against today, and plans made under it. */
export function UnderScenario({ scenario, known }: UnderScenarioProps) {
  const say = useSay()
  const county = useCounty()
  const queries = useQueryClient()
  const mayStart = useMay(routes.plans.start)
  const [asking, setAsking] = useState(false)
  const [job, setJob] = useState<Job | null>(null)
  const plans = useAnswer(routes.plans.list, { params: { county } }).data?.data ?? []
  const under = plans.filter((line) => line.scenario === scenario.id)
  if (hasErrors(scenario.findings as never))
    return (
      <Typography.Text type="danger">
        {say({
          zh: '有的改动做不成：先改好上面的问题，再比较和规划。',
          en: 'Some changes cannot be made: put the problems above right, then compare and plan.',
        })}
      </Typography.Text>
    )
  return (
    <>
      <Card size="small" title={say({ zh: '不重新规划，会怎样', en: 'Without a new plan' })}>
        <CompareSides
          key={scenario.version}
          a={{ of: 'today' }}
          b={{ of: 'today', scenario: scenario.id }}
          ask={{ zh: '和今天比：谁得谁失', en: 'Against today: who wins, who loses' }}
          known={known}
        />
      </Card>
      <Card size="small" title={say({ zh: '在这个情景下规划', en: 'Plans under this scenario' })}>
        <Flex vertical gap={12} align="start">
          {under.map((line) => (
            <Flex key={line.id} vertical gap={8} style={{ width: '100%' }}>
              <Link to={`/plans/${line.id}`}>{line.name}</Link>
              <CompareSides
                a={{ of: 'today' }}
                b={{ of: 'plan', plan: line.id }}
                ask={{
                  zh: '这个方案和今天比：谁得谁失',
                  en: 'This plan against today: who wins, who loses',
                }}
                known={known}
              />
            </Flex>
          ))}
          {mayStart && (
            <Button type="primary" onClick={() => setAsking(true)}>
              {say({ zh: '在这个情景下做方案', en: 'Make a plan under it' })}
            </Button>
          )}
          {job && (
            <div style={{ width: '100%' }}>
              <JobWatch
                key={job.id}
                job={job}
                title={{ zh: '正在做的方案', en: 'Plan in the making' }}
                onEnd={() => queries.invalidateQueries()}
                onClose={() => setJob(null)}
              />
            </div>
          )}
        </Flex>
      </Card>
      {asking && (
        <StartPlan
          name={scenario.name}
          scenario={scenario.id}
          onStarted={(asked) => {
            setJob(asked)
            setAsking(false)
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
