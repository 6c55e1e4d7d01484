import { routes } from '@kuashan/contract/routes.ts'
import { ConcernTerm, type ConcernWeights } from '@kuashan/core/plan/concern.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, InputNumber, Spin, Table, Typography } from 'antd'
import { useState } from 'react'
import { useAnswer, useChange } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { termWords } from './concern-words.ts'

/** What each term counts for, as the county states it; those who decide change it. */
export function QueueWeights() {
  const say = useSay()
  const county = useCounty()
  const asked = useAnswer(routes.concerns.weights, { params: { county } })
  if (asked.isPending) return <Spin />
  if (asked.error) return <Trouble error={asked.error} onRetry={() => asked.refetch()} />
  const { data, version } = asked.data
  return (
    <Flex vertical gap={8}>
      <Typography.Text>
        {say({
          zh: '每项从零按比例加到满分，五项相加就是得分；分高的先办，同分的先办提得早的。',
          en: 'Each term rises evenly to its most; the five together are the score. The highest score comes first, of equals the oldest.',
        })}
      </Typography.Text>
      <Weights key={version} weights={data} version={version ?? ''} />
    </Flex>
  )
}

function Weights({ weights, version }: { weights: ConcernWeights; version: string }) {
  const say = useSay()
  const county = useCounty()
  const mayChange = useMay(routes.concerns.setWeights)
  const set = useChange(routes.concerns.setWeights, ['concerns'])
  const [edited, setEdited] = useState(weights)
  const put = (term: ConcernTerm, some: { points?: number; full?: number }) =>
    setEdited({ ...edited, [term]: { ...edited[term], ...some } } as ConcernWeights)
  const name = (term: ConcernTerm) => say(termWords[term].name)
  return (
    <>
      <Table
        size="small"
        rowKey={(term) => term}
        dataSource={[...ConcernTerm.options]}
        pagination={false}
        style={{ maxWidth: 640 }}
        columns={[
          { title: say({ zh: '看什么', en: 'What counts' }), render: (_, term) => name(term) },
          {
            title: say({ zh: '满分', en: 'Most points' }),
            render: (_, term) => (
              <InputNumber
                min={0}
                max={100}
                disabled={!mayChange}
                aria-label={`${name(term)} ${say({ zh: '满分', en: 'most points' })}`}
                value={edited[term].points}
                onChange={(points) => put(term, { points: points ?? 0 })}
              />
            ),
          },
          {
            title: say({ zh: '到多少得满分', en: 'Full points from' }),
            render: (_, term) =>
              term === 'severity' ? (
                say({ zh: '有危险', en: 'danger' })
              ) : (
                <InputNumber
                  min={1}
                  disabled={!mayChange}
                  aria-label={`${name(term)} ${say({ zh: '到多少', en: 'full from' })}`}
                  value={edited[term].full}
                  onChange={(full) => put(term, { full: full ?? 1 })}
                />
              ),
          },
        ]}
      />
      {mayChange && (
        <Button
          style={{ alignSelf: 'start' }}
          loading={set.isPending}
          disabled={JSON.stringify(edited) === JSON.stringify(weights)}
          onClick={() => set.mutate({ params: { county }, body: edited, version })}
        >
          {say({ zh: '保存分值', en: 'Save the points' })}
        </Button>
      )}
      {set.error && <Trouble error={set.error} />}
    </>
  )
}
