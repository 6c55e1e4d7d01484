import { z } from 'zod'
import { PlainDate } from '../kernel/calendar.ts'
import { DivisionCode } from '../territory/division.ts'
import { Care } from './care.ts'

/** One person as a county's own register gives them. */
export const RegisterRow = z.object({
  /** Number in that register; what finds the same person again in the next import. */
  registerId: z.string().min(1).max(100),
  name: z.string().min(1).max(100),
  /** Checked by GB 11643; null for a newborn or somebody without papers. */
  identityNumber: z.string().nullable(),
  birthDate: PlainDate.nullable(),
  /** From the day of birth; where only an age is known, the year it leads to, which may be one off. */
  birthYear: z.number().int().nullable(),
  /** Village where the person lives: never read out of the identity number. */
  division: DivisionCode,
  settlement: z.string().nullable(),
  telephone: z.string().nullable(),
  care: z.array(Care),
})
export type RegisterRow = z.infer<typeof RegisterRow>
