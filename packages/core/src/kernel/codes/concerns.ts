import type { CodeTable } from '../severity.ts'

export const concernCodes = {
  'concern-weights-forget-age': 'error',
  'concern-not-dated': 'error',
  'concern-closed': 'error',
} as const satisfies CodeTable
