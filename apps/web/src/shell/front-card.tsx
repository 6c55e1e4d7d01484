import type { Language } from '@kuashan/core/words/language.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Card, Flex, Typography } from 'antd'
import type { ReactNode } from 'react'

interface FrontCardProps {
  onLanguage: (language: Language) => void
  children: ReactNode
}

/** What stands before the door: the name, the language, and one form. */
export function FrontCard({ onLanguage, children }: FrontCardProps) {
  const say = useSay()
  const language = useLanguage()
  return (
    <main>
      <Flex justify="center" align="center" style={{ minHeight: '100vh', padding: 16 }}>
        <Card style={{ width: 420 }}>
          <Typography.Title level={1} style={{ fontSize: 26 }}>
            {say({ zh: '跨山 · 山区公共服务', en: 'Kuashan · services across the mountains' })}
          </Typography.Title>
          {children}
          <Button
            type="link"
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => onLanguage(language === 'zh' ? 'en' : 'zh')}
          >
            {language === 'zh' ? 'English' : '中文'}
          </Button>
        </Card>
      </Flex>
    </main>
  )
}
