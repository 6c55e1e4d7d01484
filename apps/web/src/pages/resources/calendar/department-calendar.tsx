import type { CalendarLine } from '@kuashan/contract/calendar.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { domainWords } from '@kuashan/core/catalogue/terms.ts'
import { compareText } from '@kuashan/core/kernel/order.ts'
import { formatNumber, formatWeekday } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Spin, Table, Tag, Typography } from 'antd'
import { useState } from 'react'
import type { Known } from '../../../server/names.ts'
import { useAnswer, useChange } from '../../../server/server.ts'
import { useCounty, useMay } from '../../../shell/county.tsx'
import { FilterSelect } from '../../../shell/filter-select.tsx'
import { paged } from '../../../shell/paged.ts'
import { useRowSearch } from '../../../shell/row-search.tsx'
import { today } from '../../../shell/today.ts'
import { Trouble } from '../../../shell/trouble.tsx'
import { EnterEvent } from './enter-event.tsx'
import { ImportCalendar } from './import-calendar.tsx'

const stateWords: Readonly<Record<CalendarLine['state'], Words>> = {
  planned: { zh: '计划', en: 'planned' },
  joint: { zh: '已约合并', en: 'joint' },
  cancelled: { zh: '已取消', en: 'cancelled' },
}
const colours = { planned: 'default', joint: 'success', cancelled: 'warning' } as const

/** What is still to come, the next first; then what is over, the newest first. */
function comingFirst(lines: readonly CalendarLine[]): CalendarLine[] {
  const day = today()
  const byDay = lines.toSorted((a, b) => compareText(a.date, b.date))
  const coming = byDay.filter(({ date }) => date >= day)
  return [...coming, ...byDay.filter(({ date }) => date < day).reverse()]
}

/** What departments do in villages by themselves: entered one by one or as a table, seen by all. */
export function DepartmentCalendar({ known }: { known: Known }) {
  const say = useSay()
  const county = useCounty()
  const mayEnter = useMay(routes.calendar.enter)
  const asked = useAnswer(routes.calendar.list, { params: { county } })
  const [department, setDepartment] = useState<CalendarLine['department'] | null>(null)
  const { box, findRows } = useRowSearch(say({ zh: '在日历里找', en: 'Find in the calendar' }))
  if (asked.isPending) return <Spin size="large" />
  if (asked.error) return <Trouble error={asked.error} onRetry={() => asked.refetch()} />
  const all = comingFirst(asked.data.data)
  const rows = findRows(
    all.filter((line) => department === null || line.department === department),
    ({ village, purpose }) => [known.names.village(village), purpose],
  )
  return (
    <Flex vertical gap={12}>
      <Typography.Text type="secondary">
        {say({
          zh: '各部门自己下村的日子记在这里；和方案的到访碰在一起的，在“合并到访”里提出来。',
          en: 'Here stands what departments do in villages by themselves. Where it meets visits of a plan, it is offered under “Joint visits”.',
        })}
      </Typography.Text>
      {mayEnter && (
        <>
          <EnterEvent known={known} />
          <ImportCalendar />
        </>
      )}
      <Flex gap={12} align="center" wrap>
        {box}
        <FilterSelect
          label={say({ zh: '部门', en: 'Department' })}
          value={department}
          options={[...new Set(all.map((line) => line.department))].map((value) => ({
            value,
            label: say(domainWords[value]),
          }))}
          onChange={setDepartment}
        />
        <span role="status">
          {say({ zh: '{n} 项', en: 'Entries: {n}' }, { n: formatNumber(rows.length) })}
        </span>
      </Flex>
      <CalendarTable rows={rows} known={known} mayChange={mayEnter} />
    </Flex>
  )
}

interface CalendarTableProps {
  rows: CalendarLine[]
  known: Known
  mayChange: boolean
}

function CalendarTable({ rows, known, mayChange }: CalendarTableProps) {
  const say = useSay()
  const language = useLanguage()
  const county = useCounty()
  const save = useChange(routes.calendar.save, ['calendar'])
  const day = today()
  const turn = ({ id, version, ...entry }: CalendarLine) =>
    save.mutate({
      params: { county, event: id },
      version: String(version),
      body: { ...entry, state: entry.state === 'cancelled' ? 'planned' : 'cancelled' },
    })
  return (
    <>
      {save.error && <Trouble error={save.error} />}
      <Table<CalendarLine>
        size="small"
        rowKey="id"
        dataSource={rows}
        pagination={paged(20)}
        locale={{ emptyText: say({ zh: '日历还是空的', en: 'The calendar is empty' }) }}
        columns={[
          {
            title: say({ zh: '日期', en: 'Day' }),
            render: (_, { date }) => `${date} ${formatWeekday(date, language)}`,
          },
          {
            title: say({ zh: '部门', en: 'Department' }),
            render: (_, line) => say(domainWords[line.department]),
          },
          {
            title: say({ zh: '村', en: 'Village' }),
            render: (_, { village }) => known.names.village(village),
          },
          {
            title: say({ zh: '事项', en: 'What' }),
            render: (_, { purpose, note }) => (
              <>
                <span lang="zh">{purpose}</span>
                {note && <div lang="zh">{note}</div>}
              </>
            ),
          },
          {
            title: say({ zh: '状态', en: 'State' }),
            render: (_, { state, date }) => (
              <>
                <Tag color={colours[state]}>{say(stateWords[state])}</Tag>
                {date < day && say({ zh: '日子已过', en: 'the day is over' })}
              </>
            ),
          },
          ...(mayChange
            ? [
                {
                  title: say({ zh: '操作', en: 'Actions' }),
                  render: (_: unknown, line: CalendarLine) => (
                    <Button size="small" loading={save.isPending} onClick={() => turn(line)}>
                      {line.state === 'cancelled'
                        ? say({ zh: '恢复', en: 'Put back' })
                        : say({ zh: '取消这一项', en: 'Cancel it' })}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  )
}
