import type { BookingLine } from '@kuashan/contract/pool.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { priceOf } from '@kuashan/core/resources/pool/book.ts'
import { formatClock, formatNumber, formatWeekday, formatYuan } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Popconfirm, Spin, Table, Tag } from 'antd'
import { useAnswer, useChange } from '../../../server/server.ts'
import { useCounty, useMay } from '../../../shell/county.tsx'
import { paged } from '../../../shell/paged.ts'
import { useRowSearch } from '../../../shell/row-search.tsx'
import { Trouble } from '../../../shell/trouble.tsx'

/** Who has what, when and what for; a booking is cancelled here. */
export function BookingList() {
  const say = useSay()
  const language = useLanguage()
  const county = useCounty()
  const resources = useAnswer(routes.pool.resources, { params: { county } })
  const asked = useAnswer(routes.pool.bookings, { params: { county } })
  const cancel = useChange(routes.pool.cancel, ['pool'])
  const mayCancel = useMay(routes.pool.cancel)
  const { box, findRows } = useRowSearch(say({ zh: '在预订里找', en: 'Find in the bookings' }))
  const error = asked.error ?? resources.error
  if (error) return <Trouble error={error} />
  if (!asked.data || !resources.data) return <Spin size="large" />
  const names = new Map(resources.data.data.map(({ id, name }) => [id, name]))
  const nameOf = ({ resource }: BookingLine) => names.get(resource) ?? resource
  const rows = findRows(asked.data.data, (line) => [
    nameOf(line),
    line.unit,
    line.owner,
    line.purpose,
  ])
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center" wrap>
        {box}
        <span role="status">
          {say({ zh: '{n} 项预订', en: 'Bookings: {n}' }, { n: formatNumber(rows.length) })}
        </span>
      </Flex>
      {cancel.error && <Trouble error={cancel.error} />}
      <Table<BookingLine>
        size="small"
        rowKey="id"
        dataSource={rows}
        pagination={paged(15)}
        locale={{ emptyText: say({ zh: '还没有预订', en: 'Nothing is booked' }) }}
        columns={[
          {
            title: say({ zh: '什么时候', en: 'When' }),
            render: (_, { date, from, to }) =>
              `${date} ${formatWeekday(date, language)} ${formatClock(from * 60)}–${formatClock(to * 60)}`,
          },
          {
            title: say({ zh: '资源', en: 'Resource' }),
            render: (_, line) => <span lang="zh">{nameOf(line)}</span>,
          },
          {
            title: say({ zh: '谁借谁的', en: 'Who borrows from whom' }),
            render: (_, { unit, owner }) => (
              <span lang="zh">
                {unit} ← {owner}
              </span>
            ),
          },
          {
            title: say({ zh: '做什么', en: 'What for' }),
            render: (_, { purpose }) => <span lang="zh">{purpose}</span>,
          },
          {
            title: say({ zh: '多少钱', en: 'Price' }),
            align: 'right',
            render: (_, line) => formatYuan(priceOf(line, line.pricePerHourFen), language),
          },
          {
            title: say({ zh: '状态', en: 'State' }),
            render: (_, line) =>
              line.state === 'cancelled' ? (
                <Tag color="warning">{say({ zh: '已取消', en: 'cancelled' })}</Tag>
              ) : mayCancel ? (
                <Popconfirm
                  title={say({
                    zh: '取消后，这段时间别人可以订',
                    en: 'Once cancelled, others may book these hours',
                  })}
                  okText={say({ zh: '取消预订', en: 'Cancel the booking' })}
                  cancelText={say({ zh: '留着', en: 'Keep it' })}
                  onConfirm={() =>
                    cancel.mutate({
                      params: { county, booking: line.id },
                      version: String(line.version),
                    })
                  }
                >
                  <Button size="small" loading={cancel.isPending}>
                    {say({ zh: '取消预订…', en: 'Cancel…' })}
                  </Button>
                </Popconfirm>
              ) : (
                <Tag color="success">{say({ zh: '已订', en: 'booked' })}</Tag>
              ),
          },
        ]}
      />
    </Flex>
  )
}
