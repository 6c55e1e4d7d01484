import type { CodeTable } from '../severity.ts'

/** Signing in by an OpenID provider. */
export const signInCodes = {
  'provider-not-set-up': 'error',
  'provider-away': 'error',
  'provider-refused': 'error',
  'provider-flow-over': 'error',
  'provider-identity-unknown': 'error',
  'provider-email-unverified': 'error',
} as const satisfies CodeTable
