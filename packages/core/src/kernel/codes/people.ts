import type { CodeTable } from '../severity.ts'

/** Registers of people and their import. */
export const peopleCodes = {
  'identity-number-twice': 'error',
  'identity-number-known': 'error',
  'birth-date-differs': 'error',
  'age-differs': 'warning',
  'care-unknown': 'error',
  'person-settlement-unknown': 'error',
  'person-place-missing': 'error',
  'person-place-differs': 'error',
  'person-outside-area': 'error',
  'people-table-missing': 'error',
  'people-table-apart': 'warning',
  'person-file-malformed': 'error',
  'person-file-format-unknown': 'error',
  'person-known-here': 'error',
  'person-village-not-here': 'error',
} as const satisfies CodeTable
