import type { CodeTable } from '../severity.ts'

export const travelCodes = {
  'far-from-road': 'warning',
  'no-road-found': 'warning',
  'no-coordinates-to-travel': 'warning',
  'snap-moved': 'note',
  'on-separate-piece': 'warning',
  'travel-without-heights': 'warning',
  'closure-unknown': 'warning',
  'cut-off-by-closure': 'note',
  'minutes-missing': 'warning',
  'places-unknown': 'error',
  'osrm-refused': 'error',
  'seasons-left-out': 'warning',
} as const satisfies CodeTable
