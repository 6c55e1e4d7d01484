import type { CodeTable } from '../severity.ts'

export const postCodes = {
  'site-without-staff': 'error',
  'site-staff-wrong': 'error',
  'posts-overfilled': 'error',
  'posts-overfilled-today': 'warning',
  'staff-may-not-move': 'error',
  'licence-elsewhere': 'warning',
  'posts-not-stated': 'note',
} as const satisfies CodeTable
