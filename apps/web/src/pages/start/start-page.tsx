import type { CountySummary } from '@kuashan/contract/counties.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Card, Flex, Spin, Steps, Typography } from 'antd'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { ImportUpload } from '../../parts/imports/import-upload.tsx'
import { TakeTemplate } from '../../parts/imports/take-template.tsx'
import { useAnswer } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { stepNow } from './step-now.ts'
import { TablesThere } from './tables-there.tsx'

const titles: readonly Words[] = [
  { zh: '取起步包', en: 'Take the start package' },
  { zh: '填表、上传、采用', en: 'Fill it in, upload, accept' },
  { zh: '测算', en: 'Measure' },
  { zh: '第一个方案', en: 'A first plan' },
]

/** The way of a new county from nothing to a first plan: what is there, what lacks, what comes next. */
export default function StartPage() {
  const county = useCounty()
  const params = { county }
  const summary = useAnswer(routes.counties.get, { params })
  const measured = useAnswer(
    routes.measures.latest,
    { params, query: {} },
    { enabled: summary.data?.data.settings != null },
  )
  const plans = useAnswer(routes.plans.list, { params })
  if (summary.error) return <Trouble error={summary.error} onRetry={() => summary.refetch()} />
  if (!summary.data || plans.isPending) return <Spin size="large" />
  const now = stepNow({
    hasData: summary.data.data.settings !== null,
    isMeasured: measured.data !== undefined,
    plans: plans.data?.data.length ?? 0,
  })
  return <Way summary={summary.data.data} now={now} />
}

function Way({ summary, now }: { summary: CountySummary; now: number }) {
  const say = useSay()
  return (
    <Flex vertical gap={16} style={{ maxWidth: 960 }}>
      <Steps
        size="small"
        current={now}
        items={titles.map((title) => ({ title: say(title) }))}
        aria-label={say({ zh: '起步的步骤', en: 'Steps of the beginning' })}
      />
      <Part title={titles[0]!}>
        <TakeTemplate />
      </Part>
      <Part title={titles[1]!}>
        <Upload />
        <TablesThere counts={summary.counts} hasData={summary.settings !== null} />
      </Part>
      <Part title={titles[2]!}>
        <Next
          ready={now >= 2}
          to="/measure"
          what={{ zh: '去测算：哪些村达不到标准', en: 'Measure: which villages fall short' }}
          before={{
            zh: '采用数据以后就能测算。',
            en: 'Once data are accepted, they can be measured.',
          }}
        />
      </Part>
      <Part title={titles[3]!}>
        <Next
          ready={now >= 2}
          to="/plans"
          what={{ zh: '去做方案', en: 'Make a plan' }}
          before={{
            zh: '采用数据以后就能做方案；车辆、人员、资金三张表先填好。',
            en: 'Once data are accepted, a plan can be made; fill in vehicles, staff and funds first.',
          }}
        />
      </Part>
    </Flex>
  )
}

function Part({ title, children }: { title: Words; children: ReactNode }) {
  const say = useSay()
  return (
    <Card
      size="small"
      title={
        <Typography.Title level={2} style={{ fontSize: 16, margin: 0 }}>
          {say(title)}
        </Typography.Title>
      }
    >
      {children}
    </Card>
  )
}

function Upload() {
  const say = useSay()
  const navigate = useNavigate()
  if (useMay(routes.counties.upload))
    return <ImportUpload onDone={(id) => navigate(`/territory?tab=import&import=${id}`)} />
  return <p>{say({ zh: '由规划员上传。', en: 'The planner uploads it.' })}</p>
}

function Next(given: { ready: boolean; to: string; what: Words; before: Words }) {
  const say = useSay()
  return given.ready ? (
    <Link to={given.to}>{say(given.what)}</Link>
  ) : (
    <Typography.Text type="secondary">{say(given.before)}</Typography.Text>
  )
}
