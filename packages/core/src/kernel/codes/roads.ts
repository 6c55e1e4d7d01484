import type { CodeTable } from '../severity.ts'

export const roadCodes = {
  'osm-truncated': 'error',
  'osm-unreadable': 'error',
  'osm-points-missing': 'warning',
  'osm-not-roads': 'note',
  'roads-unreadable': 'error',
  'roads-cut-short': 'error',
  'roads-none': 'error',
  'roads-several-files': 'warning',
  'roads-in-pieces': 'warning',
  'road-ends-joined': 'note',
  'road-class-unknown': 'warning',
  'road-line-unusable': 'warning',
  'road-id-doubled': 'warning',
} as const satisfies CodeTable
