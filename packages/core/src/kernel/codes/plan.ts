import type { CodeTable } from '../severity.ts'

export const planCodes = {
  'floor-missed': 'warning',
} as const satisfies CodeTable
