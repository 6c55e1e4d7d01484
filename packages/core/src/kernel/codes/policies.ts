import type { CodeTable } from '../severity.ts'

export const policyCodes = {
  'policy-text-twice': 'error',
  'project-without-standard': 'error',
  'item-without-standard': 'warning',
  'standard-without-text': 'warning',
  'standard-without-item': 'warning',
  'text-without-standard': 'note',
} as const satisfies CodeTable
