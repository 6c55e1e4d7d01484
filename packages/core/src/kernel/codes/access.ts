import type { CodeTable } from '../severity.ts'

export const accessCodes = {
  'need-estimated': 'warning',
  'need-attribute-unknown': 'warning',
  'holidays-unknown': 'warning',
  'limit-assumed': 'note',
  'floor-not-of-place': 'note',
  'floor-without-channel': 'warning',
} as const satisfies CodeTable
