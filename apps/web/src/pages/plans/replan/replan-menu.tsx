import type { ReplanAlternative } from '@kuashan/contract/replans.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { formatNumber, formatYuan } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Alert, Button, Card, Descriptions, Flex, Spin, Typography } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Known } from '../../../server/names.ts'
import { useAnswer, useChange } from '../../../server/server.ts'
import { useCounty, useMay } from '../../../shell/county.tsx'
import { Trouble } from '../../../shell/trouble.tsx'
import { byVillage } from './by-village.ts'

/** What to do at once, then three ways to go on beside each other. */
export function ReplanMenuView({ job, known }: { job: string; known: Known }) {
  const say = useSay()
  const county = useCounty()
  const answer = useAnswer(routes.replans.get, { params: { county, job } })
  if (answer.isPending) return <Spin />
  if (answer.error) return <Trouble error={answer.error} />
  const { touched, provisional, menu, findings } = answer.data.data
  // There is nothing to choose between: the plan goes on as it stands.
  const isUntouched = findings.some(({ code }) => code === 'replan-nothing-touched')
  return (
    <Flex vertical gap={16}>
      {findings.map((f) => (
        <Alert
          key={`${f.code} ${f.what.zh}`}
          type={f.severity === 'error' ? 'error' : 'info'}
          showIcon
          title={say(f.what)}
          description={say(f.remedy)}
        />
      ))}
      {!isUntouched && (
        <>
          <Typography.Text>
            {touched.length === 0
              ? say({ zh: '没有一趟因此走不成', en: 'No tour is touched by this' })
              : say(
                  {
                    zh: '有 {n} 趟不能照原样走',
                    en: '{n} {n|tour|tours} cannot be driven as they stand',
                  },
                  { n: touched.length },
                )}
          </Typography.Text>
          {provisional && <Alternative alternative={provisional} job={job} known={known} />}
          <Flex gap={16} align="start" wrap>
            {menu.map((alternative) => (
              <Alternative
                key={alternative.kind}
                alternative={alternative}
                job={job}
                known={known}
              />
            ))}
          </Flex>
        </>
      )}
    </Flex>
  )
}

interface AlternativeProps {
  alternative: ReplanAlternative
  job: string
  known: Known
}

const step = 10

function Alternative({ alternative, job, known: { names } }: AlternativeProps) {
  const say = useSay()
  const language = useLanguage()
  const [shown, setShown] = useState(step)
  const news = byVillage(alternative, names.settlement)
  const { counts, costDifference } = alternative
  const sign = (value: number, text: string) => (value > 0 ? `+${text}` : text)
  const figures: [string, string][] = [
    [say({ zh: '改期', en: 'Moved' }), formatNumber(counts.moved ?? 0)],
    [say({ zh: '换车', en: 'Other vehicle' }), formatNumber(counts['other-vehicle'] ?? 0)],
    [say({ zh: '取消', en: 'Cancelled' }), formatNumber(counts.cancelled ?? 0)],
    [say({ zh: '新增', en: 'Added' }), formatNumber(counts.added ?? 0)],
    [
      say({ zh: '因此不达标的人', en: 'People losing a floor' }),
      formatNumber(alternative.peopleLosing),
    ],
    [
      say({ zh: '现金，每年', en: 'Cash a year' }),
      sign(costDifference.cashFen, formatYuan(costDifference.cashFen, language)),
    ],
    [
      say({ zh: '工时，每年', en: 'Staff hours a year' }),
      sign(costDifference.staffHours, formatNumber(costDifference.staffHours, 1)),
    ],
  ]
  return (
    <Card size="small" style={{ flex: 1, minWidth: 300 }} title={say(alternative.title)}>
      <Typography.Paragraph type="secondary">{say(alternative.purpose)}</Typography.Paragraph>
      {alternative.sameAs !== null && (
        <Typography.Paragraph type="warning">
          {say({ zh: '和前面一种完全一样', en: 'The same as the one before it' })}
        </Typography.Paragraph>
      )}
      <Descriptions
        size="small"
        column={1}
        items={figures.map(([label, children]) => ({ key: label, label, children }))}
      />
      <ul style={{ paddingInlineStart: 20 }}>
        {news.slice(0, shown).map((village) => (
          <li key={village.settlement}>
            <strong>{names.settlementInVillage(village.settlement)}</strong>
            {village.said.map((said) => (
              <div key={said.zh}>{say(said)}</div>
            ))}
          </li>
        ))}
      </ul>
      {news.length > shown && (
        <Button size="small" onClick={() => setShown(news.length)}>
          {say({ zh: '另外 {n} 个居民点', en: '{n} more settlements' }, { n: news.length - shown })}
        </Button>
      )}
      {alternative.kind !== 'provisional' && <Choose alternative={alternative} job={job} />}
    </Card>
  )
}

function Choose({ alternative, job }: Omit<AlternativeProps, 'known'>) {
  const say = useSay()
  const county = useCounty()
  const navigate = useNavigate()
  const mayChoose = useMay(routes.replans.choose)
  const choose = useChange(routes.replans.choose, ['plans'])
  const { kind, title } = alternative
  if (!mayChoose || kind === 'provisional') return null
  const take = () =>
    choose
      .mutateAsync({ params: { county, job }, body: { kind, name: say(title) } })
      .then(({ data }) => navigate(`/plans/${data.line.id}`))
      .catch(() => undefined)
  return (
    <div style={{ marginTop: 12 }}>
      <Button type="primary" loading={choose.isPending} onClick={take}>
        {say({ zh: '选这一种，存为草案', en: 'Choose this; keep it as a draft' })}
      </Button>
      {choose.error && <Trouble error={choose.error} />}
    </div>
  )
}
