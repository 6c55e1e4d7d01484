import type { Objection } from '@kuashan/contract/plans.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { colours } from '@kuashan/ui/tokens.ts'
import { Card, Flex, Typography } from 'antd'
import { type ReactNode, useState } from 'react'
import { useAnswer, useChange } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { Field } from '../../shell/field.tsx'
import { SayForm } from '../../shell/say-form.tsx'
import { SearchSelect } from '../../shell/search-select.tsx'
import { whenText } from '../../shell/who-and-when.ts'

interface ObjectionCardProps {
  plan: string
  title: Words
  /** Villages that may object, by name. */
  villages: readonly { village: string; name: string }[]
  /** What a new objection is asked for by. */
  asks: Words
  /** Where an objection is from. */
  from: (objection: Objection) => string
  /** What became of an objection; `isNext` is the first that waits for an answer. */
  children: (objection: Objection, isNext: boolean) => ReactNode
}

/** Objections to a plan, with what became of each, and a place to record another. */
export function ObjectionCard({ plan, title, villages, asks, from, children }: ObjectionCardProps) {
  const say = useSay()
  const county = useCounty()
  const objections = useAnswer(routes.plans.objections, { params: { county, plan } })
  const rows = objections.data?.data ?? []
  const next = rows.find(({ answer }) => answer === null)
  return (
    <Card size="small" title={say(title)}>
      <Flex vertical gap={16}>
        {rows.length === 0 && (
          <Typography.Text type="secondary">
            {say({ zh: '还没有异议', en: 'No objections yet' })}
          </Typography.Text>
        )}
        {rows.map((row) => (
          <article key={row.id} style={{ borderTop: `1px solid ${colours.line}`, paddingTop: 12 }}>
            <Typography.Text type="secondary">
              {from(row)} · {whenText(row.madeAt)}
            </Typography.Text>
            <div lang="zh">{row.body}</div>
            {children(row, row.id === next?.id)}
          </article>
        ))}
        <RecordObjection plan={plan} villages={villages} asks={asks} />
      </Flex>
    </Card>
  )
}

/** A place to record what a village objects to; nothing for those who may not. */
function RecordObjection({
  plan,
  villages,
  asks,
}: Pick<ObjectionCardProps, 'plan' | 'villages' | 'asks'>) {
  const say = useSay()
  const county = useCounty()
  const mayObject = useMay(routes.plans.object)
  const object = useChange(routes.plans.object, ['plans'])
  const [village, setVillage] = useState<string | undefined>(villages[0]?.village)
  if (!mayObject || village === undefined) return null
  return (
    <SayForm
      draft={`objection ${plan}`}
      label={asks}
      button={{ zh: '登记异议', en: 'Record the objection' }}
      busy={object.isPending}
      error={object.error}
      onSay={(body) => object.mutateAsync({ params: { county, plan }, body: { village, body } })}
    >
      <Field label={say({ zh: '哪个村提的异议', en: 'Village that objects' })}>
        {(field) => (
          <SearchSelect
            id={field}
            style={{ width: 260 }}
            value={village}
            onChange={setVillage}
            options={villages.map((one) => ({ value: one.village, label: one.name }))}
          />
        )}
      </Field>
    </SayForm>
  )
}
