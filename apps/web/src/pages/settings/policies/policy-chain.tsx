import type { SaidFinding } from '@kuashan/contract/problem.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Flex, Select, Spin, Typography } from 'antd'
import { useState } from 'react'
import { useAnswer } from '../../../server/server.ts'
import { useCounty } from '../../../shell/county.tsx'
import { Field } from '../../../shell/field.tsx'
import { FindingTable } from '../../../shell/finding-table.tsx'
import { Trouble } from '../../../shell/trouble.tsx'
import { ChainTable } from './chain-table.tsx'
import { PolicyTexts } from './policy-texts.tsx'

/** Where a gap is, as the office calls it: a building, a text or a service. */
const whereOf = ({ facts, at }: SaidFinding, language: Language): string =>
  String(
    (language === 'zh' ? (facts.nameZh ?? facts.serviceZh) : (facts.name ?? facts.service)) ??
      facts.title ??
      at.path ??
      '',
  )

/** From what is planned and built to the standards and policy texts behind it, and where that chain is broken. */
export function PolicyChain() {
  const say = useSay()
  const county = useCounty()
  const [plan, setPlan] = useState<string | null>(null)
  const plans = useAnswer(routes.plans.list, { params: { county } })
  const language = useLanguage()
  const query = plan === null ? {} : { plan }
  const chain = useAnswer(routes.policies.chain, { params: { county }, query })
  return (
    <Flex vertical gap={16}>
      <Typography.Text type="secondary">
        {say({
          zh: '安排的服务、要建的设施，背后应有标准；标准背后应有政策文件。断开的地方都列在下面。',
          en: 'Behind what is planned and built there should be a standard, and behind each standard a policy text. Every break is listed below.',
        })}
      </Typography.Text>
      <Field label={say({ zh: '看哪个方案', en: 'Which plan' })}>
        {(id) => (
          <Select
            id={id}
            style={{ width: 320 }}
            value={plan ?? ''}
            onChange={(chosen) => setPlan(chosen || null)}
            options={[
              {
                value: '',
                label: say({
                  zh: '不看方案，只看县里的项目',
                  en: 'None: the county’s own projects',
                }),
              },
              ...(plans.data?.data ?? []).map((one) => ({ value: one.id, label: one.name })),
            ]}
          />
        )}
      </Field>
      {chain.error && <Trouble error={chain.error} onRetry={() => chain.refetch()} />}
      {chain.isPending && <Spin size="large" />}
      {chain.data && (
        <>
          <Typography.Title level={2} style={{ fontSize: 18, margin: 0 }}>
            {say({ zh: '断开的地方', en: 'Gaps in the chain' })}
          </Typography.Title>
          {chain.data.data.gaps.length === 0 ? (
            <Typography.Text type="success">
              {say({
                zh: '没有断开的地方：每一项背后都有标准，每条标准都有文件。',
                en: 'No gaps: a standard is behind everything, and a text behind each standard.',
              })}
            </Typography.Text>
          ) : (
            <FindingTable
              findings={chain.data.data.gaps.map((gap) => ({
                ...gap,
                at: { path: whereOf(gap, language) },
              }))}
            />
          )}
          <Typography.Title level={2} style={{ fontSize: 18, margin: 0 }}>
            {say({ zh: '整条链', en: 'The whole chain' })}
          </Typography.Title>
          <ChainTable chain={chain.data.data} />
        </>
      )}
      <PolicyTexts />
    </Flex>
  )
}
