import type { MeasurementView } from '@kuashan/contract/measures.ts'
import type { Territory } from '@kuashan/contract/territory.ts'
import { formatNumber, formatShare } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Alert, Drawer, Flex, Select, Spin, Table, Tag, Typography } from 'antd'
import { useMemo } from 'react'
import { Link } from 'react-router'
import {
  groupWords,
  modeWords,
  reachText,
  remotenessWords,
} from '../../parts/figures/figure-words.ts'
import { useCells } from '../../parts/figures/use-cells.ts'
import { useServices } from '../../server/services.ts'
import { ownName } from '../../shell/own-name.ts'
import { paged } from '../../shell/paged.ts'
import { Trouble } from '../../shell/trouble.tsx'
import { type CellFilter, filterCells, tallyCells } from './cell-filter.ts'
import { Why } from './why.tsx'

interface CellsDrawerProps {
  measurement: MeasurementView
  territory: Territory
  /** Null: closed. */
  filter: CellFilter | null
  onFilter: (filter: CellFilter | null) => void
}

/** The records behind a figure, which add up to it, with how each settlement is reached and why a floor is missed. */
export function CellsDrawer({ filter, onFilter, ...rest }: CellsDrawerProps) {
  const say = useSay()
  return (
    <Drawer
      open={filter !== null}
      onClose={() => onFilter(null)}
      size={980}
      destroyOnHidden
      title={say({ zh: '这个数字背后的记录', en: 'The records behind the figure' })}
    >
      {filter && <Cells filter={filter} onFilter={onFilter} {...rest} />}
    </Drawer>
  )
}

interface CellsProps extends CellsDrawerProps {
  filter: CellFilter
}

function Cells({ measurement, territory, filter, onFilter }: CellsProps) {
  const say = useSay()
  const language = useLanguage()
  const { name: serviceName } = useServices()
  const services = measurement.coverage.services.map(({ key }) => key)
  const { service, settlement } = filter
  const { cells, isLoading, error } = useCells(measurement.id, { service, settlement })
  const settlements = useMemo(
    () => new Map(territory.settlements.map((s) => [s.id, s])),
    [territory],
  )
  const names = useMemo(() => {
    return new Map([
      ...territory.divisions.map((d) => [d.code, ownName(d, language)] as const),
      ...territory.facilities.map((f) => [f.id, ownName(f, language)] as const),
      ...territory.settlements.map((s) => [s.id, ownName(s, language)] as const),
    ])
  }, [territory, language])
  const gaps = useMemo(
    () => new Map(measurement.gaps.map((gap) => [`${gap.settlement} ${gap.service}`, gap])),
    [measurement],
  )
  const rows = useMemo(
    () =>
      filterCells(
        cells,
        (id) => settlements.get(id)?.division ?? '',
        new Set(measurement.remote),
        filter,
      ),
    [cells, settlements, measurement, filter],
  )
  const { entitled, met } = tallyCells(rows)
  const narrowed = [
    filter.division === undefined ? null : (names.get(filter.division) ?? filter.division),
    filter.settlement === undefined ? null : (names.get(filter.settlement) ?? filter.settlement),
    filter.group === undefined
      ? null
      : say(groupWords[filter.group] ?? { zh: filter.group, en: filter.group }),
    filter.remote === undefined ? null : say(remotenessWords[filter.remote ? 'remote' : 'near']!),
  ].filter((part) => part !== null)
  if (error) return <Trouble error={error} />
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center" wrap>
        <Select
          style={{ width: 300 }}
          aria-label={say({ zh: '服务', en: 'Service' })}
          value={filter.service ?? ''}
          options={[
            { value: '', label: say({ zh: '全部服务', en: 'All services' }) },
            ...services.map((value) => ({ value, label: serviceName(value) })),
          ]}
          onChange={(chosen: string) => {
            const { service: _, ...others } = filter
            onFilter(chosen ? { ...others, service: chosen } : others)
          }}
        />
        {narrowed.map((part) => (
          <Tag key={part}>{part}</Tag>
        ))}
      </Flex>
      {isLoading ? (
        <Spin />
      ) : (
        <strong role="status">
          {say(
            {
              zh: '应享 {entitled}，达标 {met}：{share}',
              en: '{entitled} entitled, {met} met: {share}',
            },
            {
              entitled: formatNumber(entitled, 1),
              met: formatNumber(met, 1),
              share: entitled > 0 ? formatShare(met / entitled) : '–',
            },
          )}
        </strong>
      )}
      {rows.some((row) => row.estimated) && (
        <Alert
          type="info"
          showIcon
          title={say({
            zh: '标“估”的人数按年龄推算，不是登记数',
            en: 'Numbers marked “est.” are worked out from ages, not counted',
          })}
        />
      )}
      <Table
        size="small"
        loading={isLoading}
        rowKey={(row) => `${row.settlement} ${row.service}`}
        dataSource={rows}
        pagination={paged(20)}
        columns={[
          {
            title: say({ zh: '居民点', en: 'Settlement' }),
            render: (_, { settlement }) => (
              <Link to={`/territory?place=${encodeURIComponent(settlement)}`}>
                {names.get(settlement) ?? settlement}
              </Link>
            ),
          },
          {
            title: say({ zh: '服务', en: 'Service' }),
            hidden: filter.service !== undefined,
            render: (_, { service }) => serviceName(service),
          },
          {
            title: say({ zh: '人', en: 'People' }),
            align: 'right',
            render: (_, { people, estimated }) =>
              `${formatNumber(people, 1)}${estimated ? say({ zh: ' 估', en: ' est.' }) : ''}`,
          },
          {
            title: say({ zh: '达标', en: 'Met' }),
            render: (_, row) =>
              row.met ? (
                <Tag color="success">{say({ zh: '达标', en: 'met' })}</Tag>
              ) : (
                <Tag color="error">{say({ zh: '没达标', en: 'not met' })}</Tag>
              ),
          },
          {
            title: say({ zh: '怎么够到', en: 'How it is reached' }),
            render: (_, { reach }) =>
              reach ? (
                <>
                  {say(modeWords[reach.mode] ?? { zh: reach.mode, en: reach.mode })}
                  {say({ zh: '：', en: ': ' })}
                  {names.get(reach.place) ?? reach.place}
                  <div>
                    <small>{reachText(reach, language)}</small>
                  </div>
                </>
              ) : (
                say({ zh: '够不到', en: 'Not reached' })
              ),
          },
          {
            title: say({ zh: '差在哪里', en: 'What is missing' }),
            render: (_, { settlement, service }) => {
              const gap = gaps.get(`${settlement} ${service}`)
              return gap ? <Why gap={gap} /> : null
            },
          },
        ]}
      />
      <Typography.Paragraph type="secondary">{say(measurement.definition)}</Typography.Paragraph>
    </Flex>
  )
}
