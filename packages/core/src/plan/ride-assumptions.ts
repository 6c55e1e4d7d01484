import type { CountySettings } from './county.ts'

/** Values of rides where the county says nothing; minutes, and seats of a hired bus (docs/methods/rides.md). */
export const assumedOfRides = {
  rideMaxMin: 90,
  rideWaitMin: 5,
  rideStayMin: 120,
  schoolStayMin: 420,
  longStayMin: 180,
  hiredSeats: 19,
} as const

export const rideAssumption = (
  settings: Pick<CountySettings, 'assumptions'>,
  name: keyof typeof assumedOfRides,
): number => settings.assumptions[name] ?? assumedOfRides[name]
