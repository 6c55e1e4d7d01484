import { metricText } from '@kuashan/core/catalogue/terms.ts'
import type { Plan, Shortage } from '@kuashan/core/plan/plan.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { reasonWords } from '@kuashan/ui/plan-words.ts'
import { Empty, Table } from 'antd'
import { Link } from 'react-router'
import type { Known } from '../../server/names.ts'
import { paged } from '../../shell/paged.ts'
import { useRowSearch } from '../../shell/row-search.tsx'

interface ShortageTableProps {
  id: string
  plan: Pick<Plan, 'shortages'>
  known: Known
}

/** Everybody whom the plan leaves below a floor, by name, with what is missing and why. Most people first. */
export function ShortageTable({ id, plan, known }: ShortageTableProps) {
  const say = useSay()
  const language = useLanguage()
  const { names } = known
  const { box, findRows } = useRowSearch(
    say({ zh: '按村名或服务查找', en: 'Find by village or service' }),
  )
  const rows = findRows(plan.shortages, (s) => [
    names.settlement(s.settlement),
    names.settlementInVillage(s.settlement),
    names.service(s.service),
  ])
  if (plan.shortages.length === 0)
    return (
      <Empty
        description={say({
          zh: '没有人差：每条底线都守住了',
          en: 'Nobody is missed: every floor is kept',
        })}
      />
    )
  return (
    <>
      <div style={{ marginBottom: 12 }}>{box}</div>
      <Table<Shortage>
        size="small"
        rowKey={(s) => `${s.settlement} ${s.service} ${s.metric}`}
        dataSource={[...rows].sort((a, b) => b.people - a.people)}
        pagination={paged(20)}
        columns={[
          {
            title: say({ zh: '哪里', en: 'Where' }),
            render: (_, s) => names.settlementInVillage(s.settlement),
          },
          { title: say({ zh: '服务', en: 'Service' }), render: (_, s) => names.service(s.service) },
          {
            title: say({ zh: '人数', en: 'People' }),
            align: 'right',
            sorter: (a, b) => a.people - b.people,
            render: (_, s) => formatNumber(s.people),
          },
          {
            title: say({ zh: '底线', en: 'Floor' }),
            render: (_, s) => metricText(s.metric, s.want, language),
          },
          {
            title: say({ zh: '实际', en: 'Has' }),
            align: 'right',
            render: (_, s) => formatNumber(s.have, 1),
          },
          {
            title: say({ zh: '为什么', en: 'Why' }),
            render: (_, s) => (
              <>
                {say(reasonWords[s.reason])}{' '}
                <Link
                  to={`/plans/${id}/why?${new URLSearchParams({ settlement: s.settlement, service: s.service })}`}
                >
                  {say({ zh: '为什么？怎么改？', en: 'Why? What would help?' })}
                </Link>
              </>
            ),
          },
        ]}
      />
    </>
  )
}
