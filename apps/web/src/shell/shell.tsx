import type { Me } from '@kuashan/contract/session.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Layout, Menu, Spin } from 'antd'
import { Suspense } from 'react'
import { Link, Navigate, Route, Routes, useLocation } from 'react-router'
import { CountyProvider } from './county.tsx'
import { pages } from './pages.tsx'
import { TopBar } from './top-bar.tsx'

interface ShellProps {
  me: Me
  onLanguage: (language: Language) => void
}

/** Pages at the left, county, search and account on top, the page itself in the middle. */
export function Shell({ me, onLanguage }: ShellProps) {
  const say = useSay()
  const { pathname } = useLocation()
  return (
    <CountyProvider county={me.county}>
      <Layout style={{ minHeight: '100vh' }}>
        <TopBar me={me} onLanguage={onLanguage} />
        <Layout>
          <Layout.Sider theme="light" breakpoint="lg" collapsedWidth={64} width={184}>
            <nav aria-label={say({ zh: '主菜单', en: 'Main menu' })}>
              <Menu
                selectedKeys={[`/${pathname.split('/')[1]}`]}
                items={pages.map(({ path, name, icon }) => ({
                  key: `/${path}`,
                  icon,
                  label: <Link to={`/${path}`}>{say(name)}</Link>,
                }))}
              />
            </nav>
          </Layout.Sider>
          <Layout.Content style={{ padding: 16 }}>
            <main>
              <Suspense
                fallback={<Spin size="large" style={{ display: 'block', marginTop: 80 }} />}
              >
                <Routes>
                  {pages.map(({ path, page: Page }) => (
                    <Route key={path} path={`/${path}/*`} element={<Page />} />
                  ))}
                  <Route path="*" element={<Navigate to={`/${pages[0]!.path}`} replace />} />
                </Routes>
              </Suspense>
            </main>
          </Layout.Content>
        </Layout>
      </Layout>
    </CountyProvider>
  )
}
