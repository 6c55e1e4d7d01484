import { z } from 'zod'

/** What makes a village remote (偏远) here. Versioned: a report prints it with its thresholds. All thresholds are inclusive. */
export const RemoteDefinition = z.object({
  version: z.string(),
  /** A village is remote when at least `atLeast` of the tests given hold. */
  atLeast: z.number().int().min(1).default(1),
  minElevationM: z.number().optional(),
  minMinutesToTownship: z.number().optional(),
  minMinutesToCountySeat: z.number().optional(),
  maxPeoplePerKm2: z.number().optional(),
  /** Road classes that count as poor when they are the best that reaches the village. */
  roadClasses: z.array(z.string()).optional(),
})
export type RemoteDefinition = z.infer<typeof RemoteDefinition>
