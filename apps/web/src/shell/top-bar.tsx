import { routes } from '@kuashan/contract/routes.ts'
import type { Me } from '@kuashan/contract/session.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { colours } from '@kuashan/ui/tokens.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Flex, Layout } from 'antd'
import { useAnswer, useChange } from '../server/server.ts'
import { mayCall } from './county.tsx'
import { forgetDrafts } from './draft.ts'
import { PlaceSearch } from './place-search.tsx'

interface TopBarProps {
  me: Me
  onLanguage: (language: Language) => void
}

/** Which county, a place to find, in which language, and who is signed in. */
export function TopBar({ me, onLanguage }: TopBarProps) {
  const say = useSay()
  const language = useLanguage()
  const queries = useQueryClient()
  const counties = useAnswer(routes.counties.list, { params: {} }).data?.data ?? []
  const here = counties.find((c) => c.county === me.county)
  const signOut = useChange(routes.session.end, [])
  const leave = () => {
    forgetDrafts()
    signOut.mutate({ params: {} }, { onSettled: () => queries.resetQueries() })
  }
  return (
    <Layout.Header style={{ background: colours.brand, paddingInline: 20, lineHeight: 'normal' }}>
      <Flex align="center" gap={16} style={{ height: '100%', color: colours.ground }}>
        <strong style={{ fontSize: 20, whiteSpace: 'nowrap' }}>
          {say({ zh: '跨山', en: 'Kuashan' })}
        </strong>
        <span style={{ fontSize: 16, whiteSpace: 'nowrap' }}>
          {language === 'en' ? (here?.nameEn ?? here?.name) : here?.name}
        </span>
        {/* Not a Flex: one that is empty is not shown, and what stands beyond it would move to the left. */}
        <div style={{ flex: 1, display: 'flex', justifyContent: 'center' }}>
          {mayCall(me, routes.territory.places) && <PlaceSearch county={me.county} />}
        </div>
        <Button
          ghost
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => onLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {language === 'zh' ? 'English' : '中文'}
        </Button>
        <span style={{ whiteSpace: 'nowrap' }}>{me.name}</span>
        <Button ghost onClick={leave}>
          {say({ zh: '退出', en: 'Sign out' })}
        </Button>
      </Flex>
    </Layout.Header>
  )
}
