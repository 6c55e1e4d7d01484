import type { ComponentType } from 'react'

type PageModule = () => Promise<{ default: ComponentType }>

/** The pages by the first part of their address; each is loaded when it is first opened. */
export const pageModules = {
  start: () => import('../pages/start/start-page.tsx'),
  today: () => import('../pages/today/today-page.tsx'),
  territory: () => import('../pages/territory/territory-page.tsx'),
  measure: () => import('../pages/measure/measure-page.tsx'),
  visits: () => import('../pages/visits/visits-page.tsx'),
  concerns: () => import('../pages/concerns/concerns-page.tsx'),
  plans: () => import('../pages/plans/plans-page.tsx'),
  scenarios: () => import('../pages/scenarios/scenarios-page.tsx'),
  resources: () => import('../pages/resources/resources-page.tsx'),
  people: () => import('../pages/people/people-page.tsx'),
  reports: () => import('../pages/reports/reports-page.tsx'),
  settings: () => import('../pages/settings/settings-page.tsx'),
  help: () => import('../pages/help/help-page.tsx'),
} satisfies Record<string, PageModule>

/** The module of the page at an address; undefined where the address is of none. */
export const pageModuleAt = (pathname: string): PageModule | undefined =>
  new Map<string, PageModule>(Object.entries(pageModules)).get(pathname.split('/')[1] ?? '')
