import type { CodeTable } from '../severity.ts'

/** Why a shared resource is not booked. */
export const poolCodes = {
  'resource-not-fitting': 'error',
  'resource-not-lent': 'error',
  'resource-not-free': 'error',
  'resource-booked': 'error',
  'resource-notice': 'error',
} as const satisfies CodeTable
