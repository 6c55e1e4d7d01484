import { routes } from '@kuashan/contract/routes.ts'
import type { ScenarioLine } from '@kuashan/contract/scenarios.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Empty, Flex, Spin, Table, Typography } from 'antd'
import { Link, useNavigate } from 'react-router'
import { useAnswer } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { paged } from '../../shell/paged.ts'
import { Trouble } from '../../shell/trouble.tsx'
import { whenText } from '../../shell/who-and-when.ts'

/** All scenarios, newest change first. */
export function ScenarioList() {
  const say = useSay()
  const county = useCounty()
  const navigate = useNavigate()
  const mayCreate = useMay(routes.scenarios.create)
  const scenarios = useAnswer(routes.scenarios.list, { params: { county } })
  if (scenarios.isPending) return <Spin size="large" />
  if (scenarios.error)
    return <Trouble error={scenarios.error} onRetry={() => scenarios.refetch()} />
  const rows = [...scenarios.data.data].sort((a, b) => b.changedAt.localeCompare(a.changedAt))
  return (
    <Flex vertical gap={16}>
      <Flex gap={12} align="center">
        <Typography.Text type="secondary" style={{ flex: 1 }}>
          {say({
            zh: '情景是一张改动清单：路断了、加一辆车、居民搬走、标准变了会怎样。县里的数据不会被改动。',
            en: 'A scenario is a list of changes: a road cut, one more vehicle, people moving, another standard. The county’s data stay as they are.',
          })}
        </Typography.Text>
        <Link to="trials">{say({ zh: '试点登记', en: 'Trials' })}</Link>
        {mayCreate && (
          <Button type="primary" onClick={() => navigate('new')}>
            {say({ zh: '新建情景', en: 'New scenario' })}
          </Button>
        )}
      </Flex>
      {rows.length === 0 ? (
        <Empty description={say({ zh: '还没有情景', en: 'No scenarios yet' })} />
      ) : (
        <Table<ScenarioLine>
          size="small"
          rowKey="id"
          dataSource={rows}
          pagination={paged(20)}
          columns={[
            {
              title: say({ zh: '情景', en: 'Scenario' }),
              render: (_, s) => <Link to={s.id}>{s.name}</Link>,
            },
            { title: say({ zh: '改动', en: 'Changes' }), dataIndex: 'changes', align: 'right' },
            {
              title: say({ zh: '最近改动', en: 'Last changed' }),
              render: (_, s) => whenText(s.changedAt),
            },
          ]}
        />
      )}
    </Flex>
  )
}
