import { servicesAboard } from '@kuashan/core/access/vehicle-offers.ts'
import type { JointGround } from '@kuashan/core/plan/joint-visits.ts'
import type { Known } from '../../../server/names.ts'

/** Departments of services, and what each vehicle is fitted out for. */
export function jointGround({ catalogue, resources }: Known): JointGround {
  const domains = new Map(catalogue.services.map((s) => [s.id, s.domain]))
  const aboard = new Map(
    resources.vehicles.map((v) => [v.id, new Set(servicesAboard(v, catalogue))]),
  )
  return {
    domainOf: (service) => domains.get(service),
    canGive: (vehicle, services) =>
      services.every((service) => aboard.get(vehicle)?.has(service) ?? false),
  }
}
