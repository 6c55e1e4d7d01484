import type { CodeTable } from '../severity.ts'

export const catalogueCodes = {
  'catalogue-malformed': 'error',
  'catalogue-duplicate-id': 'error',
  'unknown-operator': 'error',
  'unknown-attribute': 'error',
  'unknown-channel-kind': 'error',
  'unknown-national-item': 'error',
  'national-items-uncovered': 'note',
  'hukou-gates-basic-service': 'error',
  'residence-gates-basic-service': 'error',
  'rule-without-basis': 'error',
  'programme-without-basis': 'warning',
  'basis-unconfirmed': 'note',
  'assumed-not-marked': 'error',
  'standard-without-source': 'error',
  'value-without-clause': 'warning',
  'floor-without-clause': 'error',
  'standard-below-parent': 'error',
  'standard-below-unconfirmed': 'warning',
  'standard-unknown-service': 'error',
  'standard-versions-overlap': 'warning',
} as const satisfies CodeTable
