import { routes } from '@kuashan/contract/routes.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Form, Input, Typography } from 'antd'
import { useLocation, useNavigate } from 'react-router'
import { useChange } from '../server/server.ts'
import { FrontCard } from './front-card.tsx'
import { Trouble } from './trouble.tsx'

/** Where a one-time link leads. The token stands behind `#`, so that no log ever sees it. */
export function SetPassword({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const say = useSay()
  const token = useLocation().hash.slice(1)
  const navigate = useNavigate()
  const link = useChange(routes.session.link, ['session'])
  const set = async ({ password }: { password: string }) => {
    await link.mutateAsync({ params: {}, body: { token, password } })
    navigate('/')
  }
  return (
    <FrontCard onLanguage={onLanguage}>
      <Typography.Paragraph>
        {say({
          zh: '请设置您的密码：至少 15 个字，一句容易记住的话就很好。',
          en: 'Choose your password: at least 15 characters; a sentence you remember is best.',
        })}
      </Typography.Paragraph>
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={(entered: { password: string }) => set(entered).catch(() => undefined)}
      >
        <Form.Item
          name="password"
          label={say({ zh: '新密码', en: 'New password' })}
          rules={[{ required: true }]}
        >
          <Input.Password size="large" autoComplete="new-password" autoFocus />
        </Form.Item>
        {link.error && <Trouble error={link.error} />}
        <Button
          type="primary"
          size="large"
          block
          htmlType="submit"
          loading={link.isPending}
          style={{ marginBlock: 16 }}
        >
          {say({ zh: '保存密码', en: 'Save the password' })}
        </Button>
      </Form>
    </FrontCard>
  )
}
