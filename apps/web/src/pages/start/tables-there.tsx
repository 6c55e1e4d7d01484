import { tableWords } from '@kuashan/core/plan/import/table-words.ts'
import { type TableGuide, tableGuide } from '@kuashan/core/plan/template/table-guide.ts'
import type { TableName } from '@kuashan/core/territory/import/column.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Table, Tag } from 'antd'

const neededWords: Readonly<Record<TableGuide['needed'], Words>> = {
  first: { zh: '先要', en: 'first' },
  plan: { zh: '做方案要', en: 'for a plan' },
  later: { zh: '以后', en: 'later' },
}

const order: readonly TableGuide['needed'][] = ['first', 'plan', 'later']

const tables = (Object.keys(tableGuide) as TableName[]).sort(
  (a, b) => order.indexOf(tableGuide[a].needed) - order.indexOf(tableGuide[b].needed),
)

interface TablesThereProps {
  /** Rows in force, by table. */
  counts: Readonly<Record<string, number>>
  hasData: boolean
}

/** Which tables there are, which lack, and who has them. */
export function TablesThere({ counts, hasData }: TablesThereProps) {
  const say = useSay()
  return (
    <Table
      size="small"
      style={{ marginTop: 16 }}
      rowKey={(name) => name}
      dataSource={tables}
      pagination={false}
      columns={[
        {
          title: say({ zh: '表', en: 'Table' }),
          onCell: () => ({ style: { whiteSpace: 'nowrap' } }),
          render: (_, name) => say(tableWords[name]),
        },
        {
          title: say({ zh: '要不要', en: 'Needed' }),
          onCell: () => ({ style: { whiteSpace: 'nowrap' } }),
          render: (_, name) => say(neededWords[tableGuide[name].needed]),
        },
        { title: say({ zh: '内容', en: 'What' }), render: (_, name) => say(tableGuide[name].what) },
        {
          title: say({ zh: '向谁要', en: 'From whom' }),
          render: (_, name) => say(tableGuide[name].from),
        },
        {
          title: say({ zh: '已有', en: 'There' }),
          align: 'right',
          render: (_, name) => {
            const rows = counts[name]
            if (rows) return formatNumber(rows)
            const lacks = (!hasData || rows === 0) && tableGuide[name].needed !== 'later'
            return lacks ? <Tag color="warning">{say({ zh: '缺', en: 'lacks' })}</Tag> : '–'
          },
        },
      ]}
    />
  )
}
