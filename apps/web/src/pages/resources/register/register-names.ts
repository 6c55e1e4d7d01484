import type { FleetEntry } from '@kuashan/contract/fleet.ts'
import type { Names } from '@kuashan/ui/names.ts'

/** All that a vehicle of the register is looked for by. */
export const registerNames = (
  { plate, vehicle, kind, owner, driver, home }: FleetEntry,
  names: Pick<Names, 'vehicle' | 'facility'>,
): string[] => [
  plate,
  kind,
  owner,
  driver,
  home && names.facility(home),
  vehicle === null ? '' : names.vehicle(vehicle),
]
