import type { Catalogue } from '../catalogue/catalogue.ts'
import { floorsOn } from '../catalogue/floors.ts'
import type { FacilityKind, Service } from '../catalogue/service.ts'
import type { County } from '../plan/county.ts'
import type { Facility } from '../resources/facility.ts'
import { townshipOf } from '../territory/division.ts'
import { limitsOf } from './limits.ts'
import { seatFacilities, townshipKinds } from './remote-settlements.ts'

/** Which ways of residents may decide something in a large county; all else is left out of its table. */
export interface ResidentBounds {
  /** Seconds within which a building may decide something, by facility. */
  within: (facility: Facility) => number
  /** Buildings of one key are alike: of each key the nearest is wanted at any distance. */
  likeness: (facility: Facility) => string
  /** Buildings whose way is wanted at any distance from a settlement: the seat, the offices of its township. */
  always: (division: string) => readonly string[]
}

/**
 * How far a resident's way to a building can matter (docs/methods/travel-table.md): the longest limit of any service it gives or
 * could be made to give. Nobody is reached beyond it, so a longer bound changes no figure of coverage.
 */
export function residentBounds(county: County, catalogue: Catalogue): ResidentBounds {
  const { settings, facilities } = county
  const inForce = floorsOn(catalogue, county.standards, settings.asOf).floors
  const limits = new Map(
    catalogue.services.map((service) => {
      const floors = inForce.filter((f) => f.service === service.id)
      const { fixedSeconds, doorstepSeconds } = limitsOf(floors, settings.assumptions)
      return [service.id, { service, seconds: Math.max(fixedSeconds, doorstepSeconds) }] as const
    }),
  )
  const least = limitsOf([], settings.assumptions).fixedSeconds
  const known = new Map<string, number>()
  const within = (facility: Facility): number => {
    const key = likeness(facility)
    const found = known.get(key)
    if (found !== undefined) return found
    const kinds = kindsOf(facility)
    const named = new Set([
      ...facility.services,
      ...facility.conversions.flatMap((c) => c.services ?? []),
    ])
    let most = least
    for (const { service, seconds } of limits.values())
      if (named.has(service.id) || startsFrom(service, kinds)) most = Math.max(most, seconds)
    known.set(key, most)
    return most
  }
  // Without a point of its own the seat is the nearest county hospital, and the nearest of its kind is kept.
  const seat = settings.seat === null ? [] : seatFacilities(county)
  const offices = new Map<string, string[]>()
  for (const { id, kind, state, division } of facilities) {
    if (state !== 'open' || !townshipKinds.includes(kind)) continue
    const township = townshipOf(division)
    offices.set(township, [...(offices.get(township) ?? []), id])
  }
  return {
    within,
    likeness,
    always: (division) => [...seat, ...(offices.get(townshipOf(division)) ?? [])],
  }
}

const kindsOf = (facility: Facility): ReadonlySet<FacilityKind> =>
  new Set([facility.kind, ...facility.conversions.map((c) => c.toKind)])

const startsFrom = (service: Service, kinds: ReadonlySet<FacilityKind>): boolean =>
  service.channels.some((c) => c.mode !== 'vehicle' && kinds.has(c.kind))

const likeness = ({ kind, state, services, conversions }: Facility): string =>
  [
    kind,
    state,
    ...[...services].sort(),
    ...conversions.map((c) => `>${[c.toKind, ...(c.services ?? [])].join('+')}`).sort(),
  ].join(' ')

/** Which ways of vehicles may be on a tour in a large county. Seconds. */
export interface VehicleBounds {
  betweenStops: number
  /** Between a depot and a stop, either way. */
  fromDepot: number
}

/**
 * How long the legs of a day's tour are looked for: between two stops a sixth, between depot and stop a third of the longest
 * driving that any vehicle may do in a day. A stop farther from every depot keeps its way to the nearest of each kind.
 */
export function vehicleBounds({ vehicles }: County): VehicleBounds {
  const longest = vehicles.reduce(
    (most, v) => Math.max(most, Math.min(v.driveLimitSeconds, v.shiftSeconds)),
    0,
  )
  return { betweenStops: Math.ceil(longest / 6), fromDepot: Math.ceil(longest / 3) }
}
