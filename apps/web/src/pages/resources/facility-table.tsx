import { domainWords, facilityKindWords } from '@kuashan/core/catalogue/terms.ts'
import type { Facility, FacilityState } from '@kuashan/core/resources/facility.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Checkbox, Flex, Table, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { facilityStateWords } from '../../parts/places/place-words.ts'
import type { Known } from '../../server/names.ts'
import { FilterSelect } from '../../shell/filter-select.tsx'
import { paged } from '../../shell/paged.ts'
import { useRowSearch } from '../../shell/row-search.tsx'
import { departmentsIn } from './shared-rooms.ts'

const stateColours: Record<FacilityState, string> = {
  open: 'success',
  vacant: 'warning',
  planned: 'default',
  closed: 'error',
}
const states = Object.keys(facilityStateWords) as FacilityState[]

/** Buildings by kind and state; their names lead to the map. */
export function FacilityTable({ known: { names, territory, catalogue } }: { known: Known }) {
  const say = useSay()
  const [kind, setKind] = useState<Facility['kind'] | null>(null)
  const [state, setState] = useState<FacilityState | null>(null)
  const [sharedOnly, setSharedOnly] = useState(false)
  const { facilities } = territory
  const { box, findRows } = useRowSearch(say({ zh: '在设施里找', en: 'Find in the facilities' }))
  const rows = findRows(
    facilities.filter(
      (f) =>
        (kind === null || f.kind === kind) &&
        (state === null || f.state === state) &&
        (!sharedOnly || departmentsIn(f, catalogue.services).length > 1),
    ),
    (f) => [names.facility(f.id), f.name, names.village(f.division)],
  )
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center" wrap>
        {box}
        <FilterSelect
          label={say({ zh: '类别', en: 'Kind' })}
          value={kind}
          options={[...new Set(facilities.map((f) => f.kind))].map((value) => ({
            value,
            label: say(facilityKindWords[value]),
          }))}
          onChange={setKind}
        />
        <FilterSelect
          label={say({ zh: '状态', en: 'State' })}
          value={state}
          options={states.map((value) => ({ value, label: say(facilityStateWords[value]) }))}
          onChange={setState}
        />
        <Checkbox onChange={(event) => setSharedOnly(event.target.checked)}>
          {say({ zh: '只看几个部门共用的', en: 'Only those that departments share' })}
        </Checkbox>
        <span role="status">
          {say(
            { zh: '{n} 处', en: '{n} {n|facility|facilities}' },
            { n: formatNumber(rows.length) },
          )}
        </span>
      </Flex>
      <Table<Facility>
        size="small"
        rowKey="id"
        dataSource={rows}
        locale={{ emptyText: say({ zh: '没有设施', en: 'No facilities' }) }}
        pagination={paged(20)}
        columns={[
          {
            title: say({ zh: '设施', en: 'Facility' }),
            sorter: (a, b) => names.facility(a.id).localeCompare(names.facility(b.id), 'zh'),
            render: (_, { id }) => (
              <Link to={`/territory?place=${encodeURIComponent(id)}`}>{names.facility(id)}</Link>
            ),
          },
          {
            title: say({ zh: '类别', en: 'Kind' }),
            render: (_, f) => say(facilityKindWords[f.kind]),
          },
          {
            title: say({ zh: '状态', en: 'State' }),
            render: (_, f) => (
              <>
                <Tag color={stateColours[f.state]}>{say(facilityStateWords[f.state])}</Tag>
                {f.unfit.length > 0 && (
                  <Tag color="error">{say({ zh: '不可用', en: 'Not usable' })}</Tag>
                )}
              </>
            ),
          },
          {
            title: say({ zh: '哪些部门共用', en: 'Shared by departments' }),
            render: (_, f) =>
              departmentsIn(f, catalogue.services)
                .map((domain) => say(domainWords[domain]))
                .join(say({ zh: '、', en: ', ' })) || '—',
          },
          {
            title: say({ zh: '行政村', en: 'Village' }),
            render: (_, f) => names.village(f.division),
          },
          {
            title: say({ zh: '乡镇', en: 'Township' }),
            render: (_, f) => names.township(f.division),
          },
          {
            title: say({ zh: '全年人员工时', en: 'Staff hours a year' }),
            align: 'right',
            sorter: (a, b) => a.staffHoursYear - b.staffHoursYear,
            render: (_, f) => formatNumber(f.staffHoursYear),
          },
        ]}
      />
    </Flex>
  )
}
