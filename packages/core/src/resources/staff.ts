import { z } from 'zod'
import { DateRange, PlainDate } from '../kernel/calendar.ts'
import { Provenance } from '../kernel/provenance.ts'

/** Kinds of post. */
export const PostKind = z.enum([
  'doctor',
  'nurse',
  'villageDoctor',
  'technician',
  'driver',
  'carer',
  'teacher',
  'clerk',
  'salesperson',
  'other',
])
export type PostKind = z.infer<typeof PostKind>

/** A post holder as the planner needs it: no names, no identity numbers. A staff hour is spent once. */
export const StaffMember = z.object({
  id: z.string().min(1),
  post: PostKind,
  skills: z.array(z.string()).default([]),
  weeklyHours: z.number().min(0).max(80),
  /** Facility id that employs: the hours leave it when the van takes the person. */
  employer: z.string(),
  /** Facility id the licence is bound to, where it is: the hours count there and serve from nowhere else. */
  licencePlace: z.string().optional(),
  fund: z.string().optional(),
  birthYear: z.number().int().optional(),
  retiresOn: PlainDate.optional(),
  /** Days on which the post is not filled: sick, on leave, lent out. */
  away: z.array(DateRange).optional(),
  costPerHourFen: z.number().int().min(0).default(0),
  provenance: Provenance,
})
export type StaffMember = z.infer<typeof StaffMember>
