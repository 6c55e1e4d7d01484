import type { Service } from '@kuashan/core/catalogue/service.ts'
import type { Plan, ReachMode } from '@kuashan/core/plan/plan.ts'
import type { PlanEdit, PlanEditOf, RideBy } from '@kuashan/core/plan/plan-edit.ts'
import { givesService, useOf } from '@kuashan/core/plan/site-use.ts'
import type { Facility } from '@kuashan/core/resources/facility.ts'

/** By what people are brought: a hired bus, a vehicle of the county, bus lines as they run, or a ride that the plan has. */
export type Brought =
  | { by: 'hired' }
  /** The line there and the one home; what is still open is null. */
  | { by: 'bus'; out: string | null; home: string | null }
  | { by: 'vehicle'; vehicle: string }
  | { by: 'planned'; ride: string }

/** How somebody wants a village to be served; what is still open is null. */
export interface WantedWay {
  settlement: string | null
  service: string | null
  mode: ReachMode
  stops: string[]
  /** Where staff go out from, people are brought to, or what comes over the line or an agent comes from. */
  facility: string | null
  /** Calls at home or days of a ride, in the horizon. */
  times: number | null
  brought: Brought | null
  /** The settlement where people get on. */
  pickup: string | null
}

type Way = PlanEditOf<'change-mode'>['to']

function rideOf({ brought, facility, pickup, times }: WantedWay): Way | null {
  if (!brought || !pickup) return null
  if (brought.by === 'planned') return { mode: 'board', rides: [{ ride: brought.ride, pickup }] }
  const by = runBy(brought)
  return facility && times && by
    ? { mode: 'ride', site: facility, pickup, by, visits: times }
    : null
}

function runBy(brought: Exclude<Brought, { by: 'planned' }>): RideBy | null {
  if (brought.by !== 'bus') return brought
  const { out, home } = brought
  return out && home ? { by: 'bus', lines: [out, home] } : null
}

function wayOf(wanted: WantedWay): Way | null {
  const { mode, stops, facility, times } = wanted
  switch (mode) {
    case 'fixed':
      return { mode }
    case 'vehicle':
      return stops.length > 0 ? { mode, stops } : null
    case 'doorstep':
      return facility && times ? { mode, facility, calls: times } : null
    case 'remote':
    case 'agent':
      return facility ? { mode, site: facility } : null
    case 'ride':
      return rideOf(wanted)
  }
}

/** The edit that serves a settlement otherwise; null while something is missing. */
export function changeOfMode(wanted: WantedWay): PlanEdit | null {
  const { settlement, service } = wanted
  const to = wayOf(wanted)
  return settlement && service && to ? { do: 'change-mode', settlement, service, to } : null
}

type Given = Pick<Service, 'id' | 'channels'>

/** The channel that buildings need for a way: people who ride go to a site. */
const channelOf = (mode: ReachMode) => (mode === 'ride' ? 'fixed' : mode)

/** Whether a service is given in a way at all. */
export const isGivenBy = ({ channels }: Pick<Given, 'channels'>, mode: ReachMode): boolean =>
  channels.some((channel) => channel.mode === channelOf(mode))

/**
 * Buildings in use under a plan from which a service is given in a way. Who calls at homes goes out from buildings of the kind,
 * whatever is given inside.
 */
export function givenFrom(
  { id, channels }: Given,
  mode: ReachMode,
  plan: Pick<Plan, 'sites'>,
  facilities: readonly Facility[],
): Facility[] {
  const kinds = channels.flatMap((c) => (c.mode === channelOf(mode) ? [`${c.kind}`] : []))
  return facilities.filter((facility) => {
    const use = useOf(facility, plan.sites)
    if (use === null) return false
    return mode === 'doorstep' ? kinds.includes(use.kind) : givesService(use, id, kinds)
  })
}
