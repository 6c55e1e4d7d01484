import type { AnswerOf } from '@kuashan/contract/route.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Spin, Table, Tag } from 'antd'
import { useAnswer } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import { paged } from '../../shell/paged.ts'
import { Trouble } from '../../shell/trouble.tsx'
import { useWho, whenText } from '../../shell/who-and-when.ts'

type Line = AnswerOf<typeof routes.counties.imports>[number]

const stateWords: Record<Line['state'], Words> = {
  staged: { zh: '等待决定', en: 'Waiting for a decision' },
  accepted: { zh: '已采用', en: 'Accepted' },
  refused: { zh: '已放弃', en: 'Refused' },
}
const stateColours: Record<Line['state'], string> = {
  staged: 'warning',
  accepted: 'success',
  refused: 'default',
}

/** Every import so far, the newest first, with what was found in it. */
export function Imports() {
  const say = useSay()
  const county = useCounty()
  const who = useWho()
  const imports = useAnswer(routes.counties.imports, { params: { county } })
  if (imports.isPending) return <Spin size="large" />
  if (imports.error) return <Trouble error={imports.error} onRetry={() => imports.refetch()} />
  return (
    <Table<Line>
      size="small"
      rowKey="id"
      dataSource={imports.data.data.toSorted((a, b) => b.madeAt.localeCompare(a.madeAt))}
      locale={{ emptyText: say({ zh: '还没有导入', en: 'Nothing imported yet' }) }}
      pagination={paged(20)}
      columns={[
        { title: say({ zh: '时间', en: 'When' }), render: (_, { madeAt }) => whenText(madeAt) },
        { title: say({ zh: '谁', en: 'Who' }), render: (_, { madeBy }) => who(madeBy) },
        { title: say({ zh: '来源', en: 'From' }), dataIndex: 'source' },
        {
          title: say({ zh: '状态', en: 'State' }),
          render: (_, { state }) => <Tag color={stateColours[state]}>{say(stateWords[state])}</Tag>,
        },
        ...(
          [
            ['rows', { zh: '行', en: 'Rows' }],
            ['errors', { zh: '错误', en: 'Errors' }],
            ['warnings', { zh: '提醒', en: 'Warnings' }],
          ] as const
        ).map(([field, title]) => ({
          title: say(title),
          align: 'right' as const,
          render: (_: unknown, line: Line) => formatNumber(line[field]),
        })),
      ]}
    />
  )
}
