import { routes } from '@kuashan/contract/routes.ts'
import type { Me } from '@kuashan/contract/session.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { colours } from '@kuashan/ui/tokens.ts'
import { Button, Flex, Layout, Typography } from 'antd'
import { useAnswer, useChange } from '../server/server.ts'

interface TopBarProps {
  me: Me
  onLanguage: (language: Language) => void
}

/** Which county, in which language, and who is signed in. */
export function TopBar({ me, onLanguage }: TopBarProps) {
  const say = useSay()
  const language = useLanguage()
  const counties = useAnswer(routes.counties.list, { params: {} }).data?.data ?? []
  const here = counties.find((c) => c.county === me.county)
  const signOut = useChange(routes.session.end, ['session'])
  return (
    <Layout.Header style={{ background: colours.brand, paddingInline: 20 }}>
      <Flex align="center" gap={16} style={{ height: '100%' }}>
        <Typography.Title level={1} style={{ color: colours.ground, fontSize: 20, margin: 0 }}>
          {say({ zh: '跨山', en: 'Kuashan' })}
        </Typography.Title>
        <span style={{ color: colours.ground, fontSize: 16 }}>
          {language === 'en' ? (here?.nameEn ?? here?.name) : here?.name}
        </span>
        <span style={{ flex: 1 }} />
        <Button
          ghost
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => onLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {language === 'zh' ? 'English' : '中文'}
        </Button>
        <span style={{ color: colours.ground }}>{me.name}</span>
        <Button ghost onClick={() => signOut.mutate({ params: {} })}>
          {say({ zh: '退出', en: 'Sign out' })}
        </Button>
      </Flex>
    </Layout.Header>
  )
}
