import type { RoutingInstance } from '../../../../plan/routing.ts'
import type { ChangeKind } from '../../../../words/why-not/change-words.ts'
import type { ChangePart, Part } from '../answer.ts'
import { anotherDay } from './another-day.ts'
import { anotherVehicle } from './another-vehicle.ts'
import { anotherVehicleDay } from './another-vehicle-day.ts'
import { anyVehicle, anyWeekday } from './bonds.ts'
import { displaced } from './displaced.ts'
import { closeLater, openEarlier } from './hours.ts'
import { longerShift } from './longer-shift.ts'
import { moreCapacity } from './more-capacity.ts'
import { moreDaysOut } from './more-days-out.ts'
import { moreDriving } from './more-driving.ts'
import { moreStops } from './more-stops.ts'
import { nightAllowed } from './night-allowed.ts'
import { noChange } from './no-change.ts'
import type { Probe } from './probe.ts'
import { roadOpened } from './road-opened.ts'
import { shorterService } from './shorter-service.ts'
import { skillGiven } from './skill-given.ts'
import { widerSpacing } from './wider-spacing.ts'
import { windowEarlier, windowLater } from './windows.ts'

/** Every kind of change, in the order in which they are tried. */
export const probes: { readonly [K in ChangeKind]: Probe<K> } = {
  'no-change': noChange,
  'longer-shift': longerShift,
  'close-later': closeLater,
  'open-earlier': openEarlier,
  'more-driving': moreDriving,
  'more-stops': moreStops,
  'more-days-out': moreDaysOut,
  'more-capacity': moreCapacity,
  'window-later': windowLater,
  'window-earlier': windowEarlier,
  'shorter-service': shorterService,
  'wider-spacing': widerSpacing,
  'another-day': anotherDay,
  'any-vehicle': anyVehicle,
  'any-weekday': anyWeekday,
  'skill-given': skillGiven,
  'another-vehicle-day': anotherVehicleDay,
  'another-vehicle': anotherVehicle,
  'night-allowed': nightAllowed,
  'road-opened': roadOpened,
  displaced,
}

export const probeOf = <K extends ChangeKind>(part: Part<K>): Probe<K> => probes[part.kind]

/** The instance with changes made for some customers. */
export const applyChange = (
  instance: RoutingInstance,
  customers: readonly number[],
  parts: readonly ChangePart[],
): RoutingInstance =>
  parts.reduce(
    (changed, part) => probeOf<ChangeKind>(part).apply(changed, customers, part),
    instance,
  )

/** Whom changes leave out. */
export const displacedBy = (parts: readonly ChangePart[]): readonly number[] =>
  parts.flatMap((part) => (part.kind === 'displaced' ? part.what.customers : []))
