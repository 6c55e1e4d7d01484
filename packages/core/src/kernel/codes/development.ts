import type { CodeTable } from '../severity.ts'

export const developmentCodes = {
  'axis-place-unknown': 'error',
  'axis-centre-below-lower': 'error',
  'axis-standard-unknown': 'error',
  'projects-contradict': 'error',
  'project-effect-undeclared': 'warning',
  'project-effect-empty': 'warning',
  'experiment-malformed': 'error',
  'experiment-names-nothing': 'error',
  'experiment-id-doubled': 'error',
  'sandbox-not-empty': 'error',
  'trial-forecast-changed': 'error',
  'trial-plan-of-other-scenario': 'error',
  'trial-ends-before-it-begins': 'error',
  'trial-decided-without-result': 'error',
} as const satisfies CodeTable
