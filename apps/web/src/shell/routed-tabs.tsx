import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'

interface RoutedTabsProps {
  /** Address of the page; its route names the open tab `:part`. */
  page: string
  parts: readonly { key: string; label: Words; children: ReactNode }[]
}

/** The parts of a page as tabs with addresses of their own; the first where none is named. */
export function RoutedTabs({ page, parts }: RoutedTabsProps) {
  const say = useSay()
  const navigate = useNavigate()
  const { part } = useParams()
  return (
    <Tabs
      activeKey={parts.find(({ key }) => key === part)?.key ?? parts[0]?.key ?? ''}
      onChange={(key) => navigate(`${page}/${key}`)}
      destroyOnHidden
      tabBarGutter={22}
      items={parts.map(({ key, label, children }) => ({ key, label: say(label), children }))}
    />
  )
}
