import {
  BarChartOutlined,
  BranchesOutlined,
  CalendarOutlined,
  CarOutlined,
  CommentOutlined,
  EnvironmentOutlined,
  FileTextOutlined,
  HomeOutlined,
  QuestionCircleOutlined,
  RocketOutlined,
  ScheduleOutlined,
  SettingOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { Route } from '@kuashan/contract/route.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { type ComponentType, lazy, type ReactNode } from 'react'
import { pageModules } from './page-modules.ts'

export interface PageEntry {
  /** First part of the address. */
  path: string
  name: Words
  icon: ReactNode
  page: ComponentType
  /** How far the county has to be for it to be offered; always where it is left out. */
  when?: readonly ('empty' | 'begun' | 'running')[]
  /** Without this route the page has nothing to show: it is not offered to who may not call it. */
  needs?: Route
  /** Offered beside while an emergency of one's own is open. */
  inEmergency?: true
  /** Not offered to who may call this route: another page shows it and more. */
  unless?: Route
}

const withData = ['begun', 'running'] as const

/** The pages of the app in the order of the menu; each is loaded when it is first opened. */
export const pages: readonly PageEntry[] = [
  {
    path: 'start',
    name: { zh: '起步', en: 'First steps' },
    icon: <RocketOutlined />,
    page: lazy(pageModules.start),
    needs: routes.counties.get,
    when: ['empty', 'begun'],
  },
  {
    path: 'today',
    name: { zh: '今日', en: 'Today' },
    icon: <HomeOutlined />,
    page: lazy(pageModules.today),
    needs: routes.plans.list,
    when: withData,
  },
  {
    path: 'territory',
    name: { zh: '县域', en: 'Territory' },
    icon: <EnvironmentOutlined />,
    page: lazy(pageModules.territory),
    needs: routes.territory.places,
  },
  {
    path: 'measure',
    name: { zh: '测算', en: 'Measure' },
    icon: <BarChartOutlined />,
    page: lazy(pageModules.measure),
    needs: routes.measures.latest,
    when: withData,
  },
  {
    path: 'visits',
    name: { zh: '到村服务', en: 'Visits' },
    icon: <ScheduleOutlined />,
    page: lazy(pageModules.visits),
    needs: routes.villagePlans.list,
    unless: routes.plans.list,
  },
  {
    path: 'concerns',
    name: { zh: '诉求', en: 'Concerns' },
    icon: <CommentOutlined />,
    page: lazy(pageModules.concerns),
    needs: routes.concerns.list,
    when: withData,
  },
  {
    path: 'plans',
    name: { zh: '方案', en: 'Plans' },
    icon: <CalendarOutlined />,
    page: lazy(pageModules.plans),
    needs: routes.plans.list,
    when: withData,
  },
  {
    path: 'scenarios',
    name: { zh: '情景', en: 'Scenarios' },
    icon: <BranchesOutlined />,
    page: lazy(pageModules.scenarios),
    needs: routes.scenarios.list,
    when: withData,
  },
  {
    path: 'resources',
    name: { zh: '资源', en: 'Resources' },
    icon: <CarOutlined />,
    page: lazy(pageModules.resources),
    needs: routes.territory.resources,
    when: withData,
  },
  {
    path: 'people',
    name: { zh: '居民', en: 'People' },
    icon: <TeamOutlined />,
    page: lazy(pageModules.people),
    needs: routes.people.search,
    inEmergency: true,
    when: withData,
  },
  {
    path: 'reports',
    name: { zh: '报告', en: 'Reports' },
    icon: <FileTextOutlined />,
    page: lazy(pageModules.reports),
    needs: routes.plans.list,
    when: withData,
  },
  {
    path: 'settings',
    name: { zh: '设置', en: 'Settings' },
    icon: <SettingOutlined />,
    page: lazy(pageModules.settings),
  },
  {
    path: 'help',
    name: { zh: '帮助', en: 'Help' },
    icon: <QuestionCircleOutlined />,
    page: lazy(pageModules.help),
  },
]
