import type { CodeTable } from '../severity.ts'

export const sitingCodes = {
  'siting-capacity-missing': 'error',
  'siting-p-missing': 'error',
  'siting-radius-missing': 'error',
  'siting-part-missing': 'error',
  'siting-p-outside': 'error',
  'siting-client-unreached': 'error',
  'siting-client-too-big': 'error',
  'siting-capacity-short': 'error',
  'siting-infeasible': 'error',
  'siting-none-found': 'error',
  'siting-answer-wrong': 'error',
} as const satisfies CodeTable
