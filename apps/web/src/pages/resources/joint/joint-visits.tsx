import type { PlanLine } from '@kuashan/contract/plans.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { planStepNames } from '@kuashan/core/plan/publication.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Empty, Flex, InputNumber, Select, Spin, Typography } from 'antd'
import { useState } from 'react'
import type { Known } from '../../../server/names.ts'
import { useAnswer } from '../../../server/server.ts'
import { useCounty } from '../../../shell/county.tsx'
import { Field } from '../../../shell/field.tsx'
import { Trouble } from '../../../shell/trouble.tsx'
import { JointEvents } from './joint-events.tsx'
import { JointOffers } from './joint-offers.tsx'

/** Drafts can be changed at once; then the plan in force. What is planned under a scenario only comes last. */
const order: readonly PlanLine['step'][] = ['draft', 'published']
const rank = ({ step, scenario }: PlanLine): number => {
  const at = order.indexOf(step)
  return scenario !== null || at < 0 ? order.length : at
}

/** Visits of two departments to one village within days of each other, offered as one joint visit. */
export function JointVisits({ known }: { known: Known }) {
  const say = useSay()
  const county = useCounty()
  const plans = useAnswer(routes.plans.list, { params: { county } })
  const [chosen, setChosen] = useState<string | null>(null)
  const [within, setWithin] = useState(7)
  if (plans.isPending) return <Spin size="large" />
  if (plans.error) return <Trouble error={plans.error} onRetry={() => plans.refetch()} />
  const lines = [...plans.data.data].sort((a, b) => rank(a) - rank(b))
  const line = lines.find(({ id }) => id === chosen) ?? lines[0]
  if (!line) return <Empty description={say({ zh: '还没有方案', en: 'There is no plan yet' })} />
  return (
    <Flex vertical gap={12}>
      <Typography.Text type="secondary">
        {say({
          zh: '两个部门同一天或几天之内到同一个村，可以合成一次：村民少跑一趟，村里少准备一次。草案里接受后试算、再保存；别的方案记为一条意见。部门日历里的事项也一起比对。',
          en: 'Where two departments come to one village on one day or within days of each other they could come together: residents go once, the village prepares once. Of a draft the offer is tried and then saved; of other plans it is kept as a comment. What departments have entered in the shared calendar is compared too.',
        })}
      </Typography.Text>
      <Flex gap={12} wrap align="end">
        <Field label={say({ zh: '哪个方案', en: 'Which plan' })}>
          {(id) => (
            <Select
              id={id}
              style={{ minWidth: 320 }}
              value={line.id}
              onChange={setChosen}
              options={lines.map((one) => ({
                value: one.id,
                label: `${one.name} · ${say(planStepNames[one.step])}`,
              }))}
            />
          )}
        </Field>
        <Field label={say({ zh: '相隔不超过几天', en: 'Days apart, at most' })}>
          {(id) => (
            <InputNumber
              id={id}
              min={0}
              max={60}
              value={within}
              onChange={(days) => setWithin(days ?? 7)}
            />
          )}
        </Field>
      </Flex>
      <JointOffers key={line.id} line={line} within={within} known={known} />
      <JointEvents key={`${line.id} events`} line={line} within={within} known={known} />
    </Flex>
  )
}
