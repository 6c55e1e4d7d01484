import type { GapLine } from '@kuashan/contract/measures.ts'
import type { Territory } from '@kuashan/contract/territory.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Checkbox, Flex, Input, Select, Table, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { useOwnName } from '../../shell/own-name.ts'
import { paged } from '../../shell/paged.ts'
import { useFoundPlaces } from '../../shell/place-finder.ts'
import type { CellFilter } from './cell-filter.ts'
import { filterGaps, noGapFilter } from './gap-filter.ts'
import { Why } from './why.tsx'

interface GapListProps {
  gaps: readonly GapLine[]
  remote: ReadonlySet<string>
  territory: Territory
  serviceName: (id: string) => string
  onDrill: (filter: CellFilter) => void
}

/** Every gap by name with why; remote settlements first, then the worst off. */
export function GapList({ gaps, remote, territory, serviceName, onDrill }: GapListProps) {
  const say = useSay()
  const [filter, setFilter] = useState(noGapFilter)
  const [typed, setTyped] = useState('')
  const found = useFoundPlaces(territory, typed)
  const rows = useMemo(
    () => filterGaps(gaps, remote, { ...filter, found }),
    [gaps, remote, filter, found],
  )
  const own = useOwnName()
  const divisions = new Map(territory.divisions.map((d) => [d.code, own(d)]))
  const settlements = new Map(territory.settlements.map((s) => [s.id, own(s)]))
  const services = [...new Set(gaps.map((gap) => gap.service))]
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center" wrap>
        <Input
          allowClear
          style={{ width: 250 }}
          placeholder={say({ zh: '名称、拼音或首字母', en: 'Name, pinyin or initials' })}
          aria-label={say({ zh: '按居民点名称查找', en: 'Find a settlement' })}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Select
          allowClear
          style={{ width: 240 }}
          placeholder={say({ zh: '全部服务', en: 'All services' })}
          aria-label={say({ zh: '服务', en: 'Service' })}
          options={services.map((value) => ({ value, label: serviceName(value) }))}
          onChange={(service?: string) => setFilter({ ...filter, service: service ?? null })}
        />
        <Select
          allowClear
          style={{ width: 180 }}
          placeholder={say({ zh: '全部乡镇', en: 'All townships' })}
          aria-label={say({ zh: '乡镇', en: 'Township' })}
          options={territory.divisions
            .filter((d) => d.level === 'township')
            .map((d) => ({ value: d.code, label: own(d) }))}
          onChange={(township?: string) => setFilter({ ...filter, township: township ?? null })}
        />
        <Checkbox onChange={(event) => setFilter({ ...filter, remoteOnly: event.target.checked })}>
          {say({ zh: '只看偏远', en: 'Remote only' })}
        </Checkbox>
        <span role="status">
          {say({ zh: '{n} 处', en: '{n} {n|gap|gaps}' }, { n: formatNumber(rows.length) })}
        </span>
      </Flex>
      <Table
        size="small"
        rowKey={(gap) => `${gap.settlement} ${gap.service}`}
        dataSource={rows}
        locale={{ emptyText: say({ zh: '没有缺口', en: 'No gaps' }) }}
        pagination={paged(20)}
        columns={[
          {
            title: say({ zh: '居民点', en: 'Settlement' }),
            render: (_, { settlement, name, division }) => (
              <>
                <Button
                  type="link"
                  size="small"
                  style={{ padding: 0 }}
                  onClick={() => onDrill({ settlement })}
                >
                  {settlements.get(settlement) ?? name}
                </Button>{' '}
                {remote.has(settlement) && (
                  <Tag color="warning">{say({ zh: '偏远', en: 'remote' })}</Tag>
                )}
                <div>
                  <small>{divisions.get(division) ?? division}</small>
                </div>
              </>
            ),
          },
          {
            title: say({ zh: '服务', en: 'Service' }),
            render: (_, { service }) => serviceName(service),
          },
          {
            title: say({ zh: '人', en: 'People' }),
            align: 'right',
            sorter: (a, b) => a.people - b.people,
            render: (_, { people }) => formatNumber(people, 1),
          },
          {
            title: say({ zh: '为什么', en: 'Why' }),
            render: (_, gap) => <Why gap={gap} />,
          },
        ]}
      />
    </Flex>
  )
}
