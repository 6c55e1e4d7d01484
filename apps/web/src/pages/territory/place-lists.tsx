import type { Territory } from '@kuashan/contract/territory.ts'
import { facilityKindWords } from '@kuashan/core/catalogue/terms.ts'
import type { Facility } from '@kuashan/core/resources/facility.ts'
import type { Settlement } from '@kuashan/core/territory/settlement.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Table, Tabs, Tag } from 'antd'
import { facilityStateWords } from '../../parts/places/place-words.ts'
import { useDivisions } from '../../server/divisions.ts'
import { useOwnName } from '../../shell/own-name.ts'
import { paged } from '../../shell/paged.ts'
import type { PlaceFilter } from './place-filter.ts'
import { PlaceFilters } from './place-filters.tsx'

interface PlaceListsProps {
  territory: Territory
  /** What fits the filter. */
  settlements: readonly Settlement[]
  facilities: readonly Facility[]
  remote: ReadonlySet<string>
  filter: PlaceFilter
  onFilter: (filter: PlaceFilter) => void
  onTyped: (typed: string) => void
  selected: string | null
  onSelect: (id: string) => void
}

/** Settlements and facilities by name; whatever the map shows is found here by keyboard. */
export function PlaceLists(props: PlaceListsProps) {
  const say = useSay()
  const { territory, settlements, facilities, filter, onFilter, onTyped } = props
  return (
    <div>
      <PlaceFilters territory={territory} filter={filter} onFilter={onFilter} onTyped={onTyped} />
      <Tabs
        size="small"
        items={[
          {
            key: 'settlements',
            label: say(
              { zh: '居民点（{n}）', en: 'Settlements ({n})' },
              { n: formatNumber(settlements.length) },
            ),
            children: <SettlementTable {...props} />,
          },
          {
            key: 'facilities',
            label: say(
              { zh: '设施（{n}）', en: 'Facilities ({n})' },
              { n: formatNumber(facilities.length) },
            ),
            children: <FacilityTable {...props} />,
          },
        ]}
      />
    </div>
  )
}

const pagination = paged(15)
const chosen = (selected: string | null) => (place: { id: string }) =>
  place.id === selected ? 'ant-table-row-selected' : ''

const PlaceButton = ({ name, onClick }: { name: string; onClick: () => void }) => (
  <Button type="link" size="small" style={{ padding: 0 }} onClick={onClick}>
    {name}
  </Button>
)

function SettlementTable({ territory, settlements, remote, selected, onSelect }: PlaceListsProps) {
  const say = useSay()
  const own = useOwnName()
  const divisions = new Map(territory.divisions.map((d) => [d.code, own(d)]))
  return (
    <Table
      size="small"
      rowKey="id"
      dataSource={settlements}
      pagination={pagination}
      rowClassName={chosen(selected)}
      locale={{ emptyText: say({ zh: '没有符合的居民点', en: 'No settlement fits' }) }}
      columns={[
        {
          title: say({ zh: '居民点', en: 'Settlement' }),
          sorter: (a, b) => a.name.localeCompare(b.name, 'zh'),
          render: (_, s) => (
            <>
              <PlaceButton name={own(s)} onClick={() => onSelect(s.id)} />{' '}
              {remote.has(s.id) && <Tag color="warning">{say({ zh: '偏远', en: 'remote' })}</Tag>}
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
  )
}

function FacilityTable({ facilities, selected, onSelect }: PlaceListsProps) {
  const say = useSay()
  const own = useOwnName()
  const { name: divisionName } = useDivisions()
  return (
    <Table
      size="small"
      rowKey="id"
      dataSource={facilities}
      pagination={pagination}
      rowClassName={chosen(selected)}
      locale={{ emptyText: say({ zh: '没有符合的设施', en: 'No facility fits' }) }}
      columns={[
        {
          title: say({ zh: '设施', en: 'Facility' }),
          sorter: (a, b) => a.name.localeCompare(b.name, 'zh'),
          render: (_, f) => (
            <>
              <PlaceButton name={own(f)} onClick={() => onSelect(f.id)} />{' '}
              {f.at === null && <Tag>{say({ zh: '无坐标', en: 'not located' })}</Tag>}
            </>
          ),
        },
        {
          title: say({ zh: '类别', en: 'Kind' }),
          render: (_, f) => say(facilityKindWords[f.kind]),
        },
        {
          title: say({ zh: '状态', en: 'State' }),
          render: (_, f) => say(facilityStateWords[f.state]),
        },
        {
          title: say({ zh: '村', en: 'Village' }),
          render: (_, f) => divisionName(f.division),
        },
      ]}
    />
  )
}
