import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Form, Input, Select, Spin } from 'antd'
import { useAnswer, useChange } from '../server/server.ts'
import { useOwnName } from './own-name.ts'
import { ProviderButton } from './provider-button.tsx'
import { Trouble } from './trouble.tsx'

interface SignInFormProps {
  /** Who is expected; free to choose where left out. */
  county?: string
  login?: string
  /** Why the session could not be read. */
  error?: Error | null
  onDone?: (account: string) => void
}

interface Entered {
  county: string
  login: string
  password: string
}

/** County, name and password. */
export function SignInForm({ county, login, error, onDone }: SignInFormProps) {
  const say = useSay()
  const own = useOwnName()
  const [form] = Form.useForm<Entered>()
  const start = useChange(routes.session.start, ['session', 'counties'])
  const listed = useAnswer(routes.counties.list, { params: {} })
  const counties = listed.data?.data ?? []
  const trouble = start.error ?? error ?? listed.error
  const first = county ?? counties[0]?.county
  const signIn = (body: Entered) =>
    start.mutate({ params: {}, body }, { onSuccess: ({ data }) => onDone?.(data.account) })
  // What is typed before the counties are known would be sent to none.
  if (listed.isPending) return <Spin />
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={signIn}>
      <Form.Item
        name="county"
        label={say({ zh: '县', en: 'County' })}
        initialValue={first}
        rules={[{ required: true }]}
      >
        <Select
          size="large"
          options={counties.map(({ county, name, nameEn }) => ({
            value: county,
            label: own({ name, nameEn }),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="login"
        label={say({ zh: '用户名', en: 'Name' })}
        initialValue={login}
        rules={[{ required: true, message: say({ zh: '请填用户名', en: 'Enter your name' }) }]}
      >
        <Input size="large" autoComplete="username" autoFocus={!login} />
      </Form.Item>
      <Form.Item
        name="password"
        label={say({ zh: '密码', en: 'Password' })}
        rules={[{ required: true, message: say({ zh: '请填密码', en: 'Enter your password' }) }]}
      >
        <Input.Password size="large" autoComplete="current-password" autoFocus={!!login} />
      </Form.Item>
      {trouble && <Trouble error={trouble} />}
      <Button
        type="primary"
        size="large"
        block
        htmlType="submit"
        loading={start.isPending}
        style={{ marginBlock: 16 }}
      >
        {say({ zh: '登录', en: 'Sign in' })}
      </Button>
      <ProviderButton county={() => form.getFieldValue('county')} beside={login !== undefined} />
    </Form>
  )
}
