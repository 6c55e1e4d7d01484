import { routes } from '@kuashan/contract/routes.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { LanguageProvider } from '@kuashan/ui/language/language.tsx'
import { colours, fonts } from '@kuashan/ui/tokens.ts'
import { ConfigProvider, Spin } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useState } from 'react'
import { BrowserRouter, useLocation } from 'react-router'
import { useAnswer } from './server/server.ts'
import { SetPassword } from './shell/set-password.tsx'
import { Shell } from './shell/shell.tsx'
import { SignIn } from './shell/sign-in.tsx'

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
      theme={{
        token: {
          colorPrimary: colours.brand,
          colorText: colours.ink,
          colorTextSecondary: colours.quiet,
          colorSuccess: colours.good,
          colorWarning: colours.warn,
          colorError: colours.bad,
          fontFamily: fonts,
          fontSize: 15,
          borderRadius: 6,
        },
      }}
    >
      <LanguageProvider language={language}>
        <BrowserRouter>
          <WhoeverIsHere onLanguage={setLanguage} />
        </BrowserRouter>
      </LanguageProvider>
    </ConfigProvider>
  )
}

function WhoeverIsHere({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const me = useAnswer(routes.session.me, { params: {} })
  const { pathname } = useLocation()
  if (pathname === '/link') return <SetPassword onLanguage={onLanguage} />
  if (me.isPending) return <Spin fullscreen />
  if (me.data) return <Shell me={me.data.data} onLanguage={onLanguage} />
  return <SignIn error={me.error} onLanguage={onLanguage} />
}
