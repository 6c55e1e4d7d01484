import type { Job } from '@kuashan/contract/jobs.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { Mode } from '@kuashan/core/plan/plan.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Flex, Form, Input, Radio } from 'antd'
import { useChange } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import { SaveDialog } from '../../shell/save-dialog.tsx'
import { modeWords } from './mode-words.ts'

interface Entered {
  name: string
  mode: Mode
  seconds: number
}

interface StartPlanProps {
  /** Proposed name of the plan. */
  name: string
  /** Changes it is made under; without them for the county as it is. */
  scenario?: string
  onStarted: (job: Job) => void
  onClose: () => void
}

/** Asks the server for a new plan: how it is called, what comes first, how long it may take. */
export function StartPlan({ name, scenario, onStarted, onClose }: StartPlanProps) {
  const say = useSay()
  const county = useCounty()
  const [form] = Form.useForm<Entered>()
  const start = useChange(routes.plans.start, ['jobs'])
  const ask = (entered: Entered) =>
    start
      .mutateAsync({
        params: { county },
        body: { ...entered, seed: 1, ...(scenario === undefined ? {} : { scenario }) },
      })
      .then(({ data }) => onStarted(data))
      .catch(() => undefined)
  return (
    <SaveDialog
      title={say({ zh: '做一个新方案', en: 'Make a new plan' })}
      ok={{ zh: '开始', en: 'Start' }}
      isSaving={start.isPending}
      error={start.error}
      onSave={form.submit}
      onClose={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name, mode: 'least-cost', seconds: 60 }}
        onFinish={ask}
      >
        <Form.Item
          name="name"
          label={say({ zh: '名称', en: 'Name' })}
          rules={[
            {
              required: true,
              whitespace: true,
              message: say({ zh: '请写一个名称', en: 'Give it a name' }),
            },
          ]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="mode" label={say({ zh: '先顾什么', en: 'What comes first' })}>
          <Radio.Group>
            <Flex vertical gap={8}>
              {(Object.keys(modeWords) as Mode[]).map((mode) => (
                <Radio key={mode} value={mode}>
                  {say(modeWords[mode])}
                </Radio>
              ))}
            </Flex>
          </Radio.Group>
        </Form.Item>
        <Form.Item
          name="seconds"
          label={say({ zh: '最多算多久', en: 'Time to search, at most' })}
          extra={say({
            zh: '时间长些，方案可能更省；随时可以停下，留下当时最好的方案。',
            en: 'More time may find a cheaper plan. You can stop at any moment and keep the best found so far.',
          })}
        >
          <Radio.Group
            options={[
              { value: 20, label: say({ zh: '20 秒', en: '20 s' }) },
              { value: 60, label: say({ zh: '1 分钟', en: '1 min' }) },
              { value: 300, label: say({ zh: '5 分钟', en: '5 min' }) },
              { value: 1800, label: say({ zh: '30 分钟', en: '30 min' }) },
            ]}
          />
        </Form.Item>
      </Form>
    </SaveDialog>
  )
}
