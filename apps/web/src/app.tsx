import { ProblemError } from '@kuashan/contract/client.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { LanguageProvider } from '@kuashan/ui/language/language.tsx'
import { ConfigProvider, Spin } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useState } from 'react'
import { BrowserRouter, useLocation } from 'react-router'
import { lookIn } from './look.ts'
import { useAnswer } from './server/server.ts'
import { SetPassword } from './shell/set-password.tsx'
import { Shell } from './shell/shell.tsx'
import { SignIn } from './shell/sign-in.tsx'
import { SignInAgain } from './shell/sign-in-again.tsx'
import { SignInReturn } from './shell/sign-in-return.tsx'

const languageKey = 'kuashan-language'
const storedLanguage = (): Language => (localStorage.getItem(languageKey) === 'en' ? 'en' : 'zh')

/** The whole app: language and look around, then the sign-in or the shell. */
export function App() {
  const [language, setLanguage] = useState(storedLanguage)
  useEffect(() => {
    localStorage.setItem(languageKey, language)
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={lookIn(language)}
      button={{ autoInsertSpace: false }}
    >
      <LanguageProvider language={language}>
        <BrowserRouter>
          <WhoeverIsHere onLanguage={setLanguage} />
        </BrowserRouter>
      </LanguageProvider>
    </ConfigProvider>
  )
}

/** An ended session leaves the page as it is, with the sign-in over it: nothing typed is lost. */
function WhoeverIsHere({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const me = useAnswer(routes.session.me, { params: {} })
  const { pathname } = useLocation()
  if (pathname === '/link') return <SetPassword onLanguage={onLanguage} />
  if (pathname === '/sign-in') return <SignInReturn onLanguage={onLanguage} />
  if (me.isPending) return <Spin fullscreen />
  if (!me.data) return <SignIn error={me.error} onLanguage={onLanguage} />
  const ended = me.error instanceof ProblemError && me.error.problem.status === 401
  return (
    <>
      <Shell me={me.data.data} onLanguage={onLanguage} />
      {ended && <SignInAgain me={me.data.data} />}
    </>
  )
}
