import { z } from 'zod'
import { PlainDate } from '../kernel/calendar.ts'

/** 12-digit statistical code: 2 province, 2 city, 2 county, 3 township, 3 village (GB/T 2260; NBS rule). Shorter levels are padded with zeros. */
export const DivisionCode = z.string().regex(/^\d{12}$/)
export type DivisionCode = z.infer<typeof DivisionCode>

export const DivisionLevel = z.enum(['province', 'city', 'county', 'township', 'village'])
export type DivisionLevel = z.infer<typeof DivisionLevel>

/** How many of a code's 12 digits name a division of each level. */
export const codeDigits: Readonly<Record<DivisionLevel, number>> = {
  province: 2,
  city: 4,
  county: 6,
  township: 9,
  village: 12,
}

/** The code of the division of a level that a code lies in. */
export const codeAt = (code: string, level: DivisionLevel): string =>
  code.slice(0, codeDigits[level]).padEnd(12, '0')

/** The digits of a code that name its township: alike for all that lies in one. '' of ''. */
export const townshipOf = (code: string): string => code.slice(0, codeDigits.township)

/** An administrative division with its life: codes change when places merge, and history stays. */
export const Division = z.object({
  code: DivisionCode,
  name: z.string().min(1),
  nameEn: z.string().optional(),
  level: DivisionLevel,
  parent: DivisionCode.nullable(),
  validFrom: PlainDate.optional(),
  validUntil: PlainDate.optional(),
  successors: z.array(DivisionCode).default([]),
  oldNames: z.array(z.string()).default([]),
  /** NBS urban-rural class, 111 to 220, where known. */
  urbanRural: z.string().optional(),
})
export type Division = z.infer<typeof Division>
