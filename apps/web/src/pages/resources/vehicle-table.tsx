import { vehicleKindWords } from '@kuashan/core/catalogue/terms.ts'
import {
  type InspectionState,
  type Readiness,
  readinessOn,
} from '@kuashan/core/resources/readiness.ts'
import type { Vehicle } from '@kuashan/core/resources/vehicle.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Flex, Table, Tag } from 'antd'
import { useMemo, useState } from 'react'
import type { Known } from '../../server/names.ts'
import { FilterSelect } from '../../shell/filter-select.tsx'
import { paged } from '../../shell/paged.ts'
import { useRowSearch } from '../../shell/row-search.tsx'
import { today } from '../../shell/today.ts'
import { useSayBlock } from './block-words.ts'
import { useEditColumn } from './edit-drawer.tsx'

const inspectionWords: Record<InspectionState, Words> = {
  expired: { zh: '年检已过期', en: 'Inspection expired' },
  soon: { zh: '30 天内到期', en: 'Expires within 30 days' },
  good: { zh: '年检有效', en: 'Inspected' },
  unknown: { zh: '未登记年检', en: 'No inspection on record' },
}
const inspectionColours: Record<InspectionState, string> = {
  expired: 'error',
  soon: 'warning',
  good: 'success',
  unknown: 'default',
}

type Row = Vehicle & { ready: Readiness }
type Standing = InspectionState | 'blocked'

interface Filter {
  kind: Vehicle['kind'] | null
  depot: string | null
  standing: Standing | null
}

const passes = ({ kind, depot, standing }: Filter, row: Row): boolean =>
  (kind === null || row.kind === kind) &&
  (depot === null || row.depot === depot) &&
  (standing === null ||
    (standing === 'blocked' ? row.ready.blocks.length > 0 : row.ready.inspection === standing))

/** Vehicles with their inspection and all that keeps them from being sent out today. */
export function VehicleTable({ known }: { known: Known }) {
  const say = useSay()
  const sayBlock = useSayBlock()
  const { names, resources, territory } = known
  const [filter, setFilter] = useState<Filter>({ kind: null, depot: null, standing: null })
  const all = useMemo(() => {
    const there = { facilities: territory.facilities, staff: resources.staff }
    const day = today()
    return resources.vehicles.map((v) => ({ ...v, ready: readinessOn(v, there, day) }))
  }, [resources, territory])
  const { box, findRows } = useRowSearch(say({ zh: '在车辆里找', en: 'Find in the vehicles' }))
  const { column, drawer } = useEditColumn<Row>('vehicles', known, ({ id }) => names.vehicle(id))
  const rows = findRows(
    all.filter((row) => passes(filter, row)),
    ({ id, name, kind, depot }) => [
      names.vehicle(id),
      name,
      id,
      say(vehicleKindWords[kind]),
      names.facility(depot),
    ],
  )
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} wrap>
        {box}
        <VehicleFilter known={known} filter={filter} onChange={setFilter} count={rows.length} />
      </Flex>
      <Table<Row>
        size="small"
        rowKey="id"
        dataSource={rows}
        locale={{ emptyText: say({ zh: '没有车辆', en: 'No vehicles' }) }}
        pagination={paged(20)}
        columns={[
          {
            title: say({ zh: '车辆', en: 'Vehicle' }),
            sorter: (a, b) => names.vehicle(a.id).localeCompare(names.vehicle(b.id), 'zh'),
            render: (_, { id }) => names.vehicle(id),
          },
          {
            title: say({ zh: '类别', en: 'Kind' }),
            render: (_, { kind }) => say(vehicleKindWords[kind]),
          },
          {
            title: say({ zh: '停放点', en: 'Depot' }),
            render: (_, { depot }) => names.facility(depot),
          },
          {
            title: say({ zh: '随车人员', en: 'Crew' }),
            align: 'right',
            render: (_, { crew }) => formatNumber(crew),
          },
          {
            title: say({ zh: '年检', en: 'Inspection' }),
            sorter: (a, b) => (a.inspectionUntil ?? '').localeCompare(b.inspectionUntil ?? ''),
            render: (_, { inspectionUntil, ready }) => (
              <>
                <Tag color={inspectionColours[ready.inspection]}>
                  {say(inspectionWords[ready.inspection])}
                </Tag>
                {inspectionUntil}
              </>
            ),
          },
          {
            title: say({ zh: '今天能否出车', en: 'Can it go out today' }),
            render: (_, { ready }) =>
              ready.blocks.length === 0 ? (
                <Tag color="success">{say({ zh: '可以', en: 'Yes' })}</Tag>
              ) : (
                ready.blocks.map((block) => <div key={sayBlock(block)}>{sayBlock(block)}</div>)
              ),
          },
          column,
        ]}
      />
      {drawer}
    </Flex>
  )
}

interface VehicleFilterProps {
  known: Known
  filter: Filter
  onChange: (filter: Filter) => void
  count: number
}

function VehicleFilter({ known, filter, onChange, count }: VehicleFilterProps) {
  const say = useSay()
  const { vehicles } = known.resources
  const standings: { value: Standing; words: Words }[] = [
    { value: 'blocked', words: { zh: '今天不能出车', en: 'Cannot go out today' } },
    ...(['expired', 'soon', 'good', 'unknown'] as const).map((value) => ({
      value,
      words: inspectionWords[value],
    })),
  ]
  return (
    <Flex gap={12} align="center" wrap>
      <FilterSelect
        label={say({ zh: '类别', en: 'Kind' })}
        value={filter.kind}
        options={[...new Set(vehicles.map((v) => v.kind))].map((value) => ({
          value,
          label: say(vehicleKindWords[value]),
        }))}
        onChange={(kind) => onChange({ ...filter, kind })}
      />
      <FilterSelect
        label={say({ zh: '停放点', en: 'Depot' })}
        value={filter.depot}
        options={[...new Set(vehicles.map((v) => v.depot))].map((value) => ({
          value,
          label: known.names.facility(value),
        }))}
        onChange={(depot) => onChange({ ...filter, depot })}
      />
      <FilterSelect
        label={say({ zh: '年检和出车', en: 'Inspection, dispatch' })}
        value={filter.standing}
        options={standings.map(({ value, words }) => ({ value, label: say(words) }))}
        onChange={(standing) => onChange({ ...filter, standing })}
      />
      <span role="status">
        {say({ zh: '{n} 辆', en: '{n} {n|vehicle|vehicles}' }, { n: count })}
      </span>
    </Flex>
  )
}
