import {
  BarChartOutlined,
  BranchesOutlined,
  CalendarOutlined,
  CarOutlined,
  EnvironmentOutlined,
  FileTextOutlined,
  SettingOutlined,
} from '@ant-design/icons'
import type { Words } from '@kuashan/core/words/language.ts'
import { type ComponentType, lazy, type ReactNode } from 'react'

interface PageEntry {
  /** First part of the address. */
  path: string
  name: Words
  icon: ReactNode
  page: ComponentType
}

/** The pages of the app in the order of the menu; each is loaded when it is first opened. */
export const pages: readonly PageEntry[] = [
  {
    path: 'territory',
    name: { zh: '县域', en: 'Territory' },
    icon: <EnvironmentOutlined />,
    page: lazy(() => import('../pages/territory/territory-page.tsx')),
  },
  {
    path: 'measure',
    name: { zh: '测算', en: 'Measure' },
    icon: <BarChartOutlined />,
    page: lazy(() => import('../pages/measure/measure-page.tsx')),
  },
  {
    path: 'plans',
    name: { zh: '方案', en: 'Plans' },
    icon: <CalendarOutlined />,
    page: lazy(() => import('../pages/plans/plans-page.tsx')),
  },
  {
    path: 'scenarios',
    name: { zh: '情景', en: 'Scenarios' },
    icon: <BranchesOutlined />,
    page: lazy(() => import('../pages/scenarios/scenarios-page.tsx')),
  },
  {
    path: 'resources',
    name: { zh: '资源', en: 'Resources' },
    icon: <CarOutlined />,
    page: lazy(() => import('../pages/resources/resources-page.tsx')),
  },
  {
    path: 'reports',
    name: { zh: '报告', en: 'Reports' },
    icon: <FileTextOutlined />,
    page: lazy(() => import('../pages/reports/reports-page.tsx')),
  },
  {
    path: 'settings',
    name: { zh: '设置', en: 'Settings' },
    icon: <SettingOutlined />,
    page: lazy(() => import('../pages/settings/settings-page.tsx')),
  },
]
