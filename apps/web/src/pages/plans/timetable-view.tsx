import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { formatClock, formatDay, formatNumber, formatWeekday } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Empty, Flex, Segmented, Table, Typography } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import type { Known } from '../../server/names.ts'
import { SearchSelect } from '../../shell/search-select.tsx'
import { usePrinting } from '../../shell/use-printing.ts'
import { CrewLine } from './crew-line.tsx'
import { DayStrip } from './edit/day-strip.tsx'
import { keyOf, type TimetableBy, timetableKeys, type VisitRow, visitRows } from './timetable.ts'

interface TimetableViewProps {
  plan: Plan
  known: Known
  /** What can be done with a visit, beside it. */
  actions?: ((row: VisitRow) => ReactNode) | undefined
  /** A visit was dragged onto a day. */
  onDrop?: (row: VisitRow, date: PlainDate) => void
}

/** When somebody comes: for a village, for a crew’s day out, for a vehicle. Prints as it stands. */
export function TimetableView({ plan, known, actions, onDrop }: TimetableViewProps) {
  const say = useSay()
  const language = useLanguage()
  const { names, territory } = known
  const [by, setBy] = useState<TimetableBy>('village')
  const [chosen, setChosen] = useState<Partial<Record<TimetableBy, string>>>({})
  const [dragged, setDragged] = useState<VisitRow | null>(null)
  const rows = useMemo(
    () => visitRows(plan, new Map(territory.settlements.map((s) => [s.id, s.division]))),
    [plan, territory],
  )
  const nameOf = (key: string): string => {
    if (by === 'village')
      return names.village(key) || say({ zh: '不知哪个村', en: 'village unknown' })
    if (by === 'vehicle') return names.vehicle(key)
    const [date = '', vehicle = ''] = splitOnce(key)
    const day = date as PlainDate
    return `${formatDay(day, language)} ${formatWeekday(day, language)} · ${names.vehicle(vehicle)}`
  }
  const keys = timetableKeys(rows, by).map(({ key, visits }) => ({
    key,
    visits,
    name: nameOf(key),
  }))
  if (by !== 'crew') keys.sort((a, b) => a.name.localeCompare(b.name, 'zh'))
  const key = chosen[by] ?? keys[0]?.key
  if (key === undefined)
    return <Empty description={say({ zh: '这个方案没有巡回', en: 'This plan has no tours' })} />
  const shown = rows.filter((row) => keyOf(row, by) === key)
  const tour = plan.tours.find(({ id }) => by === 'crew' && id === shown[0]?.tour)
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center" wrap className="no-print">
        <Segmented<TimetableBy>
          aria-label={say({ zh: '按什么看', en: 'Read by' })}
          value={by}
          onChange={setBy}
          options={[
            { value: 'village', label: say({ zh: '按村', en: 'By village' }) },
            { value: 'crew', label: say({ zh: '按车组', en: 'By crew' }) },
            { value: 'vehicle', label: say({ zh: '按车辆', en: 'By vehicle' }) },
          ]}
        />
        <SearchSelect
          style={{ minWidth: 260 }}
          aria-label={say({ zh: '看哪一个', en: 'Which one' })}
          value={key}
          onChange={(next) => setChosen({ ...chosen, [by]: next })}
          options={keys.map((k) => ({
            value: k.key,
            label: `${k.name} · ${say({ zh: '{n} 次', en: '{n} {n|visit|visits}' }, { n: k.visits })}`,
          }))}
        />
        <Button onClick={() => window.print()}>{say({ zh: '打印', en: 'Print' })}</Button>
      </Flex>
      <Typography.Title level={3} style={{ fontSize: 16, margin: 0 }}>
        {nameOf(key)}
      </Typography.Title>
      {tour && <CrewLine tour={tour} plan={plan} known={known} />}
      {dragged && onDrop && (
        <DayStrip
          date={dragged.date}
          onDrop={(date) => {
            setDragged(null)
            onDrop(dragged, date)
          }}
        />
      )}
      <VisitTable
        rows={shown}
        by={by}
        known={known}
        actions={actions}
        onDrag={onDrop ? setDragged : undefined}
      />
    </Flex>
  )
}

const inOneLine = (text: string) => <span style={{ whiteSpace: 'nowrap' }}>{text}</span>

/** A key of a crew’s day: the date, then the vehicle, whose id may hold anything. */
const splitOnce = (key: string): string[] => [key.slice(0, 10), key.slice(11)]

interface VisitTableProps {
  rows: VisitRow[]
  by: TimetableBy
  known: Known
  actions: ((row: VisitRow) => ReactNode) | undefined
  /** A row begins to be dragged; null where it is let go. */
  onDrag: ((row: VisitRow | null) => void) | undefined
}

function VisitTable({ rows, by, known: { names }, actions, onDrag }: VisitTableProps) {
  const say = useSay()
  const language = useLanguage()
  // On paper there is no next page to turn to.
  const isPrinting = usePrinting()
  const comma = say({ zh: '、', en: ', ' })
  const columns = [
    {
      key: 'day',
      title: say({ zh: '日期', en: 'Day' }),
      render: (_: unknown, row: VisitRow) =>
        inOneLine(`${formatDay(row.date, language)} ${formatWeekday(row.date, language)}`),
    },
    {
      key: 'vehicle',
      title: say({ zh: '车辆', en: 'Vehicle' }),
      render: (_: unknown, row: VisitRow) => names.vehicle(row.vehicle),
    },
    {
      key: 'time',
      title: say({ zh: '时间', en: 'Time' }),
      render: (_: unknown, row: VisitRow) =>
        inOneLine(`${formatClock(row.arrive)}–${formatClock(row.leave)}`),
    },
    {
      key: 'stop',
      title: say({ zh: '停靠点', en: 'Stop' }),
      render: (_: unknown, row: VisitRow) => names.settlement(row.settlement),
    },
    {
      key: 'services',
      title: say({ zh: '服务', en: 'Services' }),
      render: (_: unknown, row: VisitRow) =>
        row.services.map((service) => names.service(service)).join(comma),
    },
    {
      key: 'people',
      title: say({ zh: '预计人次', en: 'Person-times expected' }),
      align: 'right' as const,
      render: (_: unknown, row: VisitRow) => formatNumber(row.personTimes),
    },
    ...(actions
      ? [
          {
            key: 'actions',
            className: 'no-print',
            title: say({ zh: '可以做', en: 'Actions' }),
            render: (_: unknown, row: VisitRow) => actions(row),
          },
        ]
      : []),
  ]
  return (
    <Table<VisitRow>
      size="small"
      rowKey="visit"
      onRow={(row) =>
        onDrag && !row.locked
          ? {
              draggable: true,
              style: { cursor: 'grab' },
              onDragStart: () => onDrag(row),
              onDragEnd: () => onDrag(null),
            }
          : {}
      }
      dataSource={rows}
      columns={columns.filter(
        ({ key }) => key !== by && !(by === 'crew' && (key === 'day' || key === 'vehicle')),
      )}
      pagination={
        rows.length > 60 && !isPrinting ? { pageSize: 60, showSizeChanger: false } : false
      }
    />
  )
}
