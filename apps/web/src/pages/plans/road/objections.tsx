import type { Objection, PlanRoad } from '@kuashan/contract/plans.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { formatYuan } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Card, Flex, InputNumber, Radio, Select, Typography } from 'antd'
import { useState } from 'react'
import type { Known } from '../../../server/names.ts'
import { useAnswer, useChange } from '../../../server/server.ts'
import { useCounty, useMay } from '../../../shell/county.tsx'
import { Field } from '../field.tsx'
import { SayForm } from './say-form.tsx'
import { useWho, whenText } from './who-and-when.ts'

interface ObjectionsProps {
  plan: string
  notices: PlanRoad['notices']
  known: Known
}

/** What villages object to, each answered with its price and with who would be displaced. */
export function Objections({ plan, notices, known }: ObjectionsProps) {
  const say = useSay()
  const county = useCounty()
  const objections = useAnswer(routes.plans.objections, { params: { county, plan } })
  const mayObject = useMay(routes.plans.object)
  const object = useChange(routes.plans.object, ['plans'])
  const [village, setVillage] = useState<string | undefined>(notices[0]?.village)
  const rows = objections.data?.data ?? []
  return (
    <Card size="small" title={say({ zh: '异议和答复', en: 'Objections and answers' })}>
      <Flex vertical gap={16}>
        {rows.length === 0 && (
          <Typography.Text type="secondary">
            {say({ zh: '还没有异议', en: 'No objections yet' })}
          </Typography.Text>
        )}
        {rows.map((row) => (
          <OneObjection key={row.id} plan={plan} objection={row} known={known} />
        ))}
        {mayObject && village !== undefined && (
          <SayForm
            draft={`objection ${plan}`}
            label={{ zh: '异议', en: 'Objection' }}
            button={{ zh: '登记异议', en: 'Record the objection' }}
            busy={object.isPending}
            error={object.error}
            onSay={(body) =>
              object.mutateAsync({ params: { county, plan }, body: { village, body } })
            }
          >
            <Flex vertical>
              <span>{say({ zh: '哪个村', en: 'Village' })}</span>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                style={{ width: 260 }}
                aria-label={say({ zh: '哪个村提的异议', en: 'Village that objects' })}
                value={village}
                onChange={setVillage}
                options={notices.map((n) => ({ value: n.village, label: n.name }))}
              />
            </Flex>
          </SayForm>
        )}
      </Flex>
    </Card>
  )
}

interface OneProps {
  plan: string
  objection: Objection
  known: Known
}

function OneObjection({ plan, objection, known }: OneProps) {
  const say = useSay()
  const who = useWho()
  const language = useLanguage()
  const mayAnswer = useMay(routes.plans.answerObjection)
  const { names } = known
  return (
    <article>
      <Typography.Text type="secondary">
        {names.village(objection.village)} · {who(objection.madeBy)} · {whenText(objection.madeAt)}
      </Typography.Text>
      <div>{objection.body}</div>
      {objection.answer !== null && (
        <div>
          <strong>
            {objection.accepted
              ? say({ zh: '采纳：', en: 'Accepted: ' })
              : say({ zh: '没有采纳：', en: 'Not accepted: ' })}
          </strong>
          {objection.answer}
          <br />
          {say({ zh: '每年要多花', en: 'More a year' })}{' '}
          {formatYuan(objection.priceFen ?? 0, language)}
          {' · '}
          {say({ zh: '会受影响：', en: 'would be displaced: ' })}
          {objection.displaced
            ?.map((id) => names.settlement(id))
            .join(say({ zh: '、', en: ', ' })) || say({ zh: '没有人', en: 'nobody' })}
        </div>
      )}
      {objection.answer === null && mayAnswer && (
        <AnswerObjection plan={plan} objection={objection} known={known} />
      )}
      {objection.answer === null && !mayAnswer && (
        <Typography.Text type="warning">
          {say({ zh: '等规划员答复', en: 'Waits for the planner’s answer' })}
        </Typography.Text>
      )}
    </article>
  )
}

function AnswerObjection({ plan, objection, known }: OneProps) {
  const say = useSay()
  const county = useCounty()
  const answer = useChange(routes.plans.answerObjection, ['plans'])
  const [yuan, setYuan] = useState(0)
  const [displaced, setDisplaced] = useState<string[]>([])
  const [accepted, setAccepted] = useState(false)
  return (
    <SayForm
      draft={`answer ${objection.id}`}
      label={{ zh: '答复', en: 'Answer' }}
      button={{ zh: '答复', en: 'Answer' }}
      busy={answer.isPending}
      error={answer.error}
      onSay={(text) =>
        answer.mutateAsync({
          params: { county, plan, objection: objection.id },
          body: { text, accepted, displaced, priceFen: Math.round(yuan * 100) },
          version: String(objection.version),
        })
      }
    >
      <Flex gap={16} wrap align="end">
        <Field label={say({ zh: '照办每年要多花（元）', en: 'Price of it, yuan a year' })}>
          {(field) => (
            <InputNumber<number>
              id={field}
              style={{ width: 160 }}
              value={yuan}
              onChange={(value) => setYuan(value ?? 0)}
            />
          )}
        </Field>
        <Flex vertical>
          <span>{say({ zh: '照办会影响谁', en: 'Who would be displaced' })}</span>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            style={{ width: 320 }}
            aria-label={say({ zh: '照办会影响谁', en: 'Who would be displaced' })}
            placeholder={say({ zh: '没有人', en: 'nobody' })}
            value={displaced}
            onChange={setDisplaced}
            options={known.territory.settlements.map((s) => ({
              value: s.id,
              label: known.names.settlementInVillage(s.id),
            }))}
          />
        </Flex>
        <Radio.Group
          value={accepted}
          onChange={(event) => setAccepted(event.target.value)}
          options={[
            { value: false, label: say({ zh: '不采纳', en: 'Not accepted' }) },
            { value: true, label: say({ zh: '采纳', en: 'Accepted' }) },
          ]}
        />
      </Flex>
    </SayForm>
  )
}
