import { accountRoutes } from './accounts.ts'
import { auditRoutes } from './audit.ts'
import { calendarRoutes } from './calendar.ts'
import { catalogueRoutes } from './catalogue.ts'
import { comparisonRoutes } from './comparisons.ts'
import { concernRoutes } from './concerns.ts'
import { correctionRoutes } from './corrections.ts'
import { countyRoutes } from './counties.ts'
import { explanationRoutes } from './explanations.ts'
import { fleetRoutes } from './fleet.ts'
import { goalRoutes } from './goals.ts'
import { jobRoutes } from './jobs.ts'
import { mapSourceRoutes } from './map-source.ts'
import { measureRoutes } from './measures.ts'
import { peopleRoutes } from './people.ts'
import { personFileRoutes } from './person-files.ts'
import { planDifferenceRoutes } from './plan-differences.ts'
import { planEditRoutes } from './plan-edits.ts'
import { planFileRoutes } from './plan-files.ts'
import { planRoutes } from './plans.ts'
import { policyRoutes } from './policies.ts'
import { poolRoutes } from './pool.ts'
import { replanRoutes } from './replans.ts'
import { reportRoutes } from './reports.ts'
import type { Route } from './route.ts'
import { scenarioRoutes } from './scenarios.ts'
import { sessionRoutes } from './session.ts'
import { territoryRoutes } from './territory.ts'
import { trialRoutes } from './trials.ts'
import { villagePlanRoutes } from './village-plans.ts'

/** Every route there is, by topic. The server serves all of these and no other. */
export const routes = {
  session: sessionRoutes,
  counties: countyRoutes,
  corrections: correctionRoutes,
  territory: territoryRoutes,
  catalogue: catalogueRoutes,
  fleet: fleetRoutes,
  calendar: calendarRoutes,
  pool: poolRoutes,
  goals: goalRoutes,
  mapSource: mapSourceRoutes,
  people: peopleRoutes,
  personFiles: personFileRoutes,
  accounts: accountRoutes,
  audit: auditRoutes,
  measures: measureRoutes,
  plans: planRoutes,
  planEdits: planEditRoutes,
  planDifferences: planDifferenceRoutes,
  planFiles: planFileRoutes,
  policies: policyRoutes,
  villagePlans: villagePlanRoutes,
  scenarios: scenarioRoutes,
  trials: trialRoutes,
  comparisons: comparisonRoutes,
  concerns: concernRoutes,
  explanations: explanationRoutes,
  replans: replanRoutes,
  reports: reportRoutes,
  jobs: jobRoutes,
} as const

export const allRoutes: readonly Route[] = Object.values(routes).flatMap(
  (topic) => Object.values(topic) as Route[],
)
