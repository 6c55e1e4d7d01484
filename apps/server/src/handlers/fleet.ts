import type { FleetLine } from '@kuashan/contract/fleet.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { hasErrors } from '@kuashan/core/kernel/finding.ts'
import { notToBeSent } from '@kuashan/core/resources/fleet-register.ts'
import { readFleet } from '@kuashan/core/resources/import/fleet.ts'
import { refused } from '@kuashan/store/database/refused.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import {
  enterVehicle,
  type FleetEntry,
  type FleetVehicle,
  importFleet,
  listFleet,
  saveVehicle,
} from '@kuashan/store/queries/fleet.ts'
import { dayOf } from '../county/county-day.ts'
import { uploadedTables } from '../county/uploaded-tables.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { said } from '../serve/problem-answer.ts'
import type { Desk } from './desk.ts'

const lineOf = (vehicle: FleetVehicle, on: PlainDate): FleetLine => {
  const { fleetVehicle: id, ...entry } = vehicle
  return { ...entry, id, blockedBy: notToBeSent(vehicle, on) }
}

async function readVehicle(access: Access, id: string, on: PlainDate) {
  const found = (await listFleet(access)).find(({ fleetVehicle }) => fleetVehicle === id)
  if (!found) throw refused('store-not-found', { what: id })
  // What keeps a vehicle from being sent out depends on the day.
  return { data: lineOf(found, on), version: found.version, alters: true as const }
}

export const fleetHandlers = ({ now }: Desk): TopicHandlers<'fleet'> => ({
  list: ({ query, caller, store }) =>
    store.as(caller, async (access) => {
      const on = (query.on as PlainDate | undefined) ?? dayOf(now())
      return { data: (await listFleet(access)).map((vehicle) => lineOf(vehicle, on)) }
    }),
  enter: ({ body, caller, store }) =>
    store.as(caller, async (access) => {
      const id = await enterVehicle(access, body as FleetEntry)
      return readVehicle(access, id, dayOf(now()))
    }),
  import: async ({ files, caller, store }) => {
    const read = (await uploadedTables(files)).map(readFleet)
    const vehicles = read.flatMap((part) => part.vehicles)
    const findings = read.flatMap((part) => part.findings)
    const kept = !hasErrors(findings)
    const counts = kept
      ? await store.as(caller, (access) => importFleet(access, vehicles))
      : { added: 0, changed: 0 }
    const told = findings.slice(0, 1000).map(said)
    return { data: { kept, ...counts, rows: vehicles.length, findings: told } }
  },
  save: ({ params, body, version, caller, store }) =>
    store.as(caller, async (access) => {
      await saveVehicle(access, params.vehicle, body as FleetEntry, Number(version))
      return readVehicle(access, params.vehicle, dayOf(now()))
    }),
})
