import type { FindingCode } from '@kuashan/core/kernel/finding.ts'

const byCode: Partial<Record<FindingCode, number>> = {
  'call-address-unknown': 404,
  'call-too-large': 413,
  'archive-too-large': 413,
  'call-file-refused': 422,
  'account-own': 403,
  'not-signed-in': 401,
  'session-over': 401,
  'sign-in-refused': 401,
  'sign-in-locked': 429,
  'provider-not-set-up': 404,
  'provider-away': 503,
  'provider-refused': 401,
  'provider-flow-over': 401,
  'provider-identity-unknown': 403,
  'provider-email-unverified': 403,
  'not-allowed': 403,
  'grant-missing': 403,
  'store-not-allowed': 403,
  'emergency-not-open': 403,
  'plan-step-not-yours': 403,
  'store-not-found': 404,
  'made-file-gone': 410,
  'store-already-there': 409,
  'resource-booked': 409,
  'plan-step-not-possible': 409,
  'import-based-on-older': 409,
  'store-stale': 412,
  'version-missing': 428,
  'too-many-calls': 429,
  'server-fault': 500,
  'store-busy': 503,
  'database-away': 503,
  'server-stopping': 503,
  'disk-full': 507,
}

/** The HTTP status of a finding’s code (RFC 9110); what cannot be used as sent is 422. The only place that knows both. */
export const statusOf = (code: FindingCode): number =>
  byCode[code] ?? (code.startsWith('call-') ? 400 : 422)
