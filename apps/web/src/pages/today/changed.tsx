import { routes } from '@kuashan/contract/routes.ts'
import { planStepNames } from '@kuashan/core/plan/publication.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Card, Timeline, Typography } from 'antd'
import { Link } from 'react-router'
import { useAnswer } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { whenText } from '../../shell/who-and-when.ts'

interface News {
  key: string
  at: string
  to: string
  what: Words
  facts: Record<string, string>
}

const most = 8

/** What changed last: plans, scenarios and data, the newest first. */
export function Changed() {
  const say = useSay()
  const county = useCounty()
  const params = { county }
  const plans = useAnswer(routes.plans.list, { params }).data?.data ?? []
  const scenarios = useAnswer(
    routes.scenarios.list,
    { params },
    { enabled: useMay(routes.scenarios.list) },
  )
  const imports = useAnswer(
    routes.counties.imports,
    { params },
    { enabled: useMay(routes.counties.imports) },
  )
  const news: News[] = [
    ...plans.map(({ id, name, step, changedAt }) => ({
      key: id,
      at: changedAt,
      to: `/plans/${id}`,
      what: { zh: '方案“{name}”：{step}', en: 'Plan “{name}”: {step}' },
      facts: { name, step: say(planStepNames[step]) },
    })),
    ...(scenarios.data?.data ?? []).map(({ id, name, changedAt }) => ({
      key: id,
      at: changedAt,
      to: `/scenarios/${id}`,
      what: { zh: '情景“{name}”有改动', en: 'Scenario “{name}” changed' },
      facts: { name },
    })),
    ...(imports.data?.data ?? []).map(({ id, source, state, madeAt }) => ({
      key: id,
      at: madeAt,
      to: '/settings/data',
      what:
        state === 'staged'
          ? { zh: '有数据等着采用：{source}', en: 'Data wait to be accepted: {source}' }
          : { zh: '数据更新：{source}', en: 'Data: {source}' },
      facts: { source },
    })),
  ]
  const shown = news.sort((a, b) => b.at.localeCompare(a.at)).slice(0, most)
  return (
    <Card
      size="small"
      style={{ flex: 2, minWidth: 320 }}
      title={say({ zh: '最近的变化', en: 'What changed' })}
    >
      {shown.length === 0 ? (
        <Typography.Text type="secondary">
          {say({ zh: '还没有变化', en: 'Nothing changed yet' })}
        </Typography.Text>
      ) : (
        <Timeline
          items={shown.map(({ key, at, to, what, facts }) => ({
            key,
            content: (
              <>
                <Typography.Text type="secondary">{whenText(at)}</Typography.Text>{' '}
                <Link to={to}>{say(what, facts)}</Link>
              </>
            ),
          }))}
        />
      )}
    </Card>
  )
}
