import type { Improvement, Job } from '@kuashan/contract/jobs.ts'
import { formatNumber, formatYuan } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Table } from 'antd'
import { paged } from '../../shell/paged.ts'
import { capitalOf } from './plan-figures.ts'

/** How the best plan has improved while it was being made; the newest first. */
export function Improvements({ job }: { job: Pick<Job, 'improvements'> }) {
  const say = useSay()
  const language = useLanguage()
  const rows = [...job.improvements].reverse()
  const inParts = rows.some((row) => row.parts > 1)
  return (
    <Table<Improvement>
      size="small"
      style={{ marginTop: 12 }}
      rowKey={(row) => `${row.seconds} ${row.part} ${row.costs.cashFen} ${row.peopleMissed}`}
      dataSource={rows}
      pagination={paged(5)}
      columns={[
        {
          title: say({ zh: '算了多久', en: 'After' }),
          render: (_, row) =>
            say({ zh: '{n} 秒', en: '{n} s' }, { n: formatNumber(row.seconds, 1) }),
        },
        ...(inParts
          ? [
              {
                title: say({ zh: '第几片', en: 'Territory' }),
                render: (_: unknown, row: Improvement) => `${row.part}/${row.parts}`,
              },
            ]
          : []),
        {
          title: say({ zh: '目前最好：未达标项', en: 'Best so far: floors missed' }),
          align: 'right',
          render: (_, row) => formatNumber(row.missed),
        },
        {
          title: say({ zh: '受影响的人', en: 'People missed' }),
          align: 'right',
          render: (_, row) => formatNumber(row.peopleMissed),
        },
        {
          title: say({ zh: '现金，每年', en: 'Cash a year' }),
          align: 'right',
          render: (_, row) => formatYuan(row.costs.cashFen, language),
        },
        {
          title: say({ zh: '资本，一次性', en: 'Capital, once' }),
          align: 'right',
          render: (_, row) => formatYuan(capitalOf(row.costs), language),
        },
        {
          title: say({ zh: '工时，每年', en: 'Staff hours a year' }),
          align: 'right',
          render: (_, row) => formatNumber(row.costs.staffHours),
        },
      ]}
    />
  )
}
