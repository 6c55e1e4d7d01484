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

/** As many as an office works with on a day. */
const plansRead = documentsRead<Plan>(40)

/** A saved state of a plan, read. */
export interface ReadPlan {
  entry: PlanEntry
  plan: Plan
  /** SHA-256 of the document as saved. */
  hash: string
  findings: readonly Finding[]
}

/** A saved state of a plan: the newest, or the one of a version. */
export async function readPlan(access: Access, id: string, version?: number): Promise<ReadPlan> {
  const entry = await getPlan(access, id)
  const wanted = version ?? entry.documentVersion
  const { hash, findings } = await findPlanVersion(access, id, wanted)
  const plan = await plansRead(hash, async () => {
    const { document } = await readPlanVersion(access, id, wanted)
    return Plan.parse(JSON.parse(document))
  })
  return { entry, plan, hash, findings }
}

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
