import { routes } from '@kuashan/contract/routes.ts'
import { formatNumber, formatYuan } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Flex, Input, Spin, Table } from 'antd'
import { useState } from 'react'
import { useAnswer } from '../../../server/server.ts'
import { useCounty } from '../../../shell/county.tsx'
import { Field } from '../../../shell/field.tsx'
import { today } from '../../../shell/today.ts'
import { Trouble } from '../../../shell/trouble.tsx'

/** Who owes whom for a month: hours × the price that was agreed; all balances together are zero. */
export function SettleMonth() {
  const say = useSay()
  const language = useLanguage()
  const county = useCounty()
  const [month, setMonth] = useState(() => today().slice(0, 7))
  const asked = useAnswer(
    routes.pool.settlement,
    { params: { county }, query: { month } },
    { enabled: /^\d{4}-\d{2}$/.test(month) },
  )
  const nothing = { emptyText: say({ zh: '这个月没有要结的', en: 'Nothing to settle this month' }) }
  return (
    <Flex vertical gap={12}>
      <Field label={say({ zh: '哪个月', en: 'Month' })}>
        {(id) => (
          <Input
            id={id}
            type="month"
            style={{ width: 180 }}
            value={month}
            onChange={({ target }) => setMonth(target.value)}
          />
        )}
      </Field>
      {asked.error && <Trouble error={asked.error} />}
      {asked.isFetching && <Spin />}
      {asked.data && (
        <>
          <Table
            size="small"
            rowKey={({ borrower, owner }) => `${borrower} ${owner}`}
            dataSource={asked.data.data.lines}
            pagination={false}
            locale={nothing}
            columns={[
              {
                title: say({ zh: '谁付', en: 'Pays' }),
                render: (_, { borrower }) => <span lang="zh">{borrower}</span>,
              },
              {
                title: say({ zh: '付给谁', en: 'To whom' }),
                render: (_, { owner }) => <span lang="zh">{owner}</span>,
              },
              {
                title: say({ zh: '小时', en: 'Hours' }),
                align: 'right',
                render: (_, { hours }) => formatNumber(hours, 1),
              },
              {
                title: say({ zh: '金额', en: 'Amount' }),
                align: 'right',
                render: (_, { fen }) => formatYuan(fen, language),
              },
            ]}
          />
          {asked.data.data.balances.length > 0 && (
            <Table
              size="small"
              rowKey="unit"
              dataSource={asked.data.data.balances}
              pagination={false}
              columns={[
                {
                  title: say({ zh: '单位', en: 'Unit' }),
                  render: (_, { unit }) => <span lang="zh">{unit}</span>,
                },
                {
                  title: say({ zh: '净收', en: 'Receives, net' }),
                  align: 'right',
                  render: (_, { fen }) => (fen > 0 ? formatYuan(fen, language) : '—'),
                },
                {
                  title: say({ zh: '净付', en: 'Pays, net' }),
                  align: 'right',
                  render: (_, { fen }) => (fen < 0 ? formatYuan(-fen, language) : '—'),
                },
              ]}
            />
          )}
        </>
      )}
    </Flex>
  )
}
