import type { CodeTable } from '../severity.ts'

/** What stands in the way of an edit by hand; the plan is then left as it was. */
export const editCodes = {
  'edit-malformed': 'error',
  'edit-unknown-visit': 'error',
  'edit-visit-there': 'error',
  'edit-locked': 'error',
  'edit-outside-horizon': 'error',
  'edit-no-road': 'error',
  'edit-no-room': 'error',
  'edit-nobody-due': 'error',
  'edit-unknown-ride': 'error',
  'edit-unknown-line': 'error',
  'edit-no-run': 'error',
  'edit-no-walk': 'error',
  'edit-no-pickup': 'error',
  'edit-no-carrier': 'error',
  'edit-no-hours': 'error',
  'edit-nothing-to-hire': 'error',
  'edit-site-not-open': 'error',
  'edit-service-not-possible': 'error',
  'edit-site-not-possible': 'error',
  'edit-site-is-depot': 'error',
  'edit-nothing-to-do': 'error',
  'edit-nothing-to-undo': 'error',
} as const satisfies CodeTable
