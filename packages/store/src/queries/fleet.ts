import { isDeepStrictEqual } from 'node:util'
import { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { WeekHours } from '@kuashan/core/resources/week-hours.ts'
import { z } from 'zod'
import { newId } from '../database/new-id.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'

/** A vehicle that runs, with the last day on which each paper and each fit-out check holds. */
export const FleetVehicle = z.object({
  fleetVehicle: z.string(),
  /** Its id in the county's data; null for one that no plan knows. */
  vehicle: z.string().nullable(),
  plate: z.string(),
  kind: z.string(),
  owner: z.string(),
  licenceUntil: PlainDate.nullable(),
  inspectionUntil: PlainDate.nullable(),
  insuranceUntil: PlainDate.nullable(),
  fitOut: z.record(z.string(), PlainDate),
  state: z.enum(['in-service', 'workshop', 'retired']),
  /** Null: not said. */
  seats: z.number().int().nullable(),
  coldBox: z.boolean(),
  /** Who drives, or the post; '' where not said, as with `home`. */
  driver: z.string(),
  /** Id of a facility of the county's data, or a place in words. */
  home: z.string(),
  hours: WeekHours,
  version: z.number().int(),
})
export type FleetVehicle = z.infer<typeof FleetVehicle>

export type FleetEntry = Omit<FleetVehicle, 'fleetVehicle' | 'version'>

const columns = [
  'fleet_vehicle as fleetVehicle',
  'vehicle',
  'plate',
  'kind',
  'owner',
  'licence_until as licenceUntil',
  'inspection_until as inspectionUntil',
  'insurance_until as insuranceUntil',
  'fit_out as fitOut',
  'state',
  'seats',
  'cold_box as coldBox',
  'driver',
  'home',
  'hours',
  'version',
] as const

const written = (entry: FleetEntry) => ({
  vehicle: entry.vehicle,
  plate: entry.plate,
  kind: entry.kind,
  owner: entry.owner,
  licence_until: entry.licenceUntil,
  inspection_until: entry.inspectionUntil,
  insurance_until: entry.insuranceUntil,
  fit_out: JSON.stringify(entry.fitOut),
  state: entry.state,
  seats: entry.seats,
  cold_box: entry.coldBox,
  driver: entry.driver,
  home: entry.home,
  hours: JSON.stringify(entry.hours),
})

/** Enters a vehicle; its plate is the county's only one. Returns its id. */
export async function enterVehicle(
  { db, caller, record }: Access,
  entry: FleetEntry,
): Promise<string> {
  const id = newId()
  const key = { county: caller.county, fleet_vehicle: id, made_by: caller.account! }
  await db
    .insertInto('fleet_vehicle')
    .values({ ...key, ...written(entry) })
    .execute()
  record({ action: 'enter', table: 'fleet_vehicle', subject: id, facts: { plate: entry.plate } })
  return id
}

/** What a table of vehicles says; fit-out checks are entered by hand and stay. */
export type FleetImportRow = Omit<FleetEntry, 'fitOut'>

/** Enters vehicles whose plates are new and brings the others up to date; none is taken out. */
export async function importFleet(
  access: Access,
  rows: readonly FleetImportRow[],
): Promise<{ added: number; changed: number }> {
  const { db, caller, record } = access
  const known = new Map((await listFleet(access)).map((vehicle) => [vehicle.plate, vehicle]))
  const made = rows
    .filter(({ plate }) => !known.has(plate))
    .map((row) => ({
      county: caller.county,
      fleet_vehicle: newId(),
      made_by: caller.account!,
      ...written({ ...row, fitOut: {} }),
    }))
  for (let at = 0; at < made.length; at += 500)
    await db
      .insertInto('fleet_vehicle')
      .values(made.slice(at, at + 500))
      .execute()
  let changed = 0
  for (const row of rows) {
    const before = known.get(row.plate)
    if (!before) continue
    const { fleetVehicle, version, ...entry } = before
    const next = { ...entry, ...row }
    if (isDeepStrictEqual(next, entry)) continue
    await saveVehicle(access, fleetVehicle, next, version)
    changed++
  }
  const facts = { added: made.length, changed }
  record({ action: 'import', table: 'fleet_vehicle', subject: '*', facts })
  return facts
}

/** Replaces an entry, from the version its editor saw. */
export async function saveVehicle(
  { db, caller, record }: Access,
  id: string,
  entry: FleetEntry,
  version: number,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('fleet_vehicle')
    .set({ ...written(entry), version: version + 1, changed_at: new Date().toISOString() })
    .where('county', '=', caller.county)
    .where('fleet_vehicle', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refused('store-stale', { what: id, expected: version })
  record({ action: 'save', table: 'fleet_vehicle', subject: id, facts: { version: version + 1 } })
  return version + 1
}

/** By plate. */
export async function listFleet({ db, caller }: Access): Promise<FleetVehicle[]> {
  const rows = await db
    .selectFrom('fleet_vehicle')
    .select(columns)
    .where('county', '=', caller.county)
    .orderBy('plate')
    .execute()
  return rows.map((row) => FleetVehicle.parse(row))
}
