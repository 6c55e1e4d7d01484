import { routes } from '@kuashan/contract/routes.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Spin } from 'antd'
import { useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useChange } from '../server/server.ts'
import { FrontCard } from './front-card.tsx'
import { Trouble } from './trouble.tsx'

/** Where the sign-in provider sends people back to: its answer is good once, so it is handed on once. */
export function SignInReturn({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const answer = useLocation().search.slice(1)
  const back = useChange(routes.session.return, ['session', 'counties'])
  const handed = useRef(false)
  useEffect(() => {
    if (handed.current) return
    handed.current = true
    if (answer === '') navigate('/', { replace: true })
    else
      back.mutate(
        { params: {}, body: { answer } },
        { onSuccess: () => navigate('/', { replace: true }) },
      )
  })
  return (
    <FrontCard onLanguage={onLanguage}>
      {back.error ? (
        <>
          <Trouble error={back.error} />
          <Button
            type="primary"
            size="large"
            block
            style={{ marginBlock: 16 }}
            onClick={() => navigate('/', { replace: true })}
          >
            {say({ zh: '回到登录', en: 'Back to the sign-in' })}
          </Button>
        </>
      ) : (
        <Spin size="large" />
      )}
    </FrontCard>
  )
}
