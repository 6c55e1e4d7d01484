import type { CodeTable } from '../severity.ts'

export const instanceCodes = {
  'instance-format-unknown': 'error',
  'instance-kind-other': 'error',
  'instance-section-missing': 'error',
  'instance-line-short': 'error',
  'instance-not-a-number': 'error',
  'instance-negative': 'error',
  'instance-count-differs': 'error',
  'instance-id-doubled': 'error',
  'instance-id-unknown': 'error',
  'instance-window-empty': 'error',
  'instance-pattern-outside': 'error',
  'instance-pattern-missing': 'error',
  'instance-matrix-not-square': 'error',
  'instance-demand-too-big': 'warning',
} as const satisfies CodeTable
