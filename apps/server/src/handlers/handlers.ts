import type { Handlers } from '../serve/handler.ts'
import { catalogueHandlers } from './catalogue.ts'
import { correctionHandlers } from './corrections.ts'
import { countyHandlers } from './counties.ts'
import type { Desk } from './desk.ts'
import { jobHandlers } from './jobs.ts'
import { measureHandlers } from './measures.ts'
import { planHandlers } from './plans.ts'
import { sessionHandlers } from './session.ts'
import { territoryHandlers } from './territory.ts'

/** A handler for every route there is. */
export const handlersOf = (desk: Desk): Handlers => ({
  session: sessionHandlers(desk),
  counties: countyHandlers(desk),
  corrections: correctionHandlers(),
  territory: territoryHandlers(desk),
  catalogue: catalogueHandlers(desk),
  measures: measureHandlers(desk),
  plans: planHandlers(desk),
  jobs: jobHandlers(),
})
