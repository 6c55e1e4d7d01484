import { ProblemError } from '@kuashan/contract/client.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Form, Input, Select } from 'antd'
import { useAnswer, useChange } from '../server/server.ts'
import { FrontCard } from './front-card.tsx'
import { Trouble } from './trouble.tsx'

interface SignInProps {
  /** Why the session could not be read; to be signed out is no trouble. */
  error: Error | null
  onLanguage: (language: Language) => void
}

interface Entered {
  county: string
  login: string
  password: string
}

const isSignedOut = (error: Error): boolean =>
  error instanceof ProblemError && error.problem.status === 401

export function SignIn({ error, onLanguage }: SignInProps) {
  const say = useSay()
  const language = useLanguage()
  const start = useChange(routes.session.start, ['session', 'counties'])
  const counties = useAnswer(routes.counties.list, { params: {} }).data?.data ?? []
  const trouble = start.error ?? (error && !isSignedOut(error) ? error : null)
  return (
    <FrontCard onLanguage={onLanguage}>
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={(body: Entered) => start.mutate({ params: {}, body })}
      >
        <Form.Item
          key={counties[0]?.county}
          name="county"
          label={say({ zh: '县', en: 'County' })}
          initialValue={counties[0]?.county}
          rules={[{ required: true }]}
        >
          <Select
            size="large"
            options={counties.map(({ county, name, nameEn }) => ({
              value: county,
              label: language === 'en' ? (nameEn ?? name) : name,
            }))}
          />
        </Form.Item>
        <Form.Item
          name="login"
          label={say({ zh: '用户名', en: 'Name' })}
          rules={[{ required: true }]}
        >
          <Input size="large" autoComplete="username" autoFocus />
        </Form.Item>
        <Form.Item
          name="password"
          label={say({ zh: '密码', en: 'Password' })}
          rules={[{ required: true }]}
        >
          <Input.Password size="large" autoComplete="current-password" />
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
      </Form>
    </FrontCard>
  )
}
