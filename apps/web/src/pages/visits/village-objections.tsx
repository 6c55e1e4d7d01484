import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Card, Flex, Typography } from 'antd'
import { useState } from 'react'
import { useAnswer, useChange } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { SayForm } from '../../shell/say-form.tsx'
import { SearchSelect } from '../../shell/search-select.tsx'
import { whenText } from '../../shell/who-and-when.ts'

interface VillageObjectionsProps {
  plan: string
  villages: readonly { village: string; name: string }[]
}

/** What residents of the area object to, with the answers, and a place to take another down. */
export function VillageObjections({ plan, villages }: VillageObjectionsProps) {
  const say = useSay()
  const county = useCounty()
  const objections = useAnswer(routes.plans.objections, { params: { county, plan } })
  const mayObject = useMay(routes.plans.object)
  const object = useChange(routes.plans.object, ['plans'])
  const [village, setVillage] = useState<string | undefined>(villages[0]?.village)
  const names = new Map(villages.map((one) => [one.village, one.name]))
  const rows = objections.data?.data ?? []
  return (
    <Card size="small" title={say({ zh: '村民异议', en: 'Objections of residents' })}>
      <Flex vertical gap={16}>
        {rows.length === 0 && (
          <Typography.Text type="secondary">
            {say({ zh: '还没有异议', en: 'No objections yet' })}
          </Typography.Text>
        )}
        {rows.map((row) => (
          <article key={row.id}>
            <Typography.Text type="secondary">
              {names.get(row.village) ?? row.village} · {whenText(row.madeAt)}
            </Typography.Text>
            <div>{row.body}</div>
            <div>
              {row.answer === null
                ? say({ zh: '等规划员答复', en: 'Waits for the planner’s answer' })
                : say({ zh: '答复：{answer}', en: 'Answer: {answer}' }, { answer: row.answer })}
            </div>
          </article>
        ))}
        {mayObject && village !== undefined && (
          <SayForm
            draft={`objection ${plan}`}
            label={{ zh: '村民怎么说', en: 'What the resident says' }}
            button={{ zh: '登记异议', en: 'Record the objection' }}
            busy={object.isPending}
            error={object.error}
            onSay={(body) =>
              object.mutateAsync({ params: { county, plan }, body: { village, body } })
            }
          >
            <Flex vertical>
              <span>{say({ zh: '哪个村', en: 'Village' })}</span>
              <SearchSelect
                style={{ width: 260 }}
                aria-label={say({ zh: '哪个村提的异议', en: 'Village that objects' })}
                value={village}
                onChange={setVillage}
                options={villages.map((one) => ({ value: one.village, label: one.name }))}
              />
            </Flex>
          </SayForm>
        )}
      </Flex>
    </Card>
  )
}
