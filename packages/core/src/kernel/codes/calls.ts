import type { CodeTable } from '../severity.ts'

/** Why a call to the server did not do what was asked. */
export const callCodes = {
  'call-malformed': 'error',
  'call-field-unknown': 'error',
  'call-too-large': 'error',
  'call-file-refused': 'error',
  'archive-unreadable': 'error',
  'archive-path-outside': 'error',
  'archive-too-large': 'error',
  'archive-too-packed': 'error',
  'archive-too-many-files': 'error',
  'map-file-unfit': 'error',
  'upload-empty': 'error',
  'upload-gone': 'error',
  'made-file-gone': 'error',
  'call-address-unknown': 'error',
  'not-signed-in': 'error',
  'not-allowed': 'error',
  'version-missing': 'error',
  'too-many-calls': 'error',
  'database-away': 'error',
  'disk-full': 'error',
  'server-stopping': 'error',
  'server-fault': 'error',
} as const satisfies CodeTable
