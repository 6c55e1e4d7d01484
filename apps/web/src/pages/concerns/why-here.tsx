import type { PlaceInQueue } from '@kuashan/contract/concerns.ts'
import { ConcernSeverity, type ConcernTerm, severityShare } from '@kuashan/core/plan/concern.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Flex, Table, Typography } from 'antd'
import { severityWords, termWords } from './concern-words.ts'

/** Why a concern stands where it does: its score term by term, and what the one before it has more of. */
export function WhyHere({ queue: { place, score, terms, behind } }: { queue: PlaceInQueue }) {
  const say = useSay()
  const more = (behind?.by ?? []).map(({ term, points }) =>
    say(
      { zh: '{name}多 {points} 分', en: '{points} more for “{name}”' },
      { name: say(termWords[term].name), points: formatNumber(points, 1) },
    ),
  )
  const counted = (term: ConcernTerm, value: number) => {
    const severity = ConcernSeverity.options.find((one) => severityShare[one] === value)
    return term === 'severity' && severity
      ? say(severityWords[severity])
      : say(termWords[term].value, { n: formatNumber(value, 2) })
  }
  return (
    <Flex vertical gap={8}>
      <Typography.Text strong>
        {say(
          { zh: '排第 {place}，{score} 分', en: 'No. {place}, with {score} points' },
          { place, score: formatNumber(score, 1) },
        )}
      </Typography.Text>
      <Table
        size="small"
        rowKey="term"
        dataSource={terms}
        pagination={false}
        columns={[
          {
            title: say({ zh: '看什么', en: 'What counts' }),
            render: (_, { term }) => say(termWords[term].name),
          },
          {
            title: say({ zh: '这件事', en: 'This concern' }),
            render: (_, { term, value }) => counted(term, value),
          },
          {
            title: say({ zh: '到多少得满分', en: 'Full points from' }),
            render: (_, { term, full }) => counted(term, full),
          },
          {
            title: say({ zh: '得分 / 满分', en: 'Points / most' }),
            align: 'right',
            render: (_, { points, most }) =>
              `${formatNumber(points, 1)} / ${formatNumber(most, 1)}`,
          },
        ]}
      />
      {behind && (
        <Typography.Text>
          {more.length > 0
            ? say(
                { zh: '比前面那件少在：{more}', en: 'The one before it has {more}' },
                { more: more.join(say({ zh: '，', en: ', ' })) },
              )
            : say({
                zh: '和前面那件同分，那件提得更早',
                en: 'Equal with the one before it, which is older',
              })}
        </Typography.Text>
      )}
    </Flex>
  )
}
