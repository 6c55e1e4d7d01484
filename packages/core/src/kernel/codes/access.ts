import type { CodeTable } from '../severity.ts'

export const accessCodes = {
  'need-estimated': 'warning',
} as const satisfies CodeTable
