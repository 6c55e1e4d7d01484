import type { Grant, Me } from '@kuashan/contract/session.ts'
import type { Caller } from '../office.fixture.ts'
import type { World } from './world.fixture.ts'

/** Somebody with one role for one purpose in one area. */
export interface Seat {
  grant: Grant
  call: Caller
  me: Me
}

let given = 0

/** A text that nothing else in the office has. */
export const unique = (text: string): string => {
  given += 1
  return `${text}${String(given).padStart(5, '0')}`
}

interface Outcome {
  status: number
  code?: string | undefined
  data?: unknown
  version?: string
}

/** Calls a route on real data, so that whoever the route is open to is answered. */
export type RouteCase = (w: World, seat: Seat) => Promise<Outcome>
