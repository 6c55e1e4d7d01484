import type { Handlers } from '../serve/handler.ts'
import { countyHandlers } from './counties.ts'
import type { Desk } from './desk.ts'
import { sessionHandlers } from './session.ts'
import { territoryHandlers } from './territory.ts'

/** A handler for every route there is. */
export const handlersOf = (desk: Desk): Handlers => ({
  session: sessionHandlers(desk),
  counties: countyHandlers(desk),
  territory: territoryHandlers(desk),
})
