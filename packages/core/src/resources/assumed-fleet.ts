import type { FacilityKind, VehicleKind } from '../catalogue/service.ts'
import { compareText } from '../kernel/order.ts'
import { metresBetween } from '../territory/earth.ts'
import type { LngLat } from '../territory/settlement.ts'
import type { Facility } from './facility.ts'
import type { StaffMember } from './staff.ts'
import { Vehicle } from './vehicle.ts'

const provenance = (note: string) => ({ method: 'assumed' as const, note })

/** Prices in fen of a light van on mountain roads; round guesses, marked as assumed. */
const prices = { costPerKmFen: 120, costPerDayFen: 10_000, yearCostFen: 1_500_000 }

const crews: Partial<Record<VehicleKind, StaffMember['post'][]>> = {
  clinicVehicle: ['doctor', 'nurse', 'driver'],
  supplyVehicle: ['salesperson', 'driver'],
  multiServiceVehicle: ['clerk', 'driver'],
}

/** Where a van may live, the best kinds first. */
const healthDepots: FacilityKind[][] = [
  ['townshipHealthCentre', 'countyHospital'],
  ['villageClinic'],
]
const otherDepots: FacilityKind[][] = [['convenienceCentre', 'cooperativeShop']]

/**
 * A fleet to try plans with where the county has told of none: a clinic vehicle for each township, kept at the health
 * facility nearest to its centre, and a shop and a multi-service vehicle at the county seat, each with its crew.
 * Every one is marked as assumed. Facilities must hold at least one with a place.
 */
export function assumedFleet(
  townships: readonly { code: string; name: string; at: LngLat }[],
  seat: LngLat,
  facilities: readonly Facility[],
): { vehicles: Vehicle[]; staff: StaffMember[] } {
  const vehicles = [
    ...townships.map((t) =>
      vehicle(`V-clinic-${t.code.slice(6, 9)}`, `${t.name} 巡回诊疗车`, 'clinicVehicle', {
        depot: depotNear(t.at, facilities, healthDepots),
        stations: 2,
        crew: 3,
      }),
    ),
    ...(['multiServiceVehicle', 'supplyVehicle'] as const).map((kind) =>
      vehicle(
        kind === 'supplyVehicle' ? 'V-shop-1' : 'V-service-1',
        kind === 'supplyVehicle' ? '流动供销车' : '便民服务车',
        kind,
        {
          depot: depotNear(seat, facilities, otherDepots),
          stations: 2,
          crew: 2,
        },
      ),
    ),
  ]
  return { vehicles, staff: vehicles.flatMap(crewOf) }
}

const vehicle = (
  id: string,
  name: string,
  kind: VehicleKind,
  own: { depot: string; stations: number; crew: number },
): Vehicle =>
  Vehicle.parse({ id, name, kind, ...own, ...prices, provenance: provenance('assumed fleet') })

/** The nearest open facility of the first group of kinds that has any; of any kind where none has. */
function depotNear(
  at: LngLat,
  facilities: readonly Facility[],
  groups: readonly (readonly FacilityKind[])[],
): string {
  const placed = facilities.filter((f) => f.at !== null && f.state === 'open')
  const group = groups.find((kinds) => placed.some((f) => kinds.includes(f.kind)))
  const nearest = placed
    .filter((f) => !group || group.includes(f.kind))
    .toSorted(
      (a, b) => metresBetween(at, a.at!) - metresBetween(at, b.at!) || compareText(a.id, b.id),
    )
  return nearest[0]!.id
}

const crewOf = (vehicle: Vehicle): StaffMember[] =>
  (crews[vehicle.kind] ?? ['driver']).map((post) => ({
    id: `P-${vehicle.id.slice(2)}-${post}`,
    post,
    skills: [],
    weeklyHours: 40,
    employer: vehicle.depot,
    costPerHourFen: 5_000,
    provenance: provenance(`assumed crew of ${vehicle.id}`),
  }))
