import type { CodeTable } from '../severity.ts'

export const rideCodes = {
  'ride-site-cannot-give': 'error',
  'ride-pickup-not-allowed': 'error',
  'ride-walk-wrong': 'error',
  'ride-on-wrong-day': 'error',
  'ride-vehicle-wrong': 'error',
  'ride-without-road': 'error',
  'ride-times-wrong': 'error',
  'ride-stay-too-short': 'error',
  'ride-seats-short': 'error',
  'ride-duty-too-long': 'error',
  'ride-figures-wrong': 'error',
  'ride-bus-wrong': 'error',
  'ride-people-differ': 'warning',
} as const satisfies CodeTable
