import { z } from 'zod'
import { Metric } from '../catalogue/standard.ts'
import { DivisionCode } from './division.ts'

/** A value a centre is to hold for a service. */
const CentreStandard = z.object({ service: z.string(), metric: Metric, value: z.number() })
export type CentreStandard = z.infer<typeof CentreStandard>

/** A centre of the axis: its rank (1 is the highest) and the division whose people it stands for. */
export const Centre = z.object({
  settlement: z.string(),
  rank: z.number().int().min(1),
  area: DivisionCode,
  standards: z.array(CentreStandard).default([]),
})
export type Centre = z.infer<typeof Centre>

/** The axis along which a county develops (发展轴): the places on it in order, its centres and its support places. */
export const DevelopmentAxis = z.object({
  nameZh: z.string(),
  nameEn: z.string(),
  along: z.array(z.string()).default([]),
  centres: z.array(Centre).default([]),
  /** Places that support the centres: standards hold there as the county's own. */
  support: z.array(z.string()).default([]),
})
export type DevelopmentAxis = z.infer<typeof DevelopmentAxis>
