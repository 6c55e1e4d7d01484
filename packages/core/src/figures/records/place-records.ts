import type { CountyGround } from '../../access/county-ground.ts'
import { townshipIn } from '../../access/division-at.ts'
import { vehicleCoverage } from '../../access/vehicle-coverage.ts'
import { byText } from '../../kernel/order.ts'
import { villageOf } from '../../territory/settlement.ts'
import type { FigureRecord } from '../figure.ts'
import { placeKeysIn } from '../place-keys.ts'
import { siteOf } from './cell-records.ts'

/** Residents, settlement by settlement. */
export function settlementRecords({ county, remote }: CountyGround): FigureRecord[] {
  const keysOf = placeKeysIn(county, remote)
  return county.settlements.map(({ id, permanent, registered }) => ({
    id,
    on: null,
    place: id,
    keys: keysOf(id),
    quantities: {
      residents: permanent.total,
      ...(registered === null ? {} : { registered }),
    },
  }))
}

/** A settlement of each village with residents, by village; it stands for the village. */
function settlementByVillage({ county }: CountyGround): Map<string, string> {
  const lived = county.settlements.filter((s) => s.permanent.total > 0)
  const ordered = lived.sort(byText((s) => `${villageOf(s)} ${s.isCentre ? 0 : 1} ${s.id}`))
  const found = new Map<string, string>()
  for (const s of ordered) if (!found.has(villageOf(s))) found.set(villageOf(s), s.id)
  return found
}

/** Buildings that spare a village the doctor's vehicle. */
const clinics: readonly string[] = ['villageClinic', 'townshipHealthCentre', 'countyHospital']

/** Administrative villages with residents: remote or not, with or without a clinic. */
export function villageRecords(ground: CountyGround): FigureRecord[] {
  const keysOf = placeKeysIn(ground.county, ground.remote)
  const withClinic = new Set(
    ground.supply.sites.filter((s) => clinics.includes(s.kind)).map((s) => s.division),
  )
  return [...settlementByVillage(ground)].map(([village, settlement]) => ({
    id: village,
    on: null,
    place: settlement,
    keys: keysOf(settlement),
    quantities: {
      villages: 1,
      remoteVillages: ground.remote.has(settlement) ? 1 : 0,
      villagesWithoutClinic: withClinic.has(village) ? 0 : 1,
    },
  }))
}

/** Each village × kind of vehicle: does it come, and as often as the standard wants (A59). */
export function villageVehicleRecords(ground: CountyGround): FigureRecord[] {
  const { county, catalogue, measurement, supply, horizonDays } = ground
  const keysOf = placeKeysIn(county, ground.remote)
  const centre = settlementByVillage(ground)
  const { rows } = vehicleCoverage(
    county.settlements,
    catalogue.services,
    measurement.floors,
    supply,
    horizonDays,
  )
  return rows.flatMap(({ village, kind, visits, met }) => {
    const settlement = centre.get(village)
    if (settlement === undefined) return []
    return [
      {
        id: `${kind} ${village}`,
        on: null,
        place: settlement,
        keys: { ...keysOf(settlement), vehicleKind: kind },
        quantities: {
          villages: 1,
          villagesOnRoute: visits > 0 ? 1 : 0,
          villagesWithVisits: met ? 1 : 0,
        },
      },
    ]
  })
}

/** Vehicles of the county. */
export function vehicleRecords({ county }: CountyGround): FigureRecord[] {
  const townshipOf = townshipIn(county)
  return county.vehicles.map(({ id, kind, depot, fund }) => ({
    id,
    on: null,
    place: depot,
    keys: {
      vehicleKind: kind,
      fund: fund ?? '',
      township: townshipOf(depot),
    },
    quantities: { vehicles: 1, clinicVehicles: kind === 'clinicVehicle' ? 1 : 0 },
  }))
}

/** Schools in use: teachers employed there, and the pupils of its main service who have no nearer one. */
export function schoolRecords({ county, measurement, supply }: CountyGround): FigureRecord[] {
  const townshipOf = townshipIn(county)
  const schools = supply.sites.filter((s) => /School$|kindergarten/.test(s.kind))
  const pupils = new Map<string, Map<string, number>>()
  for (const cell of measurement.cells) {
    const own = pupils.get(siteOf(cell)) ?? new Map<string, number>()
    own.set(cell.service, (own.get(cell.service) ?? 0) + cell.people)
    pupils.set(siteOf(cell), own)
  }
  return schools.map(({ facility, division }) => ({
    id: facility,
    on: null,
    place: facility,
    keys: { site: facility, village: division, township: townshipOf(facility) },
    quantities: {
      pupils: Math.max(0, ...(pupils.get(facility)?.values() ?? [])),
      teachers: county.staff.filter((s) => s.post === 'teacher' && s.employer === facility).length,
    },
  }))
}
