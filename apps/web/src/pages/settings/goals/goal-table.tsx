import type { GoalNow } from '@kuashan/contract/goals.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Popconfirm, Table, Tag } from 'antd'
import { useServices } from '../../../server/services.ts'
import { type GoalRow, goalRows } from './goal-rows.ts'
import { IndicatorNow } from './indicator-now.tsx'

interface GoalTableProps {
  goals: readonly GoalNow[]
  onEdit: ((goal: GoalNow) => void) | undefined
  onDrop: (goal: GoalNow) => void
}

/** Goals as a tree, each with what is wrong with it, its indicators and its services. */
export function GoalTable({ goals, onEdit, onDrop }: GoalTableProps) {
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
        {
          title: say({ zh: '目标', en: 'Goal' }),
          width: '16%',
          render: (_, { goal }) => (
            <>
              {nameOf(goal.name)}
              {goal.findings.map((found) => (
                <div key={found.code + say(found.what)}>
                  <Tag color={found.severity === 'error' ? 'error' : 'warning'}>
                    {found.severity === 'error'
                      ? say({ zh: '有错', en: 'error' })
                      : say({ zh: '注意', en: 'note' })}
                  </Tag>
                  <small>
                    {say(found.what)}
                    {say({ zh: '。', en: '. ' })}
                    {say(found.remedy)}
                  </small>
                </div>
              ))}
            </>
          ),
        },
        {
          title: say({ zh: '指标：现在 → 今年要到', en: 'Indicators: now → this year' }),
          width: '32%',
          render: (_, { goal }) =>
            goal.indicators.map((one) => (
              <IndicatorNow key={`${one.figure} ${one.by} ${one.name.zh}`} one={one} />
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
