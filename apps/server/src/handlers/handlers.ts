import type { Handlers } from '../serve/handler.ts'
import { accountHandlers } from './accounts.ts'
import { auditHandlers } from './audit.ts'
import { calendarHandlers } from './calendar.ts'
import { catalogueHandlers } from './catalogue.ts'
import { comparisonHandlers } from './comparisons.ts'
import { concernHandlers } from './concerns.ts'
import { correctionHandlers } from './corrections.ts'
import { countyHandlers } from './counties.ts'
import type { Desk } from './desk.ts'
import { explanationHandlers } from './explanations.ts'
import { fleetHandlers } from './fleet.ts'
import { goalHandlers } from './goals.ts'
import { jobHandlers } from './jobs.ts'
import { mapSourceHandlers } from './map-source.ts'
import { measureHandlers } from './measures.ts'
import { peopleHandlers } from './people.ts'
import { personFileHandlers } from './person-files.ts'
import { planDifferenceHandlers } from './plan-differences.ts'
import { planEditHandlers } from './plan-edits.ts'
import { planFileHandlers } from './plan-files.ts'
import { planHandlers } from './plans.ts'
import { policyHandlers } from './policies.ts'
import { poolHandlers } from './pool.ts'
import { replanHandlers } from './replans.ts'
import { reportHandlers } from './reports.ts'
import { scenarioHandlers } from './scenarios.ts'
import { sessionHandlers } from './session.ts'
import { territoryHandlers } from './territory.ts'
import { trialHandlers } from './trials.ts'
import { villagePlanHandlers } from './village-plans.ts'

/** A handler for every route there is. */
export const handlersOf = (desk: Desk): Handlers => ({
  session: sessionHandlers(desk),
  counties: countyHandlers(desk),
  corrections: correctionHandlers(),
  territory: territoryHandlers(desk),
  catalogue: catalogueHandlers(desk),
  fleet: fleetHandlers(desk),
  calendar: calendarHandlers(desk),
  pool: poolHandlers(desk),
  goals: goalHandlers(desk),
  mapSource: mapSourceHandlers(desk),
  people: peopleHandlers(desk),
  personFiles: personFileHandlers(desk),
  accounts: accountHandlers(),
  audit: auditHandlers(),
  measures: measureHandlers(desk),
  plans: planHandlers(desk),
  planEdits: planEditHandlers(desk),
  planDifferences: planDifferenceHandlers(desk),
  planFiles: planFileHandlers(desk),
  policies: policyHandlers(desk),
  villagePlans: villagePlanHandlers(desk),
  scenarios: scenarioHandlers(desk),
  trials: trialHandlers(desk),
  comparisons: comparisonHandlers(desk),
  concerns: concernHandlers(desk),
  explanations: explanationHandlers(desk),
  replans: replanHandlers(desk),
  reports: reportHandlers(desk),
  jobs: jobHandlers(desk),
})
