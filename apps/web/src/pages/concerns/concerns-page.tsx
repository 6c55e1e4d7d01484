import type { ConcernLine, LooseObjection } from '@kuashan/contract/concerns.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Spin, Tabs, Typography } from 'antd'
import { useState } from 'react'
import { useAnswer } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { ConcernTable } from './concern-table.tsx'
import { EnterConcern } from './enter-concern.tsx'
import { LooseObjections } from './loose-objections.tsx'
import { QueueWeights } from './queue-weights.tsx'
import { RaiseAgain } from './raise-again.tsx'

/** First the concerns of local people: the queue, why each stands where it does, and how it was answered. */
export default function ConcernsPage() {
  const say = useSay()
  const county = useCounty()
  const mayRaise = useMay(routes.concerns.raise)
  const asked = useAnswer(routes.concerns.list, { params: { county } })
  const [entering, setEntering] = useState<LooseObjection | 'new' | null>(null)
  const [again, setAgain] = useState<ConcernLine | null>(null)
  if (asked.isPending) return <Spin size="large" />
  if (asked.error) return <Trouble error={asked.error} onRetry={() => asked.refetch()} />
  const open = asked.data.data.filter(({ queue }) => queue !== null)
  const closed = asked.data.data.filter(({ queue }) => queue === null)
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center">
        <Typography.Text type="secondary" style={{ flex: 1 }}>
          {say({
            zh: '群众关心的事按得分排队：涉及的人多、重、拖得久、反复提、票多的先办。每件事都说得出为什么排在那里。',
            en: 'What residents are concerned about, in the order in which it is dealt with: many people, severe, long-standing, raised again and again, many votes. Each says why it stands where it does.',
          })}
        </Typography.Text>
        {mayRaise && (
          <Button type="primary" onClick={() => setEntering('new')}>
            {say({ zh: '登记一件事', en: 'Enter a concern' })}
          </Button>
        )}
      </Flex>
      <LooseObjections onTake={setEntering} />
      <Tabs
        destroyOnHidden
        items={[
          {
            key: 'open',
            label: say({ zh: '等着办（{n}）', en: 'Waiting ({n})' }, { n: open.length }),
            children: <ConcernTable concerns={open} onAgain={setAgain} />,
          },
          {
            key: 'closed',
            label: say({ zh: '已办结（{n}）', en: 'Closed ({n})' }, { n: closed.length }),
            children: <ConcernTable concerns={closed} onAgain={setAgain} />,
          },
          {
            key: 'weights',
            label: say({ zh: '怎么打分', en: 'How it is scored' }),
            children: <QueueWeights />,
          },
        ]}
      />
      {entering && (
        <EnterConcern
          from={entering === 'new' ? null : entering}
          onClose={() => setEntering(null)}
        />
      )}
      {again && <RaiseAgain concern={again} onClose={() => setAgain(null)} />}
    </Flex>
  )
}
