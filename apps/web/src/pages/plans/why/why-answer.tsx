import type { FloorsPriced, NeedExplained } from '@kuashan/contract/explanations.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { metricText } from '@kuashan/core/catalogue/terms.ts'
import { formatNumber, formatYuan } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Alert, Card, Flex, Spin, Table, Typography } from 'antd'
import type { Known } from '../../../server/names.ts'
import { useAnswer } from '../../../server/server.ts'
import { useCounty } from '../../../shell/county.tsx'
import { paged } from '../../../shell/paged.ts'
import { Trouble } from '../../../shell/trouble.tsx'

/** The answer to a question asked of a plan. */
export function WhyAnswer({ job, known }: { job: string; known: Known }) {
  const answer = useAnswer(routes.explanations.get, { params: { county: useCounty(), job } })
  if (answer.isPending) return <Spin />
  if (answer.error) return <Trouble error={answer.error} />
  const { data } = answer.data
  return data.about === 'need' ? <Need need={data} /> : <Floors priced={data} known={known} />
}

function Need({ need }: { need: NeedExplained }) {
  const say = useSay()
  return (
    <Flex vertical gap={12}>
      <Alert
        type={need.met ? 'success' : 'warning'}
        showIcon
        title={say(need.head)}
        description={need.diagnosis && say(need.diagnosis)}
      />
      <Card
        size="small"
        title={say({
          zh: '能怎么到：选了的和没选的',
          en: 'Ways it could be reached: chosen and not',
        })}
      >
        <ul style={{ margin: 0 }}>
          {need.ways.map((way) => (
            <li key={`${way.mode} ${way.place} ${way.kind}`}>
              {way.chosen ? <strong>{say(way.said)}</strong> : say(way.said)}
            </li>
          ))}
        </ul>
        {need.ways.length === 0 && say({ zh: '没有任何方式', en: 'None at all' })}
      </Card>
      {need.verdict !== null && (
        <Card size="small" title={say({ zh: '最小的改动', en: 'Smallest changes' })}>
          {need.said && <Typography.Paragraph>{say(need.said)}</Typography.Paragraph>}
          <ol style={{ margin: 0 }}>
            {need.changes.map((change) => (
              <li key={say(change.said)}>{say(change.said)}</li>
            ))}
          </ol>
        </Card>
      )}
    </Flex>
  )
}

type Priced = FloorsPriced['floors'][number]

function Floors({ priced, known }: { priced: FloorsPriced; known: Known }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <Table<Priced>
      size="small"
      rowKey={(f) => `${f.service} ${f.metric} ${f.floor}`}
      dataSource={priced.floors}
      pagination={paged(20)}
      columns={[
        {
          title: say({ zh: '服务', en: 'Service' }),
          render: (_, f) => known.names.service(f.service),
        },
        {
          title: say({ zh: '底线', en: 'Floor' }),
          render: (_, f) => metricText(f.metric, f.floor, language),
        },
        {
          title: say({ zh: '每年约', en: 'About, a year' }),
          align: 'right',
          render: (_, f) => formatYuan(f.value, language),
        },
        {
          title: say({ zh: '因此达标的人', en: 'People reached for it' }),
          align: 'right',
          render: (_, f) => formatNumber(f.reached),
        },
        {
          title: say({ zh: '每人', en: 'Each' }),
          align: 'right',
          render: (_, f) => (f.perPerson === null ? '–' : formatYuan(f.perPerson, language)),
        },
      ]}
    />
  )
}
