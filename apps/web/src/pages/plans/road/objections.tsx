import type { Objection, PlanRoad } from '@kuashan/contract/plans.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { AnswerSource } from '@kuashan/core/plan/answer-source.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { formatYuan } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { colours } from '@kuashan/ui/tokens.ts'
import { Button, Card, Flex, Typography } from 'antd'
import { useState } from 'react'
import type { Known } from '../../../server/names.ts'
import { useAnswer, useChange } from '../../../server/server.ts'
import { useCounty, useMay } from '../../../shell/county.tsx'
import { Field } from '../../../shell/field.tsx'
import { SayForm } from '../../../shell/say-form.tsx'
import { SearchSelect } from '../../../shell/search-select.tsx'
import { useWho, whenText } from '../../../shell/who-and-when.ts'
import { AnswerObjection } from './answer-objection.tsx'

interface ObjectionsProps {
  /** Id of the plan, and the plan. */
  id: string
  plan: Plan
  notices: PlanRoad['notices']
  known: Known
}

/** What villages object to, each answered with its price and with who would be displaced. */
export function Objections({ id, plan, notices, known }: ObjectionsProps) {
  const say = useSay()
  const county = useCounty()
  const objections = useAnswer(routes.plans.objections, { params: { county, plan: id } })
  const mayObject = useMay(routes.plans.object)
  const object = useChange(routes.plans.object, ['plans'])
  const [village, setVillage] = useState<string | undefined>(notices[0]?.village)
  const rows = objections.data?.data ?? []
  const next = rows.find(({ answer }) => answer === null)
  return (
    <Card size="small" title={say({ zh: '异议和答复', en: 'Objections and answers' })}>
      <Flex vertical gap={16}>
        {rows.length === 0 && (
          <Typography.Text type="secondary">
            {say({ zh: '还没有异议', en: 'No objections yet' })}
          </Typography.Text>
        )}
        {rows.map((row) => (
          <OneObjection
            key={row.id}
            id={id}
            plan={plan}
            objection={row}
            known={known}
            isNext={row.id === next?.id}
          />
        ))}
        {mayObject && village !== undefined && (
          <SayForm
            draft={`objection ${id}`}
            label={{ zh: '异议', en: 'Objection' }}
            button={{ zh: '登记异议', en: 'Record the objection' }}
            busy={object.isPending}
            error={object.error}
            onSay={(body) =>
              object.mutateAsync({ params: { county, plan: id }, body: { village, body } })
            }
          >
            <Field label={say({ zh: '哪个村提的异议', en: 'Village that objects' })}>
              {(field) => (
                <SearchSelect
                  id={field}
                  style={{ width: 260 }}
                  value={village}
                  onChange={setVillage}
                  options={notices.map((n) => ({ value: n.village, label: n.name }))}
                />
              )}
            </Field>
          </SayForm>
        )}
      </Flex>
    </Card>
  )
}

interface OneProps {
  id: string
  plan: Plan
  objection: Objection
  known: Known
  /** The first that waits for an answer: its form is open. */
  isNext: boolean
}

function OneObjection({ id, plan, objection, known, isNext }: OneProps) {
  const say = useSay()
  const [asked, setAsked] = useState(false)
  const who = useWho()
  const language = useLanguage()
  const mayAnswer = useMay(routes.plans.answerObjection)
  const { names } = known
  return (
    <article style={{ borderTop: `1px solid ${colours.line}`, paddingTop: 12 }}>
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
          {objection.source && <Source source={objection.source} />}
        </div>
      )}
      {objection.answer === null &&
        mayAnswer &&
        (isNext || asked ? (
          <AnswerObjection id={id} plan={plan} objection={objection} known={known} />
        ) : (
          <Button onClick={() => setAsked(true)}>
            {say({ zh: '答复这一条…', en: 'Answer this one…' })}
          </Button>
        ))}
      {objection.answer === null && !mayAnswer && (
        <Typography.Text type="warning">
          {say({ zh: '等规划员答复', en: 'Waits for the planner’s answer' })}
        </Typography.Text>
      )}
    </article>
  )
}

/** How price and displaced were found. */
function Source({ source }: { source: AnswerSource }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <div>
      <Typography.Text type="secondary">
        {source.by === 'hand'
          ? say({ zh: '人工估算：{how}', en: 'Reckoned by hand: {how}' }, { how: source.how })
          : say(
              {
                zh: '来源：在方案第 {version} 版上试改，算得每年 {price}',
                en: 'Source: tried on version {version} of the plan, which gave {price} a year',
              },
              { version: source.documentVersion, price: formatYuan(source.priceFen, language) },
            )}
      </Typography.Text>
    </div>
  )
}
