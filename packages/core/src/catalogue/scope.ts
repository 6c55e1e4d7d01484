import { byText } from '../kernel/order.ts'
import type { Catalogue } from './catalogue.ts'
import type { FacilityKind, Service, VehicleKind } from './service.ts'
import type { Floor, Metric } from './standard.ts'

/** Metrics that are a matter of place and so are planned for (docs/methods/floors.md); the others are tested on records. */
export const placeMetrics = [
  'maxTravelMin',
  'maxTravelMinGrade1to3',
  'maxWalkMin',
  'minVisitsPerVillageYear',
  'minServicesPerPersonYear',
  'maxGapDays',
  'minFacilityPerVillage',
] as const satisfies readonly Metric[]
export type PlaceMetric = (typeof placeMetrics)[number]

export const isPlaceMetric = (metric: Metric): metric is PlaceMetric =>
  (placeMetrics as readonly Metric[]).includes(metric)

/** A service a plan answers for, with its floors and the ways to give it. */
export interface ScopedService {
  service: Service
  /** Floors tested by place, and those that are not. */
  floors: Floor[]
  untested: Floor[]
  fixedKinds: FacilityKind[]
  vehicleKinds: VehicleKind[]
  doorstepKinds: FacilityKind[]
}

const kindsOf = <Kind extends string>(service: Service, mode: string): Kind[] =>
  [...new Set(service.channels.flatMap((c) => (c.mode === mode ? [c.kind as Kind] : [])))].sort()

/**
 * Services in scope of place-based planning: a floor of a place metric in force, and a fixed, vehicle or doorstep channel.
 * `wanted` (the county's list) narrows them; empty means all. Ordered by service id.
 */
export function servicesInScope(
  catalogue: Catalogue,
  floors: readonly Floor[],
  wanted: readonly string[] = [],
): ScopedService[] {
  return catalogue.services
    .filter((s) => wanted.length === 0 || wanted.includes(s.id))
    .map((service) => {
      const own = floors.filter((f) => f.service === service.id)
      return {
        service,
        floors: own.filter((f) => isPlaceMetric(f.metric)),
        untested: own.filter((f) => !isPlaceMetric(f.metric)),
        fixedKinds: kindsOf<FacilityKind>(service, 'fixed'),
        vehicleKinds: kindsOf<VehicleKind>(service, 'vehicle'),
        doorstepKinds: kindsOf<FacilityKind>(service, 'doorstep'),
      }
    })
    .filter(
      (s) =>
        s.floors.length > 0 &&
        s.fixedKinds.length + s.vehicleKinds.length + s.doorstepKinds.length > 0,
    )
    .sort(byText((x) => x.service.id))
}
