import type { CodeTable } from '../severity.ts'

/** Why a call to the server did not do what was asked. */
export const callCodes = {
  'call-malformed': 'error',
  'call-field-unknown': 'error',
  'call-too-large': 'error',
  'call-file-refused': 'error',
  'call-address-unknown': 'error',
  'not-signed-in': 'error',
  'sign-in-failed': 'error',
  'session-ended': 'error',
  'not-allowed': 'error',
  'not-found': 'error',
  'version-stale': 'error',
  'version-missing': 'error',
  'step-out-of-turn': 'error',
  'name-taken': 'error',
  'too-many-calls': 'error',
  'database-away': 'error',
  'disk-full': 'error',
  'server-stopping': 'error',
  'server-fault': 'error',
} as const satisfies CodeTable
