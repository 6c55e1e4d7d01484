import type { TableChange } from '@kuashan/contract/counties.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Table } from 'antd'
import { useAnswer } from '../../../server/server.ts'
import { useCounty } from '../../../shell/county.tsx'
import { useOwnName } from '../../../shell/own-name.ts'
import { paged } from '../../../shell/paged.ts'
import { fieldText } from './field-words.ts'

const tableWords: Readonly<Record<string, Words>> = {
  divisions: { zh: '行政区划', en: 'Divisions' },
  settlements: { zh: '居民点', en: 'Settlements' },
  facilities: { zh: '设施', en: 'Facilities' },
  vehicles: { zh: '车辆', en: 'Vehicles' },
  staff: { zh: '人员', en: 'Staff' },
  funds: { zh: '资金', en: 'Funds' },
  buses: { zh: '班车', en: 'Buses' },
  standards: { zh: '标准', en: 'Standards' },
}

const changeWords: Readonly<Record<TableChange['rows'][number]['change'], Words>> = {
  added: { zh: '新增', en: 'added' },
  changed: { zh: '改动', en: 'changed' },
  removed: { zh: '删去', en: 'removed' },
}

/** What an import changes, table by table; a table opens to its first rows. */
export function ImportChanges({ changes }: { changes: readonly TableChange[] }) {
  const say = useSay()
  return (
    <Table
      size="small"
      rowKey="table"
      dataSource={changes}
      pagination={false}
      locale={{ emptyText: say({ zh: '没有变化', en: 'Nothing changes' }) }}
      expandable={{
        columnTitle: say({ zh: '展开', en: 'Open' }),
        columnWidth: 70,
        expandedRowRender: ({ rows }) => <Rows rows={rows} />,
      }}
      columns={[
        {
          title: say({ zh: '表', en: 'Table' }),
          render: (_, { table }) => say(tableWords[table] ?? { zh: table, en: table }),
        },
        ...(['added', 'changed', 'removed'] as const).map((kind) => ({
          key: kind,
          title: say(changeWords[kind]),
          align: 'right' as const,
          render: (_: unknown, change: TableChange) => formatNumber(change[kind]),
        })),
      ]}
    />
  )
}

function Rows({ rows }: Pick<TableChange, 'rows'>) {
  const say = useSay()
  const language = useLanguage()
  const own = useOwnName()
  const places = useAnswer(routes.territory.places, { params: { county: useCounty() } }).data?.data
  const here = new Map(
    places && [
      ...places.settlements.map((s) => [s.id, own(s)] as const),
      ...places.facilities.map((f) => [f.id, own(f)] as const),
      ...places.divisions.map((d) => [d.code, own(d)] as const),
    ],
  )
  return (
    <Table
      size="small"
      rowKey="id"
      dataSource={rows}
      pagination={paged(10)}
      columns={[
        {
          title: say({ zh: '名称', en: 'Name' }),
          render: (_, { id, name, fields }) =>
            fields.includes('name') ? name : (here.get(id) ?? name),
        },
        {
          title: say({ zh: '变化', en: 'Change' }),
          render: (_, { change }) => say(changeWords[change]),
        },
        {
          title: say({ zh: '改了什么', en: 'What changes' }),
          render: (_, { fields }) =>
            fields.map((field) => fieldText(field, language)).join(say({ zh: '、', en: ', ' })),
        },
      ]}
    />
  )
}
