import type { Me } from '@kuashan/contract/session.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Flex, Layout, Menu, Spin, Typography } from 'antd'
import { Suspense, useEffect } from 'react'
import { Link, Navigate, Route, Routes, useLocation } from 'react-router'
import { MeProvider } from './county.tsx'
import { EmergencyBanner } from './emergency-banner.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { HelpButton } from './help-button.tsx'
import { MapGround } from './map-ground.tsx'
import { useOwnPages } from './own-pages.ts'
import { TopBar } from './top-bar.tsx'

interface ShellProps {
  me: Me
  onLanguage: (language: Language) => void
}

/** Pages at the left, county, search and account on top; in the middle the page itself under its name, the only h1. */
export function Shell({ me, onLanguage }: ShellProps) {
  const say = useSay()
  const here = useLocation().pathname.split('/')[1]
  const { mine, home } = useOwnPages(me)
  const page = mine.find(({ path }) => path === here)
  const name = page ? say(page.name) : ''
  useEffect(() => {
    document.title = `${name} · ${say({ zh: '跨山', en: 'Kuashan' })}`
  })
  return (
    <MeProvider me={me}>
      <a className="skip-link" href="#page">
        {say({ zh: '跳到正文', en: 'Skip to the page' })}
      </a>
      <Layout style={{ minHeight: '100vh' }}>
        <TopBar me={me} onLanguage={onLanguage} />
        <EmergencyBanner />
        <Layout>
          <Layout.Sider theme="light" breakpoint="lg" collapsedWidth={64} width={176}>
            <nav aria-label={say({ zh: '主菜单', en: 'Main menu' })}>
              <Menu
                className="main-menu"
                selectedKeys={[`/${here}`]}
                items={mine.map(({ path, name, icon }) => ({
                  key: `/${path}`,
                  icon,
                  label: <Link to={`/${path}`}>{say(name)}</Link>,
                }))}
              />
            </nav>
          </Layout.Sider>
          <Layout.Content
            id="page"
            tabIndex={-1}
            style={{ padding: '12px 16px 16px', outline: 'none' }}
          >
            <Flex align="center" gap={10} style={{ marginBottom: 12 }}>
              <Typography.Title level={1} style={{ fontSize: 20, margin: 0 }}>
                {name}
              </Typography.Title>
              {page && page.path !== 'help' && <HelpButton path={page.path} name={name} />}
            </Flex>
            <ErrorBoundary key={here}>
              <Suspense
                fallback={<Spin size="large" style={{ display: 'block', marginTop: 80 }} />}
              >
                <MapGround county={me.county}>
                  <Routes>
                    {mine.map(({ path, page: Page }) => (
                      <Route key={path} path={`/${path}/*`} element={<Page />} />
                    ))}
                    <Route
                      path="*"
                      element={
                        home ? <Navigate to={`/${home.path}`} replace /> : <Spin size="large" />
                      }
                    />
                  </Routes>
                </MapGround>
              </Suspense>
            </ErrorBoundary>
          </Layout.Content>
        </Layout>
      </Layout>
    </MeProvider>
  )
}
