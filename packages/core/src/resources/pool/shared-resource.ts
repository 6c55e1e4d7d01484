import { z } from 'zod'
import { PlainDate } from '../../kernel/calendar.ts'
import { codeAt, DivisionCode } from '../../territory/division.ts'
import { DayHours, WeekHours } from '../week-hours.ts'

export const ResourceKind = z.enum(['post', 'vehicle', 'room', 'device'])
export type ResourceKind = z.infer<typeof ResourceKind>

/** How far a unit lends: to nobody, inside its township, inside its county, to neighbouring counties too. */
export const Reach = z.enum(['none', 'township', 'county', 'neighbours'])
export type Reach = z.infer<typeof Reach>

/** Something that a unit has and may lend: a post, a vehicle, a room, a device. Money in fen. */
export const SharedResource = z.strictObject({
  kind: ResourceKind,
  name: z.string().trim().min(1).max(200),
  /** The unit it belongs to. */
  owner: z.string().trim().min(1).max(200),
  /** Where it is, 12 digits: a village or township of this county or of a neighbour. */
  place: DivisionCode,
  /** What it can do, or what is in it. */
  skills: z.array(z.string().trim().min(1).max(60)).max(30),
  /** When it is free in a week: only these hours are lent. */
  hours: WeekHours,
  reach: Reach,
  pricePerHourFen: z.number().int().min(0).max(100_000_00),
  /** Days ahead by which others ask. */
  noticeDays: z.number().int().min(0).max(365),
})
export type SharedResource = z.infer<typeof SharedResource>

/** Hours of one date, in minutes after midnight. */
export const DatedHours = z.strictObject({
  date: PlainDate,
  from: DayHours.shape.from,
  to: DayHours.shape.to,
})
export type DatedHours = z.infer<typeof DatedHours>

/** What somebody needs: which kind, with all these skills, where, when. */
export const ResourceNeed = DatedHours.extend({
  kind: ResourceKind,
  skills: z.array(z.string().trim().min(1).max(60)).max(30),
  place: DivisionCode,
  /** The unit that asks. */
  unit: z.string().trim().min(1).max(200),
})
export type ResourceNeed = z.infer<typeof ResourceNeed>

/** Hours of a resource that are taken: by whom and what for. The price is the one agreed then. */
export interface Booking extends DatedHours {
  resource: string
  unit: string
  pricePerHourFen: number
}

/** How far apart two places are by their divisions. */
export type Distance = 'township' | 'county' | 'neighbours'

export function distanceOf(a: DivisionCode, b: DivisionCode): Distance {
  if (codeAt(a, 'township') === codeAt(b, 'township')) return 'township'
  return codeAt(a, 'county') === codeAt(b, 'county') ? 'county' : 'neighbours'
}
