import type { Territory } from '@kuashan/contract/territory.ts'
import type { Settlement } from '@kuashan/core/territory/settlement.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Input, Table, Tag } from 'antd'
import { useMemo, useState } from 'react'

interface PlaceTableProps {
  territory: Territory
  /** Ids of remote settlements. */
  far: ReadonlySet<string>
  selected: string | null
  onSelect: (id: string) => void
}

/** Settlements by name; whatever the map shows is found here by keyboard. */
export function PlaceTable({ territory, far, selected, onSelect }: PlaceTableProps) {
  const say = useSay()
  const [wanted, setWanted] = useState('')
  const divisions = useMemo(
    () => new Map(territory.divisions.map((d) => [d.code, d.name])),
    [territory],
  )
  const rows = territory.settlements.filter(
    (s) => s.name.includes(wanted) || s.otherNames.some((n) => n.includes(wanted)),
  )
  return (
    <>
      <Input.Search
        allowClear
        placeholder={say({ zh: '按名称查找', en: 'Find by name' })}
        aria-label={say({ zh: '按名称查找居民点', en: 'Find a settlement by name' })}
        onChange={(event) => setWanted(event.target.value.trim())}
      />
      <Table<Settlement>
        size="small"
        rowKey="id"
        dataSource={rows}
        pagination={{ pageSize: 15, showSizeChanger: false }}
        rowClassName={(s) => (s.id === selected ? 'ant-table-row-selected' : '')}
        columns={[
          {
            title: say({ zh: '居民点', en: 'Settlement' }),
            sorter: (a, b) => a.name.localeCompare(b.name, 'zh'),
            render: (_, s) => (
              <>
                <Button type="link" size="small" onClick={() => onSelect(s.id)}>
                  {s.name}
                </Button>{' '}
                {far.has(s.id) && <Tag color="warning">{say({ zh: '偏远', en: 'remote' })}</Tag>}
                {s.at === null && <Tag>{say({ zh: '无坐标', en: 'not located' })}</Tag>}
              </>
            ),
          },
          {
            title: say({ zh: '行政村', en: 'Village' }),
            render: (_, s) => divisions.get(s.division) ?? s.division,
          },
          {
            title: say({ zh: '常住', en: 'Residents' }),
            align: 'right',
            defaultSortOrder: 'descend',
            sorter: (a, b) => a.permanent.total - b.permanent.total,
            render: (_, s) => formatNumber(s.permanent.total),
          },
          {
            title: say({ zh: '户籍', en: 'Registered' }),
            align: 'right',
            sorter: (a, b) => (a.registered ?? 0) - (b.registered ?? 0),
            render: (_, s) => (s.registered === null ? '–' : formatNumber(s.registered)),
          },
        ]}
      />
    </>
  )
}
