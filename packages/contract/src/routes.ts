import { catalogueRoutes } from './catalogue.ts'
import { correctionRoutes } from './corrections.ts'
import { countyRoutes } from './counties.ts'
import { jobRoutes } from './jobs.ts'
import { measureRoutes } from './measures.ts'
import { planRoutes } from './plans.ts'
import type { Route } from './route.ts'
import { sessionRoutes } from './session.ts'
import { territoryRoutes } from './territory.ts'

/** Every route there is, by topic. The server serves all of these and no other. */
export const routes = {
  session: sessionRoutes,
  counties: countyRoutes,
  corrections: correctionRoutes,
  territory: territoryRoutes,
  catalogue: catalogueRoutes,
  measures: measureRoutes,
  plans: planRoutes,
  jobs: jobRoutes,
} as const

export const allRoutes: readonly Route[] = Object.values(routes).flatMap(
  (topic) => Object.values(topic) as Route[],
)
