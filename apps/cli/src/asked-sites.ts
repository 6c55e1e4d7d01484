import type { LocationInstance } from '@kuashan/core/plan/location.ts'

/** What a caller may want otherwise than the file says. */
export interface AskedSites {
  p?: number
  radius?: number
  /** Capacities are ignored. */
  uncapacitated?: boolean
}

/** The instance as asked for. */
export const withAskedSites = (
  instance: LocationInstance,
  { p, radius, uncapacitated }: AskedSites,
): LocationInstance => ({
  ...instance,
  p: p ?? instance.p,
  radius: radius ?? instance.radius,
  capacity: uncapacitated ? null : instance.capacity,
})
