import type { Comment } from '@kuashan/contract/plans.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Card, Flex, Input, Typography } from 'antd'
import { useAnswer, useChange } from '../../../server/server.ts'
import { useCounty, useMay } from '../../../shell/county.tsx'
import { useDraft } from '../../../shell/draft.ts'
import { Field } from '../../../shell/field.tsx'
import { SayForm } from '../../../shell/say-form.tsx'
import { useWho, whenText } from '../../../shell/who-and-when.ts'

/** What departments say of a plan, each with its answer or a place to write one. */
export function Comments({ plan }: { plan: string }) {
  const say = useSay()
  const county = useCounty()
  const comments = useAnswer(routes.plans.comments, { params: { county, plan } })
  const mayComment = useMay(routes.plans.comment)
  const comment = useChange(routes.plans.comment, ['plans'])
  const [department, setDepartment] = useDraft(`department ${plan}`, '')
  const rows = comments.data?.data ?? []
  return (
    <Card size="small" title={say({ zh: '部门意见', en: 'Comments of departments' })}>
      <Flex vertical gap={16}>
        {rows.length === 0 && (
          <Typography.Text type="secondary">
            {say({ zh: '还没有意见', en: 'No comments yet' })}
          </Typography.Text>
        )}
        {rows.map((row) => (
          <OneComment key={row.id} plan={plan} comment={row} />
        ))}
        {mayComment && (
          <SayForm
            draft={`comment ${plan}`}
            label={{ zh: '意见', en: 'Comment' }}
            button={{ zh: '提意见', en: 'Comment' }}
            busy={comment.isPending}
            error={comment.error}
            onSay={(body) =>
              comment.mutateAsync({
                params: { county, plan },
                body: {
                  department: department.trim() || say({ zh: '未写部门', en: 'no department' }),
                  body,
                },
              })
            }
          >
            <Field label={say({ zh: '部门', en: 'Department' })}>
              {(field) => (
                <Input
                  id={field}
                  maxLength={200}
                  value={department}
                  onChange={(event) => setDepartment(event.target.value)}
                />
              )}
            </Field>
          </SayForm>
        )}
      </Flex>
    </Card>
  )
}

function OneComment({ plan, comment }: { plan: string; comment: Comment }) {
  const say = useSay()
  const county = useCounty()
  const who = useWho()
  const mayAnswer = useMay(routes.plans.answerComment)
  const answer = useChange(routes.plans.answerComment, ['plans'])
  return (
    <article>
      <Typography.Text type="secondary">
        {comment.department} · {who(comment.madeBy)} · {whenText(comment.madeAt)}
      </Typography.Text>
      <div lang="zh">{comment.body}</div>
      {comment.answer !== null && (
        <div>
          <strong>{say({ zh: '答复：', en: 'Answer: ' })}</strong>
          <span lang="zh">{comment.answer}</span>
        </div>
      )}
      {comment.answer === null && mayAnswer && (
        <SayForm
          draft={`answer ${comment.id}`}
          label={{ zh: '答复', en: 'Answer' }}
          button={{ zh: '答复', en: 'Answer' }}
          busy={answer.isPending}
          error={answer.error}
          onSay={(text) =>
            answer.mutateAsync({
              params: { county, plan, comment: comment.id },
              body: { text },
              version: String(comment.version),
            })
          }
        />
      )}
      {comment.answer === null && !mayAnswer && (
        <Typography.Text type="warning">
          {say({ zh: '等规划员答复', en: 'Waits for the planner’s answer' })}
        </Typography.Text>
      )}
    </article>
  )
}
