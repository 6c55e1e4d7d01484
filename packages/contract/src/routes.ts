import { jobRoutes } from './jobs.ts'
import type { Route } from './route.ts'
import { sessionRoutes } from './session.ts'

/** Every route there is, by topic. The server serves all of these and no other. */
export const routes = {
  session: sessionRoutes,
  jobs: jobRoutes,
} as const

export const allRoutes: readonly Route[] = Object.values(routes).flatMap(
  (topic) => Object.values(topic) as Route[],
)
