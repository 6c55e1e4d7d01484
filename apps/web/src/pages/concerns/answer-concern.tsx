import type { ConcernLine } from '@kuashan/contract/concerns.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Typography } from 'antd'
import { useChange } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { SayForm } from '../../shell/say-form.tsx'
import { whenText } from '../../shell/who-and-when.ts'

/** The answer that closed a concern, or a place to write one. */
export function AnswerConcern({ concern }: { concern: ConcernLine }) {
  const say = useSay()
  const county = useCounty()
  const mayAnswer = useMay(routes.concerns.answer)
  const answer = useChange(routes.concerns.answer, ['concerns'])
  if (concern.answer !== null)
    return (
      <div>
        <strong>{say({ zh: '答复', en: 'Answer' })}</strong>
        {concern.answeredAt && ` · ${whenText(concern.answeredAt)}`}
        <div lang="zh">{concern.answer}</div>
      </div>
    )
  if (!mayAnswer)
    return (
      <Typography.Text type="secondary">
        {say({ zh: '还没有答复', en: 'Not answered yet' })}
      </Typography.Text>
    )
  return (
    <SayForm
      draft={`concern ${concern.id}`}
      label={{
        zh: '怎么解决的，怎么答复村民',
        en: 'How it was settled, and what residents are told',
      }}
      button={{ zh: '答复并办结', en: 'Answer and close' }}
      busy={answer.isPending}
      error={answer.error}
      onSay={(text) =>
        answer.mutateAsync({
          params: { county, concern: concern.id },
          body: { text },
          version: String(concern.version),
        })
      }
    />
  )
}
