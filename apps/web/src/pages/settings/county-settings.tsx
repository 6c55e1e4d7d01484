import type { CountySummary } from '@kuashan/contract/counties.ts'
import type { Job } from '@kuashan/contract/jobs.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Alert, Button, Card, Descriptions, Form, Input, Spin } from 'antd'
import { Link, useNavigate } from 'react-router'
import { useAnswer, useChange } from '../../server/server.ts'
import { useWatchedJob } from '../../server/watch-job.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { Trouble } from '../../shell/trouble.tsx'

type Settings = NonNullable<CountySummary['settings']>

interface Entered {
  name: string
  nameEn: string
  asOf: string
  from: string
  to: string
}

/** The county’s name, code, coordinate system and year; changing them makes an import that is looked at and accepted like any other. */
export function CountySettings() {
  const say = useSay()
  const county = useCounty()
  const summary = useAnswer(routes.counties.get, { params: { county } })
  if (summary.error) return <Trouble error={summary.error} onRetry={() => summary.refetch()} />
  if (!summary.data) return <Spin size="large" />
  const { settings, name, nameEn } = summary.data.data
  return (
    <Card size="small" style={{ maxWidth: 760 }}>
      <Descriptions
        size="small"
        column={1}
        items={[
          { key: 'code', label: say({ zh: '区划代码', en: 'Division code' }), children: county },
          ...(settings === null
            ? [
                {
                  key: 'name',
                  label: say({ zh: '名称', en: 'Name' }),
                  children: [name, nameEn].filter(Boolean).join(' · '),
                },
              ]
            : [
                {
                  key: 'coordinates',
                  label: say({ zh: '存储的坐标系', en: 'Coordinates kept in' }),
                  children: settings.coordinates,
                },
              ]),
        ]}
      />
      {settings === null ? (
        <Link to="/start">
          {say({ zh: '还没有数据：从起步开始', en: 'No data yet: begin with the first steps' })}
        </Link>
      ) : (
        <SettingsForm settings={settings} />
      )}
    </Card>
  )
}

function SettingsForm({ settings }: { settings: Settings }) {
  const say = useSay()
  const county = useCounty()
  const may = useMay(routes.counties.changeSettings)
  const change = useChange(routes.counties.changeSettings, ['jobs', 'counties'])
  const { name, nameEn, asOf, horizon } = settings
  const send = (body: Entered) => change.mutate({ params: { county }, body: body as never })
  const day = [
    {
      pattern: /^\d{4}-\d{2}-\d{2}$/,
      required: true,
      message: say({ zh: '写成 2026-01-01', en: 'Write it as 2026-01-01' }),
    },
  ]
  const needed = [{ required: true, message: say({ zh: '请填写', en: 'Please fill in' }) }]
  return (
    <Form<Entered>
      layout="vertical"
      requiredMark={false}
      disabled={!may || change.isPending}
      initialValues={{ name, nameEn, asOf, ...horizon }}
      onFinish={send}
      style={{ marginTop: 12 }}
    >
      <Form.Item name="name" label={say({ zh: '名称', en: 'Name' })} rules={needed}>
        <Input />
      </Form.Item>
      <Form.Item name="nameEn" label={say({ zh: '英文名', en: 'Name in English' })} rules={needed}>
        <Input />
      </Form.Item>
      <Form.Item
        name="asOf"
        label={say({ zh: '从哪天起算', en: 'The day from which things are counted' })}
        rules={day}
      >
        <Input />
      </Form.Item>
      <Form.Item name="from" label={say({ zh: '规划从哪天', en: 'Planned from' })} rules={day}>
        <Input />
      </Form.Item>
      <Form.Item name="to" label={say({ zh: '规划到哪天', en: 'Planned until' })} rules={day}>
        <Input />
      </Form.Item>
      {change.error && <Trouble error={change.error} />}
      {change.data ? (
        <Checked job={change.data.data} />
      ) : (
        may && (
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {say({ zh: '修改：先核对，再采用', en: 'Change: checked first, then accepted' })}
          </Button>
        )
      )}
    </Form>
  )
}

/** Waits for the check of the change, then shows it where imports are accepted. */
function Checked({ job }: { job: Job }) {
  const say = useSay()
  const navigate = useNavigate()
  const { latest } = useWatchedJob(useCounty(), job, ({ result }) => {
    if (result) navigate(`/territory?tab=import&import=${result}`)
  })
  if (latest.state === 'failed')
    return (
      <Alert type="error" showIcon title={say({ zh: '没有读成', en: 'It could not be read' })} />
    )
  return <p role="status">{say({ zh: '正在核对…', en: 'Being checked…' })}</p>
}
