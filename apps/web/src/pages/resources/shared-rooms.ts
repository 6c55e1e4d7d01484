import type { Domain, Service } from '@kuashan/core/catalogue/service.ts'
import type { Facility } from '@kuashan/core/resources/facility.ts'

/** Departments whose services are given in a building that is open, by what it is registered for or by its kind. */
export function departmentsIn(
  { kind, state, services }: Pick<Facility, 'kind' | 'state' | 'services'>,
  all: readonly Pick<Service, 'id' | 'domain' | 'channels'>[],
): Domain[] {
  if (state !== 'open') return []
  const given = all.filter(
    ({ id, channels }) =>
      (services.length === 0 || services.includes(id)) &&
      channels.some((channel) => channel.mode === 'fixed' && channel.kind === kind),
  )
  return [...new Set(given.map(({ domain }) => domain))].sort()
}
