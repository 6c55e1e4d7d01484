import type { Me } from '@kuashan/contract/session.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { Modal, Typography } from 'antd'
import { useEffect, useRef } from 'react'
import { SignInForm } from './sign-in-form.tsx'
import { hearSignIns } from './signed-in-elsewhere.ts'

/** The session ended while somebody was at work: signs in over the page, which stays as it was. */
export function SignInAgain({ me }: { me: Me }) {
  const say = useSay()
  const queries = useQueryClient()
  const goOn = (account: string) =>
    account === me.account
      ? queries.refetchQueries({ predicate: ({ state }) => state.status === 'error' })
      : queries.resetQueries()
  useEffect(() => hearSignIns(goOn))
  const form = useRef<HTMLDivElement>(null)
  return (
    <Modal
      open
      closable={false}
      footer={null}
      // The window takes the cursor to its first field; only the password is missing.
      afterOpenChange={(isOpen) =>
        isOpen && form.current?.querySelector<HTMLElement>('[type="password"]')?.focus()
      }
      title={say({ zh: '登录已到期', en: 'Your session has ended' })}
    >
      <Typography.Paragraph>
        {say({
          zh: '请再登录一次。页面上的内容都还在。',
          en: 'Please sign in again. What is on the page is still there.',
        })}
      </Typography.Paragraph>
      <div ref={form}>
        <SignInForm county={me.county} login={me.login} onDone={goOn} />
      </div>
    </Modal>
  )
}
