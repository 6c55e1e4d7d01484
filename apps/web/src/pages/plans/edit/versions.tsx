import type { PlanSaved } from '@kuashan/contract/plan-edits.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Card, Table } from 'antd'
import { useAnswer } from '../../../server/server.ts'
import { useCounty } from '../../../shell/county.tsx'
import { paged } from '../../../shell/paged.ts'
import { useWho, whenText } from '../../../shell/who-and-when.ts'

/** Every save of a plan: past ones stay. */
export function Versions({ plan }: { plan: string }) {
  const say = useSay()
  const county = useCounty()
  const who = useWho()
  const versions = useAnswer(routes.planEdits.versions, { params: { county, plan } })
  return (
    <Card size="small" title={say({ zh: '历次保存', en: 'Versions' })}>
      <Table<PlanSaved>
        size="small"
        rowKey="version"
        loading={versions.isPending}
        dataSource={[...(versions.data?.data ?? [])].reverse()}
        pagination={paged(8)}
        columns={[
          { title: say({ zh: '版本', en: 'Version' }), dataIndex: 'version' },
          { title: say({ zh: '什么时候', en: 'When' }), render: (_, v) => whenText(v.at) },
          { title: say({ zh: '谁', en: 'Who' }), render: (_, v) => who(v.by) },
          { title: say({ zh: '说明', en: 'Note' }), dataIndex: 'note' },
        ]}
      />
    </Card>
  )
}
