import type { Objection, PlanRoad } from '@kuashan/contract/plans.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { AnswerSource } from '@kuashan/core/plan/answer-source.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { formatYuan } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Typography } from 'antd'
import { useState } from 'react'
import { ObjectionCard } from '../../../parts/plans/objection-card.tsx'
import type { Known } from '../../../server/names.ts'
import { useMay } from '../../../shell/county.tsx'
import { useWho } from '../../../shell/who-and-when.ts'
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
  const who = useWho()
  return (
    <ObjectionCard
      plan={id}
      title={{ zh: '异议和答复', en: 'Objections and answers' }}
      villages={notices}
      asks={{ zh: '异议', en: 'Objection' }}
      from={({ village, madeBy }) => `${known.names.village(village)} · ${who(madeBy)}`}
    >
      {(objection, isNext) =>
        objection.answer === null ? (
          <Unanswered id={id} plan={plan} objection={objection} known={known} isNext={isNext} />
        ) : (
          <Answered objection={objection} names={known.names} />
        )
      }
    </ObjectionCard>
  )
}

function Answered({ objection, names }: { objection: Objection; names: Known['names'] }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <div>
      <strong>
        {objection.accepted
          ? say({ zh: '采纳：', en: 'Accepted: ' })
          : say({ zh: '没有采纳：', en: 'Not accepted: ' })}
      </strong>
      <span lang="zh">{objection.answer}</span>
      <br />
      {say({ zh: '每年要多花', en: 'More a year' })} {formatYuan(objection.priceFen ?? 0, language)}
      {' · '}
      {say({ zh: '会受影响：', en: 'would be displaced: ' })}
      {objection.displaced?.map((id) => names.settlement(id)).join(say({ zh: '、', en: ', ' })) ||
        say({ zh: '没有人', en: 'nobody' })}
      {objection.source && <Source source={objection.source} />}
    </div>
  )
}

interface UnansweredProps {
  id: string
  plan: Plan
  objection: Objection
  known: Known
  /** The first that waits for an answer: its form is open. */
  isNext: boolean
}

function Unanswered({ id, plan, objection, known, isNext }: UnansweredProps) {
  const say = useSay()
  const [asked, setAsked] = useState(false)
  const mayAnswer = useMay(routes.plans.answerObjection)
  if (!mayAnswer)
    return (
      <Typography.Text type="warning">
        {say({ zh: '等规划员答复', en: 'Waits for the planner’s answer' })}
      </Typography.Text>
    )
  if (isNext || asked)
    return <AnswerObjection id={id} plan={plan} objection={objection} known={known} />
  return (
    <Button onClick={() => setAsked(true)}>
      {say({ zh: '答复这一条…', en: 'Answer this one…' })}
    </Button>
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
