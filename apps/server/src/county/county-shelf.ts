import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import { vehiclesByRegister } from '@kuashan/core/resources/fleet-register.ts'
import { readCountyFolder } from '@kuashan/engine/county-folder/read-county-folder.ts'
import { newId } from '@kuashan/store/database/new-id.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import {
  countyState,
  type OpenedCounty,
  openCounty,
  reopenCounty,
} from '@kuashan/store/queries/county-data.ts'
import { listFleet } from '@kuashan/store/queries/fleet.ts'
import { listParts, readPart } from '@kuashan/store/queries/revision-parts.ts'
import { writeParts } from './folder-parts.ts'

/** What does not change while a revision is in force: roads, heights, catalogue, and what its import found. */
interface Ground {
  revision: string
  input: CountyInput
  findings: readonly Finding[]
}

/** A state of a county: what was imported, with the corrections and the register of vehicles until then. */
interface CountyInForce extends Ground {
  /** Names the state; it never comes again. */
  state: string
  /** The county without its register. */
  opened: OpenedCounty
}

/** Revisions laid out as folders in the data folder, the newest of each county read into memory. */
export interface CountyShelf {
  folder: string
  grounds: Map<string, Promise<Ground>>
  /** The newest state read of each county. */
  inForce: Map<string, CountyInForce>
  /** States that somebody is reading: of many who ask at once, one reads. */
  reading: Map<string, Promise<CountyInForce>>
}

export const countyShelf = (folder: string): CountyShelf => ({
  folder,
  grounds: new Map(),
  inForce: new Map(),
  reading: new Map(),
})

/** Lays a revision out once; another process may do the same at the same time. */
async function folderOf(shelf: CountyShelf, access: Access, revision: string): Promise<string> {
  const folder = join(shelf.folder, access.caller.county, revision)
  if (existsSync(folder)) return folder
  const parts = []
  for (const { part } of await listParts(access, revision))
    parts.push({ part, bytes: await readPart(access, revision, part) })
  const filling = `${folder}.${newId()}`
  try {
    await mkdir(filling, { recursive: true })
    await writeParts(filling, parts)
    await rename(filling, folder)
  } catch (error) {
    await rm(filling, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

async function readGround(shelf: CountyShelf, access: Access, revision: string): Promise<Ground> {
  const { input, findings } = await readCountyFolder(await folderOf(shelf, access, revision))
  if (!input) throw new Error(`revision ${revision} was accepted and can no longer be read`)
  return { revision, input, findings }
}

/**
 * The county in force as the planner takes it, corrections included and vehicles limited by the register, with what its
 * import found; read once for each state of it. It is whole, whoever asks: what is answered must be cut to their area.
 * Throws `Refused` where nothing has been accepted yet.
 */
export const countyInput = (shelf: CountyShelf, access: Access): Promise<CountyInForce> =>
  access.readWhole((whole) => readInForce(shelf, whole))

async function readInForce(shelf: CountyShelf, access: Access): Promise<CountyInForce> {
  const { county } = access.caller
  const { revision, corrections, register } = await countyState(access)
  const state = `${revision}.${corrections}.${register}`
  const before = shelf.inForce.get(county)
  if (before?.state === state) return before
  const name = `${county} ${state}`
  const reading = shelf.reading.get(name) ?? readState(shelf, access, revision, state)
  shelf.reading.set(name, reading)
  return reading.finally(() => shelf.reading.delete(name))
}

async function readState(
  shelf: CountyShelf,
  access: Access,
  head: string,
  state: string,
): Promise<CountyInForce> {
  const { county } = access.caller
  const before = shelf.inForce.get(county)
  const known = await shelf.grounds.get(county)?.catch(() => null)
  if (known?.revision !== head) {
    const reading = readGround(shelf, access, head)
    shelf.grounds.set(county, reading)
    reading.catch(() => shelf.grounds.delete(county))
  }
  const ground = await shelf.grounds.get(county)!
  const opened =
    before?.opened.revision === head
      ? await reopenCounty(access, before.opened)
      : await openCounty(access, head)
  const edited = opened.county
  const fleet = await listFleet(access)
  const vehicles = vehiclesByRegister(edited.vehicles, fleet, edited.settings.horizon)
  const input = { ...ground.input, county: { ...edited, vehicles } }
  const read = { ...ground, state, input, opened }
  shelf.inForce.set(county, read)
  return read
}
