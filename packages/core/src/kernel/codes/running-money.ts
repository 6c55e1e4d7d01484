import type { CodeTable } from '../severity.ts'

export const runningMoneyCodes = {
  'running-funds-overspent': 'error',
  'running-funds-short': 'warning',
  'basic-missed-beside-other': 'warning',
  'exception-recorded': 'note',
  'exception-unknown-service': 'warning',
} as const satisfies CodeTable
