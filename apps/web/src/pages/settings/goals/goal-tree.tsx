import type { GoalNow } from '@kuashan/contract/goals.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { formatShare } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Empty, Flex, Popconfirm, Spin, Table, Tag, Typography } from 'antd'
import { useState } from 'react'
import { useAnswer, useChange } from '../../../server/server.ts'
import { useServices } from '../../../server/services.ts'
import { useCounty, useMay } from '../../../shell/county.tsx'
import { Trouble } from '../../../shell/trouble.tsx'
import { EditGoal } from './edit-goal.tsx'
import { type GoalRow, goalRows, plainGoals, withGoal, withoutGoal } from './goal-rows.ts'

/** What the county wants: goals, each under the one it serves, with indicators read from the newest measurement. */
export function GoalTree() {
  const say = useSay()
  const county = useCounty()
  const mayEdit = useMay(routes.goals.set)
  const asked = useAnswer(routes.goals.get, { params: { county } })
  const set = useChange(routes.goals.set, ['goals'])
  const [edited, setEdited] = useState<GoalNow | 'new' | null>(null)
  if (asked.isPending) return <Spin size="large" />
  if (asked.error) return <Trouble error={asked.error} onRetry={() => asked.refetch()} />
  const goals = asked.data.data
  const plain = plainGoals(goals)
  const put = (next: typeof plain) =>
    set.mutateAsync({ params: { county }, body: next, version: asked.data.version ?? '' })
  return (
    <Flex vertical gap={12}>
      <Typography.Text type="secondary">
        {say({
          zh: '目标一层一层往下分，每个目标看几个指标，由哪些服务去实现。指标的现状取自最近一次测算，不手填。',
          en: 'Goals divide into smaller ones; each is read by indicators and reached by services. Where an indicator stands now comes from the newest measurement; nobody types it in.',
        })}
      </Typography.Text>
      {mayEdit && (
        <Button type="primary" style={{ alignSelf: 'start' }} onClick={() => setEdited('new')}>
          {say({ zh: '加一个目标', en: 'Add a goal' })}
        </Button>
      )}
      {set.error && !edited && <Trouble error={set.error} />}
      {goals.length === 0 ? (
        <Empty description={say({ zh: '还没有目标', en: 'No goals yet' })} />
      ) : (
        <GoalTable
          goals={goals}
          onEdit={mayEdit ? setEdited : undefined}
          onDrop={({ id }) => put(withoutGoal(plain, id)).catch(() => undefined)}
        />
      )}
      {edited && (
        <EditGoal
          goals={plain}
          goal={edited === 'new' ? null : plainGoals([edited])[0]!}
          busy={set.isPending}
          error={set.error}
          onKeep={(goal) =>
            put(withGoal(plain, goal))
              .then(() => setEdited(null))
              .catch(() => undefined)
          }
          onClose={() => {
            set.reset()
            setEdited(null)
          }}
        />
      )}
    </Flex>
  )
}

interface GoalTableProps {
  goals: readonly GoalNow[]
  onEdit: ((goal: GoalNow) => void) | undefined
  onDrop: (goal: GoalNow) => void
}

function GoalTable({ goals, onEdit, onDrop }: GoalTableProps) {
  const say = useSay()
  const language = useLanguage()
  const { name: serviceName } = useServices()
  const nameOf = ({ zh, en }: GoalNow['name']) => (language === 'en' && en ? en : zh)
  return (
    <Table<GoalRow>
      size="small"
      rowKey={({ goal }) => goal.id}
      dataSource={goalRows(goals)}
      pagination={false}
      expandable={{ defaultExpandAllRows: true }}
      columns={[
        { title: say({ zh: '目标', en: 'Goal' }), render: (_, { goal }) => nameOf(goal.name) },
        {
          title: say({ zh: '指标：现在 → 目标', en: 'Indicators: now → target' }),
          render: (_, { goal }) =>
            goal.indicators.map((one) => (
              <div key={`${one.figure} ${one.by} ${one.name.zh}`}>
                {nameOf(one.name)}：{' '}
                {one.now === null
                  ? say({ zh: '还没有测算', en: 'not measured yet' })
                  : formatShare(one.now)}{' '}
                → {formatShare(one.target)} · {one.by}{' '}
                {one.now !== null &&
                  (one.now >= one.target ? (
                    <Tag color="success">{say({ zh: '已达到', en: 'reached' })}</Tag>
                  ) : (
                    <Tag color="warning">{say({ zh: '未达到', en: 'not yet' })}</Tag>
                  ))}
              </div>
            )),
        },
        {
          title: say({ zh: '由哪些服务', en: 'By which services' }),
          render: (_, { goal }) => goal.services.map(serviceName).join(say({ zh: '、', en: ', ' })),
        },
        ...(onEdit
          ? [
              {
                title: say({ zh: '操作', en: 'Actions' }),
                render: (_: unknown, { goal }: GoalRow) => (
                  <Flex gap={8}>
                    <Button size="small" onClick={() => onEdit(goal)}>
                      {say({ zh: '改', en: 'Edit' })}
                    </Button>
                    <Popconfirm
                      title={say(
                        { zh: '去掉“{name}”？', en: 'Take “{name}” away?' },
                        { name: nameOf(goal.name) },
                      )}
                      okText={say({ zh: '去掉', en: 'Take away' })}
                      cancelText={say({ zh: '留着', en: 'Keep' })}
                      onConfirm={() => onDrop(goal)}
                    >
                      <Button size="small">{say({ zh: '去掉', en: 'Take away' })}</Button>
                    </Popconfirm>
                  </Flex>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
