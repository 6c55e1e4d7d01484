import { routes } from '@kuashan/contract/routes.ts'
import type { VillagePlan, VillageVisit } from '@kuashan/contract/village-plans.ts'
import { isWithin, type PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { formatClock, formatDay, formatWeekday } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Card, Flex, Spin, Table } from 'antd'
import { useState } from 'react'
import { useAnswer } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import { FilterSelect } from '../../shell/filter-select.tsx'
import { paged } from '../../shell/paged.ts'
import { today } from '../../shell/today.ts'
import { Trouble } from '../../shell/trouble.tsx'

const firstDay = ({ horizon }: VillagePlan): PlainDate => {
  const day = today()
  return isWithin(day, horizon) ? day : horizon.from
}

/** What comes to the villages from today on, day by day; of a plan that is over or to come, all of it. */
export function VillageDays({ plan }: { plan: VillagePlan }) {
  const say = useSay()
  const county = useCounty()
  const language = useLanguage()
  const [village, setVillage] = useState<string | null>(null)
  const from = firstDay(plan)
  const days = useAnswer(routes.villagePlans.days, {
    params: { county, plan: plan.id },
    query: { from },
  })
  if (days.isPending) return <Spin />
  if (days.error) return <Trouble error={days.error} onRetry={() => days.refetch()} />
  const names = new Map(plan.villages.map((one) => [one.village, one.name[language]]))
  const rows = days.data.data.filter((one) => village === null || one.village === village)
  return (
    <Card
      size="small"
      title={
        <Flex gap={12} align="center">
          {say({ zh: '哪天来什么', en: 'What comes on which day' })}
          {names.size > 1 && (
            <FilterSelect
              label={say({ zh: '村', en: 'Village' })}
              value={village}
              options={[...names].map(([value, label]) => ({ value, label }))}
              onChange={setVillage}
            />
          )}
        </Flex>
      }
    >
      <Table<VillageVisit>
        size="small"
        rowKey={(one) => `${one.village} ${one.date} ${one.start} ${one.what.en} ${one.place.en}`}
        dataSource={rows}
        pagination={paged(10)}
        locale={{
          emptyText: say(
            {
              zh: '{from} 到 {to} 没有车来，也没有接送',
              en: 'From {from} to {to} nothing comes, and no ride starts here',
            },
            { from: formatDay(from, language), to: formatDay(plan.horizon.to, language) },
          ),
        }}
        columns={[
          {
            title: say({ zh: '日期', en: 'Day' }),
            render: (_, { date }) =>
              `${formatDay(date, language)} ${formatWeekday(date, language)}`,
          },
          {
            title: say({ zh: '时间', en: 'Time' }),
            render: (_, { start, end }) => `${formatClock(start)}–${formatClock(end)}`,
          },
          ...(names.size > 1
            ? [
                {
                  title: say({ zh: '村', en: 'Village' }),
                  render: (_: unknown, v: VillageVisit) => names.get(v.village),
                },
              ]
            : []),
          { title: say({ zh: '地点', en: 'Place' }), render: (_, v) => say(v.place) },
          { title: say({ zh: '什么车', en: 'What comes' }), render: (_, v) => say(v.what) },
          {
            title: say({ zh: '办什么', en: 'What for' }),
            render: (_, { services }) =>
              services.map((one) => say(one)).join(say({ zh: '、', en: ', ' })),
          },
        ]}
      />
    </Card>
  )
}
