import { routes } from '@kuashan/contract/routes.ts'
import type { TrialView } from '@kuashan/contract/trials.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Empty, Flex, Spin, Table, Tag, Typography } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useKnown } from '../../../server/names.ts'
import { useAnswer } from '../../../server/server.ts'
import { useCounty, useMay } from '../../../shell/county.tsx'
import { paged } from '../../../shell/paged.ts'
import { today } from '../../../shell/today.ts'
import { Trouble } from '../../../shell/trouble.tsx'
import { EvaluateTrial } from './evaluate-trial.tsx'
import { StartTrial } from './start-trial.tsx'
import { decisionWords } from './trial-words.ts'

const nameOf = (lines: readonly { id: string; name: string }[] | undefined, id: string): string =>
  lines?.find((one) => one.id === id)?.name ?? ''

/** New ways of supply that are tried: where, from when, in which sandbox, and what came of them. */
export function TrialsPage() {
  const say = useSay()
  const language = useLanguage()
  const county = useCounty()
  const mayStart = useMay(routes.trials.start)
  const asked = useAnswer(routes.trials.list, { params: { county } })
  const { known, error } = useKnown()
  const plans = useAnswer(routes.plans.list, { params: { county } }).data?.data
  const scenarios = useAnswer(routes.scenarios.list, { params: { county } }).data?.data
  const [starting, setStarting] = useState(false)
  const failed = asked.error ?? error
  if (failed) return <Trouble error={failed} onRetry={() => asked.refetch()} />
  if (!asked.data || !known) return <Spin size="large" />
  const { names } = known
  return (
    <Flex vertical gap={12}>
      <Link to="/scenarios">{say({ zh: '← 所有情景', en: '← All scenarios' })}</Link>
      <Flex gap={12} align="center">
        <Typography.Text type="secondary" style={{ flex: 1 }}>
          {say({
            zh: '新办法先试：在情景里规划，县里的数据不动；方案的预计留底，以后和实际放在一起看，再定去留。',
            en: 'A new way is tried first: planned under a scenario, while the county’s data stay as they are. The plan’s forecast is kept and set beside what happened, before anything is decided.',
          })}
        </Typography.Text>
        {mayStart && (
          <Button type="primary" onClick={() => setStarting(true)}>
            {say({ zh: '登记试点', en: 'Register a trial' })}
          </Button>
        )}
      </Flex>
      {asked.data.data.length === 0 ? (
        <Empty description={say({ zh: '还没有试点', en: 'No trials yet' })} />
      ) : (
        <Table<TrialView>
          size="small"
          rowKey="id"
          dataSource={asked.data.data}
          pagination={paged(20)}
          expandable={{
            columnTitle: say({ zh: '结果', en: 'Results' }),
            columnWidth: 80,
            defaultExpandedRowKeys: asked.data.data.slice(0, 1).map(({ id }) => id),
            expandedRowRender: (trial) => (
              <EvaluateTrial key={trial.version} trial={trial} names={names} />
            ),
          }}
          columns={[
            {
              title: say({ zh: '试点', en: 'Trial' }),
              render: (_, trial) => (
                <>
                  {language === 'en' ? trial.nameEn : trial.nameZh}
                  <div>
                    <small>{language === 'en' ? trial.wayEn : trial.wayZh}</small>
                  </div>
                </>
              ),
            },
            {
              title: say({ zh: '在哪里', en: 'Where' }),
              render: (_, { where }) =>
                where.map((id) => names.settlement(id)).join(say({ zh: '、', en: ', ' })),
            },
            {
              title: say({ zh: '日期', en: 'Days' }),
              render: (_, { range }) => `${range.from} – ${range.to}`,
            },
            {
              title: say({ zh: '沙盘和预计', en: 'Sandbox and forecast' }),
              render: (_, { scenario, plan }) => (
                <Flex vertical>
                  <Link to={`/scenarios/${scenario}`}>
                    {say(
                      { zh: '情景“{name}”', en: 'scenario “{name}”' },
                      { name: nameOf(scenarios, scenario) },
                    )}
                  </Link>
                  <Link to={`/plans/${plan}`}>
                    {say(
                      { zh: '方案“{name}”', en: 'plan “{name}”' },
                      { name: nameOf(plans, plan) },
                    )}
                  </Link>
                </Flex>
              ),
            },
            {
              title: say({ zh: '决定', en: 'Decision' }),
              render: (_, { decision, decidedOn, range }) =>
                decision ? (
                  <>
                    <Tag>{say(decisionWords[decision])}</Tag>
                    <div>{decidedOn}</div>
                  </>
                ) : range.to < today() ? (
                  say({ zh: '已试完，等决定', en: 'over; to be decided' })
                ) : (
                  say({ zh: '还没定', en: 'not yet' })
                ),
            },
          ]}
        />
      )}
      {starting && <StartTrial known={known} onClose={() => setStarting(false)} />}
    </Flex>
  )
}
