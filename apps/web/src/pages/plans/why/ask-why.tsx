import type { Question } from '@kuashan/contract/explanations.ts'
import type { Job } from '@kuashan/contract/jobs.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Typography } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { AskedWork } from '../../../parts/plans/asked-work.tsx'
import type { Known } from '../../../server/names.ts'
import { useChange } from '../../../server/server.ts'
import { useCounty } from '../../../shell/county.tsx'
import { Field } from '../../../shell/field.tsx'
import { SearchSelect } from '../../../shell/search-select.tsx'
import { Trouble } from '../../../shell/trouble.tsx'
import { WhyAnswer } from './why-answer.tsx'

/** Asks a plan: why a settlement gets a service as it does, what would bring what it lacks, and what each floor costs. */
export function AskWhy({ plan, known }: { plan: string; known: Known }) {
  const say = useSay()
  const county = useCounty()
  const [address, setAddress] = useSearchParams()
  const [{ settlement, service }, setAsked] = useState({
    settlement: address.get('settlement'),
    service: address.get('service'),
  })
  const [job, setJob] = useState<Job | null>(null)
  const start = useChange(routes.explanations.start, ['jobs'])
  const ask = (body: Question) =>
    start
      .mutateAsync({ params: { county, plan }, body })
      .then(({ data }) => setJob(data))
      .catch(() => undefined)
  // Chosen here first: the address follows in its own time, and a second choice would be made on the one before.
  const choose = (asked: { settlement: string | null; service: string | null }) => {
    setAsked(asked)
    const said = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== null)
    setAddress(said, { replace: true })
  }
  const { names, territory, catalogue } = known
  return (
    <Flex vertical gap={16}>
      <Flex gap={12} align="end" wrap>
        <Field label={say({ zh: '哪里', en: 'Where' })}>
          {(id) => (
            <SearchSelect
              id={id}
              style={{ width: 260 }}
              value={settlement}
              onChange={(value) => choose({ settlement: String(value), service })}
              options={territory.settlements.map((s) => ({
                value: s.id,
                label: names.settlementInVillage(s.id),
              }))}
            />
          )}
        </Field>
        <Field label={say({ zh: '什么服务', en: 'Which service' })}>
          {(id) => (
            <SearchSelect
              id={id}
              style={{ width: 380 }}
              value={service}
              onChange={(value) => choose({ settlement, service: String(value) })}
              options={catalogue.services.map((s) => ({ value: s.id, label: names.service(s.id) }))}
            />
          )}
        </Field>
        <Button
          type="primary"
          loading={start.isPending}
          disabled={!settlement || !service}
          onClick={() => settlement && service && ask({ about: 'need', settlement, service })}
        >
          {say({ zh: '为什么？怎么改？', en: 'Why, and what would change it?' })}
        </Button>
        <Button onClick={() => ask({ about: 'floors' })}>
          {say({ zh: '每条底线值多少钱？', en: 'What does each floor cost?' })}
        </Button>
      </Flex>
      {(!settlement || !service) && (
        <Typography.Text type="secondary">
          {say({
            zh: '选一个居民点和一项服务；或在“还差谁”里点“为什么”。',
            en: 'Choose a settlement and a service, or press “Why” under “Missed”.',
          })}
        </Typography.Text>
      )}
      {start.error && <Trouble error={start.error} />}
      {job && (
        <AskedWork
          key={job.id}
          job={job}
          title={{ zh: '正在找答案', en: 'Looking for the answer' }}
          onClose={() => setJob(null)}
        >
          {(answer) => <WhyAnswer job={answer} known={known} />}
        </AskedWork>
      )}
    </Flex>
  )
}
