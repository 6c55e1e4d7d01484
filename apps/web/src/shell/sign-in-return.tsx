import { routes } from '@kuashan/contract/routes.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Alert, Button, Spin } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useChange } from '../server/server.ts'
import { FrontCard } from './front-card.tsx'
import { tellSignIn } from './signed-in-elsewhere.ts'
import { Trouble } from './trouble.tsx'
import { takeWayBack } from './way-back.ts'

/**
 * Where the sign-in provider sends people back to: its answer is good once, so it is handed on once. It leads back to where
 * they were; in a window of its own, whose opener waits for the sign-in, it says that it is done.
 */
export function SignInReturn({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const answer = useLocation().search.slice(1)
  const back = useChange(routes.session.return, ['session', 'counties'])
  const handed = useRef(false)
  const [waitedFor, setWaitedFor] = useState(false)
  const goBack = () => navigate(takeWayBack() ?? '/', { replace: true })
  const goOn = async (account: string) => {
    const way = takeWayBack()
    const heard = await tellSignIn(account)
    if (way !== null) return navigate(way, { replace: true })
    if (!heard) return navigate('/', { replace: true })
    setWaitedFor(true)
    window.close()
  }
  useEffect(() => {
    if (handed.current) return
    handed.current = true
    if (answer === '') goBack()
    else
      back.mutate({ params: {}, body: { answer } }, { onSuccess: ({ data }) => goOn(data.account) })
  })
  return (
    <FrontCard onLanguage={onLanguage}>
      {back.error ? (
        <>
          <Trouble error={back.error} />
          <Button type="primary" size="large" block style={{ marginBlock: 16 }} onClick={goBack}>
            {say({ zh: '回到登录', en: 'Back to the sign-in' })}
          </Button>
        </>
      ) : waitedFor ? (
        <Alert
          type="success"
          showIcon
          title={say({
            zh: '已登录。请关上这个窗口，回到您正在做的那一页。',
            en: 'You are signed in. Close this window and go on where you were.',
          })}
        />
      ) : (
        <Spin size="large" />
      )}
    </FrontCard>
  )
}
