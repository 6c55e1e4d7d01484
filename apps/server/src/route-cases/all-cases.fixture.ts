import type { Route } from '@kuashan/contract/route.ts'
import type { routes } from '@kuashan/contract/routes.ts'
import * as concerns from './concern-cases.fixture.ts'
import * as data from './data-cases.fixture.ts'
import * as people from './office-cases.fixture.ts'
import * as plans from './plan-cases.fixture.ts'
import * as registers from './register-cases.fixture.ts'
import * as reports from './report-cases.fixture.ts'
import type { RouteCase } from './route-case.fixture.ts'

/** One success on real data for every route; a topic or a route that is missing does not compile. */
const cases: { [T in keyof typeof routes]: Record<keyof (typeof routes)[T], RouteCase> } = {
  session: people.sessionCases,
  counties: data.countyCases,
  corrections: data.correctionCases,
  territory: data.territoryCases,
  catalogue: data.catalogueCases,
  fleet: registers.fleetCases,
  calendar: registers.calendarCases,
  pool: registers.poolCases,
  goals: data.goalCases,
  mapSource: data.mapSourceCases,
  people: people.peopleCases,
  accounts: people.accountCases,
  audit: people.auditCases,
  measures: data.measureCases,
  reports: reports.reportCases,
  plans: plans.planCases,
  planEdits: plans.planEditCases,
  planDifferences: plans.planDifferenceCases,
  planFiles: plans.planFileCases,
  villagePlans: plans.villagePlanCases,
  scenarios: plans.scenarioCases,
  comparisons: plans.comparisonCases,
  explanations: plans.explanationCases,
  replans: plans.replanCases,
  jobs: plans.jobCases,
  concerns: concerns.concernCases,
  personFiles: concerns.personFileCases,
  policies: concerns.policyCases,
  trials: concerns.trialCases,
}

export const caseOf = ({ id }: Route): RouteCase => {
  const [topic, name] = id.split('.') as [string, string]
  return (cases as Record<string, Record<string, RouteCase>>)[topic]![name]!
}
