import { Purpose, Role } from '@kuashan/core/people/role.ts'
import { DivisionCode } from '@kuashan/core/territory/division.ts'
import { z } from 'zod'

/** Leading digits of a division code: a township, a village, or '' for the whole county. */
export const Area = z.string().regex(/^([0-9]{9}|[0-9]{12})?$/)
export type Area = z.infer<typeof Area>

/** Where a caller acts: one area, or several that are apart, in order, with a space between. */
export const Areas = z.string().regex(/^(([0-9]{9}|[0-9]{12})( ([0-9]{9}|[0-9]{12}))*)?$/)

/**
 * Parts of the machine that act without a person: sign-in, the machine's own console, the sealing job, the worker, and the
 * server where it reads a county whole to answer with a part.
 */
const OwnRole = z.enum(['gate', 'console', 'sealer', 'worker', 'reader'])

/** Who asks, as what, where, what for and why. Decides what rows exist for them; goes into the audit log. */
export const Caller = z.strictObject({
  county: DivisionCode,
  /** Null for the machine's own roles. */
  account: z.uuid().nullable(),
  role: z.union([Role, OwnRole]),
  area: Areas,
  purpose: Purpose,
  /** In the caller's words; needed for looks at personal records. */
  why: z.string().max(2000).default(''),
})
export type Caller = z.infer<typeof Caller>

/** A caller for one of the machine's own roles. */
export const ownCaller = (county: string, role: z.infer<typeof OwnRole>): Caller => ({
  county,
  account: null,
  role,
  area: '',
  purpose: 'administration',
  why: '',
})
