import { type Finding, hasErrors } from '@kuashan/core/kernel/finding.ts'
import { Plan } from '@kuashan/core/plan/plan.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import {
  findPlanVersion,
  getPlan,
  type PlanEntry,
  readPlanVersion,
} from '@kuashan/store/queries/plans.ts'
import type { CountyShelf } from './county-shelf.ts'
import { type CountyUnder, countyUnder } from './county-under.ts'
import { documentsRead } from './documents-read.ts'

/** A saved state as it was read; a save never changes. */
interface ReadSave {
  plan: Plan
  findings: readonly Finding[]
}

/**
 * Names a saved state; callers must have been shown that it is there. Its hash is part of the name: a version that was read
 * before its transaction failed is somebody else's document when it comes again.
 */
export type SaveName = Pick<PlanEntry, 'plan' | 'hash'> & { version: number }

export const newestSave = ({ plan, hash, documentVersion }: PlanEntry): SaveName => ({
  plan,
  hash,
  version: documentVersion,
})

export const keyOfSave = ({ plan, version, hash }: SaveName): string => `${plan} ${version} ${hash}`

/** As many as an office works with on a day. */
const savesRead = documentsRead<ReadSave>(40)

/** Keeps a new save as it was made, so that it need not be read for the next edit. */
export const keepSave = (save: SaveName, made: ReadSave): Promise<ReadSave> =>
  savesRead(keyOfSave(save), async () => made)

/** A saved state of a plan, read. */
export interface ReadPlan extends ReadSave {
  entry: PlanEntry
  /** SHA-256 of the document as saved. */
  hash: string
}

/** A saved state of a plan: the newest, or the one of a version. */
export async function readPlan(access: Access, id: string, version?: number): Promise<ReadPlan> {
  const entry = await getPlan(access, id)
  if (version === undefined || version === entry.documentVersion) return readNewest(access, entry)
  const { hash } = await findPlanVersion(access, id, version)
  return { entry, hash, ...(await readSave(access, { plan: id, version, hash })) }
}

/** The newest saved state of a plan that the caller was shown. */
export const readNewest = async (access: Access, entry: PlanEntry): Promise<ReadPlan> => ({
  entry,
  hash: entry.hash,
  ...(await readSave(access, newestSave(entry))),
})

/** What is kept asks nobody who they are. */
export const readSave = (access: Access, save: SaveName): Promise<ReadSave> =>
  savesRead(keyOfSave(save), async () => {
    const { document, findings } = await readPlanVersion(access, save.plan, save.version)
    return { plan: Plan.parse(JSON.parse(document)), findings }
  })

export interface OpenedPlan extends ReadPlan {
  under: CountyUnder
}

/** A plan with the county it is for: the data in force, under the plan's scenario. */
export async function openPlan(
  shelf: CountyShelf,
  access: Access,
  id: string,
  version?: number,
): Promise<OpenedPlan> {
  const read = await readPlan(access, id, version)
  return { ...read, under: await countyUnder(shelf, access, read.entry.scenario) }
}

export const verdictOf = (findings: readonly Finding[]): 'valid' | 'broken' =>
  hasErrors(findings) ? 'broken' : 'valid'
