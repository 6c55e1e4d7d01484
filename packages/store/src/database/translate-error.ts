import { Refused, refused, StoreOutage } from './refused.ts'

interface DatabaseError extends Error {
  code?: string
  table?: string
  constraint?: string
}

/** Keys whose double means that two people made the same next version. */
export const versionKeys: ReadonlySet<string> = new Set([
  'row_edit_pkey',
  'plan_version_pkey',
  'plan_step_pkey',
  'goal_tree_pkey',
  'map_source_pkey',
  'concern_weights_pkey',
  'policy_register_pkey',
  'report_pkey',
  'trial_pkey',
])

/** Texts, numbers and dates that PostgreSQL cannot keep, and values that a check refuses. */
const impossible = new Set([
  '22001',
  '22003',
  '22007',
  '22008',
  '22021',
  '22P02',
  '22P05',
  '23502',
  '23514',
])
const busy = new Set(['40001', '40P01', '55P03', '57014'])
/** Shut down, crashed, starting, or too many connections. */
const away = new Set(['57P01', '57P02', '57P03', '53300'])
const lost =
  /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect/

/** Errors of PostgreSQL (appendix A of its manual) as refusals and outages; anything else is a bug and stays as it is. */
export function translateError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Refused) return error
  const { code = '', table = '', constraint = '' } = error as DatabaseError
  const refuse = (...args: Parameters<typeof refused>) =>
    new Refused(refused(...args).finding, error)
  if (code === '23505' && versionKeys.has(constraint))
    return refuse('store-stale', { what: table, expected: '?' })
  if (code === '23505') return refuse('store-already-there', { what: table })
  if (code === '23P01') return refuse('resource-booked')
  if (code === '23503') return refuse('store-refers-to-nothing', { what: table })
  if (code === '42501') return refuse('store-not-allowed')
  if (impossible.has(code)) return refuse('store-value-not-possible')
  if (busy.has(code)) return refuse('store-busy')
  const networkCode = /^(E[A-Z]+|08...)$/.test(code)
  return networkCode || away.has(code) || lost.test(error.message) ? new StoreOutage(error) : error
}
