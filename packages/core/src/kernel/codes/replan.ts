import type { CodeTable } from '../severity.ts'

/** What stands in the way of a re-plan; nothing is written then. */
export const replanCodes = {
  'replan-day-outside': 'error',
  'replan-day-over': 'error',
  'replan-other-change': 'error',
  'replan-call-no-stop': 'error',
  'replan-call-no-vehicle': 'error',
  'replan-lock-unknown': 'error',
  'replan-lock-impossible': 'error',
  'replan-ride-cancelled': 'warning',
  'replan-call-unanswered': 'warning',
  'replan-nothing-touched': 'note',
} as const satisfies CodeTable
