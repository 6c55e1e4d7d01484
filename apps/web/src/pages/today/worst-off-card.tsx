import { routes } from '@kuashan/contract/routes.ts'
import { formatNumber, formatShare } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Card, Empty, Spin, Table, Tag, Typography } from 'antd'
import { Link } from 'react-router'
import { useAnswer } from '../../server/server.ts'
import { useServices } from '../../server/services.ts'
import { useCounty } from '../../shell/county.tsx'
import { type WorstPlace, worstOff } from './worst-off.ts'

const most = 10

/** Today’s coverage in one figure and, by name, the settlements that miss most. */
export function WorstOffCard() {
  const say = useSay()
  const language = useLanguage()
  const county = useCounty()
  const measured = useAnswer(routes.measures.latest, { params: { county }, query: {} })
  const { name: serviceName } = useServices()
  const places = useAnswer(routes.territory.places, { params: { county } }).data?.data
  const settlements = new Map(places?.settlements.map((s) => [s.id, s]))
  const nameOf = (id: string) => {
    const found = settlements.get(id)
    return (language === 'en' ? found?.nameEn : undefined) ?? found?.name ?? id
  }
  const data = measured.data?.data
  const comma = say({ zh: '、', en: ', ' })
  return (
    <Card
      size="small"
      style={{ flex: 3, minWidth: 520 }}
      title={say({ zh: '最差的地方', en: 'Worst off, by name' })}
      extra={<Link to="/measure">{say({ zh: '全部缺口', en: 'All gaps' })}</Link>}
    >
      {measured.isPending && <Spin />}
      {measured.error && (
        <Empty
          description={say({
            zh: '还没有测算。到“测算”里开始一次。',
            en: 'Nothing has been measured yet. Start under Measure.',
          })}
        />
      )}
      {data && (
        <>
          <Typography.Paragraph>
            {say(
              {
                zh: '今天的达标率 {share}（{date} 测算）；{n} 个居民点有缺口。',
                en: 'Coverage today: {share} (measured {date}); {n} {n|settlement misses|settlements miss} something.',
              },
              {
                share: formatShare(data.coverage.all.share),
                date: data.madeAt.slice(0, 10),
                n: formatNumber(new Set(data.gaps.map((gap) => gap.settlement)).size),
              },
            )}
          </Typography.Paragraph>
          <Table<WorstPlace>
            size="small"
            rowKey="settlement"
            dataSource={worstOff(data.gaps, new Set(data.remote)).slice(0, most)}
            pagination={false}
            locale={{ emptyText: say({ zh: '没有缺口', en: 'No gaps' }) }}
            columns={[
              {
                title: say({ zh: '居民点', en: 'Settlement' }),
                render: (_, { settlement, isRemote }) => (
                  <>
                    <Link to={`/territory?place=${encodeURIComponent(settlement)}`}>
                      {nameOf(settlement)}
                    </Link>{' '}
                    {isRemote && <Tag color="warning">{say({ zh: '偏远', en: 'remote' })}</Tag>}
                  </>
                ),
              },
              {
                title: say({ zh: '缺的服务', en: 'Services missed' }),
                render: (_, { services }) => {
                  const shown = services.slice(0, 2).map(serviceName).join(comma)
                  return services.length > 2
                    ? say(
                        { zh: '{shown}等 {n} 项', en: '{shown} and others, {n} in all' },
                        { shown, n: services.length },
                      )
                    : shown
                },
              },
              {
                title: say({ zh: '人数', en: 'People' }),
                align: 'right',
                render: (_, { people }) => formatNumber(people),
              },
            ]}
          />
        </>
      )}
    </Card>
  )
}
