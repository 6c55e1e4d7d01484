import type { ConcernLine } from '@kuashan/contract/concerns.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Empty, Flex, Table, Tag } from 'antd'
import { Link } from 'react-router'
import { useServices } from '../../server/services.ts'
import { useMay } from '../../shell/county.tsx'
import { paged } from '../../shell/paged.ts'
import { AnswerConcern } from './answer-concern.tsx'
import { severityWords } from './concern-words.ts'
import { usePlaces } from './use-places.ts'
import { WhyHere } from './why-here.tsx'

const colours = { nuisance: 'default', hardship: 'warning', danger: 'error' } as const

interface ConcernTableProps {
  concerns: readonly ConcernLine[]
  onAgain: (concern: ConcernLine) => void
}

/** Concerns in the order in which they are dealt with; a line unfolds to why it stands there and to its answer. */
export function ConcernTable({ concerns, onAgain }: ConcernTableProps) {
  const say = useSay()
  const mayRaise = useMay(routes.concerns.again)
  if (concerns.length === 0)
    return <Empty description={say({ zh: '没有等着办的事', en: 'Nothing waits in the queue' })} />
  return (
    <Table<ConcernLine>
      size="small"
      rowKey="id"
      dataSource={concerns}
      pagination={paged(20)}
      expandable={{
        columnTitle: say({ zh: '为什么', en: 'Why' }),
        columnWidth: 72,
        defaultExpandedRowKeys: concerns.slice(0, 1).map(({ id }) => id),
        expandedRowRender: (concern) => (
          <Flex vertical gap={16}>
            {concern.queue && <WhyHere queue={concern.queue} />}
            <AnswerConcern concern={concern} />
          </Flex>
        ),
      }}
      columns={[
        {
          title: say({ zh: '次序', en: 'Place' }),
          align: 'right',
          render: (_, { queue }) => queue?.place ?? '–',
        },
        {
          title: say({ zh: '什么事', en: 'Concern' }),
          render: (_, concern) => <What concern={concern} />,
        },
        {
          title: say({ zh: '涉及人数', en: 'People' }),
          align: 'right',
          render: (_, { people }) => formatNumber(people),
        },
        {
          title: say({ zh: '轻重', en: 'Severity' }),
          render: (_, { severity }) => (
            <Tag color={colours[severity]}>{say(severityWords[severity])}</Tag>
          ),
        },
        {
          title: say({ zh: '最早提出', en: 'First raised' }),
          render: (_, { since, repeats }) => (
            <span style={{ whiteSpace: 'nowrap' }}>
              {since}
              {repeats > 0 && (
                <div>
                  <small>
                    {say(
                      { zh: '又提了 {n} 次', en: '{n} {n|time|times} again' },
                      { n: formatNumber(repeats) },
                    )}
                  </small>
                </div>
              )}
            </span>
          ),
        },
        { title: say({ zh: '票数', en: 'Votes' }), align: 'right', dataIndex: 'votes' },
        {
          title: say({ zh: '得分', en: 'Score' }),
          align: 'right',
          render: (_, { queue }) => (queue ? formatNumber(queue.score, 1) : '–'),
        },
        ...(mayRaise
          ? [
              {
                title: say({ zh: '操作', en: 'Actions' }),
                render: (_: unknown, concern: ConcernLine) =>
                  concern.answer === null && (
                    <Button size="small" onClick={() => onAgain(concern)}>
                      {say({ zh: '又有人提', en: 'Raised again' })}
                    </Button>
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}

/** What it is about, with ways to the village and to the plan that was objected to. */
function What({ concern }: { concern: ConcernLine }) {
  const say = useSay()
  const { name } = usePlaces()
  const { name: serviceName } = useServices()
  const { village, settlement, service, from, body } = concern
  const place = settlement ?? village
  return (
    <>
      <div lang="zh">{body}</div>
      <small>
        <Link to={`/territory?place=${encodeURIComponent(place)}`}>{name(place)}</Link>
        {service && ` · ${serviceName(service)}`}
        {from && (
          <>
            {' · '}
            <Link to={`/plans/${from.plan}/road`}>
              {say({ zh: '来自方案异议', en: 'from an objection to a plan' })}
            </Link>
          </>
        )}
      </small>
    </>
  )
}
