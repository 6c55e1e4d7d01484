import type { Finding } from '@kuashan/core/kernel/finding.ts'
import { Plan } from '@kuashan/core/plan/plan.ts'
import { PlanStep, planStepNames } from '@kuashan/core/plan/publication.ts'
import { z } from 'zod'
import { sha256 } from '../database/canonical-json.ts'
import { newId } from '../database/new-id.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'

/**
 * A plan as lists show it. `version` counts saves and steps, `documentVersion` is that of the newest document, of which
 * are `hash` and the errors that the checker left in it.
 */
export const PlanEntry = z.object({
  plan: z.string(),
  name: z.string(),
  revision: z.string(),
  scenario: z.string().nullable(),
  diffBase: z.string().nullable(),
  step: PlanStep,
  version: z.number().int(),
  documentVersion: z.number().int(),
  hash: z.string(),
  errors: z.number().int(),
  madeBy: z.string(),
  madeAt: z.string(),
  changedAt: z.string(),
})
export type PlanEntry = z.infer<typeof PlanEntry>

/** One saved state of a plan, without what is large: its hash says which document it is. */
export const PlanVersion = z.object({
  plan: z.string(),
  version: z.number().int(),
  hash: z.string(),
  note: z.string(),
  madeBy: z.string(),
  madeAt: z.string(),
})
export type PlanVersion = z.infer<typeof PlanVersion>

/** What was saved of a plan; the document is its text, byte for byte. */
export interface SavedPlan extends PlanVersion {
  document: string
  findings: readonly Finding[]
}

export interface PlanSave {
  /** A plan as JSON. */
  document: string
  /** The plan whose text that is, where it was taken by the schema of plans already: then its text is not read again. */
  taken?: Plan | undefined
  /** What the independent checker said of it. */
  findings: readonly Finding[]
  note?: string | undefined
}

export interface NewPlan extends PlanSave {
  name: string
  revision: string
  scenario?: string | undefined
  diffBase?: string | undefined
}

function parseDocument(document: string): Plan {
  let value: unknown
  try {
    value = JSON.parse(document)
  } catch {
    throw refused('plan-malformed', { path: '', problem: 'no JSON' })
  }
  const { data, error } = Plan.safeParse(value)
  if (!data) {
    const issue = error.issues[0]!
    throw refused('plan-malformed', { path: issue.path.join('.'), problem: issue.message })
  }
  return data
}

function ofCounty(county: string, plan: Plan): void {
  if (plan.county !== county)
    throw refused('plan-of-other-county', { have: plan.county, want: county })
}

async function insertVersion(access: Access, plan: string, version: number, made: PlanSave) {
  const { db, caller } = access
  const { document, taken, findings, note = '' } = made
  ofCounty(caller.county, taken ?? parseDocument(document))
  const hash = sha256(document)
  await db
    .insertInto('plan_version')
    .values({
      county: caller.county,
      plan,
      version,
      hash,
      document,
      findings: JSON.stringify(findings),
      errors: findings.filter(({ severity }) => severity === 'error').length,
      note,
      made_by: caller.account!,
    })
    .execute()
  const facts = { version, hash }
  access.record({ action: version === 1 ? 'create' : 'save', table: 'plan', subject: plan, facts })
}

/** A new plan, a draft. Returns its id. */
export async function createPlan(access: Access, made: NewPlan): Promise<string> {
  const { db, caller } = access
  const plan = newId()
  await db
    .insertInto('plan')
    .values({
      county: caller.county,
      plan,
      name: made.name,
      revision: made.revision,
      scenario: made.scenario ?? null,
      diff_base: made.diffBase ?? null,
      step: 'draft',
      made_by: caller.account!,
    })
    .execute()
  await insertVersion(access, plan, 1, made)
  return plan
}

/** Moves a plan from the version its editor saw to the next; of two editors one is refused. Returns the new version. */
export async function advancePlan(
  { db, caller }: Access,
  plan: string,
  version: number,
  change: { name?: string; step?: PlanStep; document_version?: number },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('plan')
    .set({ ...change, version: version + 1, changed_at: new Date().toISOString() })
    .where('county', '=', caller.county)
    .where('plan', '=', plan)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refused('store-stale', { what: plan, expected: version })
  return version + 1
}

/** Saves a draft over the version its editor saw. Returns the new version; the old one stays to be read. */
export async function savePlan(access: Access, plan: string, version: number, made: PlanSave) {
  const { step } = await getPlan(access, plan)
  if (step !== 'draft') {
    const { en, zh } = planStepNames[step]
    throw refused('plan-not-draft', { step: en, stepZh: zh })
  }
  const next = await advancePlan(access, plan, version, { document_version: version + 1 })
  await insertVersion(access, plan, next, made)
  return next
}

/** Gives a plan another name. */
export async function renamePlan(access: Access, plan: string, version: number, name: string) {
  // One that is not there is told apart from one that somebody else has changed.
  await getPlan(access, plan)
  const next = await advancePlan(access, plan, version, { name })
  access.record({ action: 'rename', table: 'plan', subject: plan, facts: { name } })
  return next
}

/** Plans with what is small of their newest save. */
const entriesOf = ({ db, caller }: Access) =>
  db
    .selectFrom('plan')
    .innerJoin('plan_version as save', (join) =>
      join
        .onRef('save.county', '=', 'plan.county')
        .onRef('save.plan', '=', 'plan.plan')
        .onRef('save.version', '=', 'plan.document_version'),
    )
    .select(['plan.plan', 'name', 'revision', 'scenario', 'diff_base as diffBase', 'step'])
    .select(['plan.version', 'document_version as documentVersion', 'hash', 'errors'])
    .select(['plan.made_by as madeBy', 'plan.made_at as madeAt', 'changed_at as changedAt'])
    .where('plan.county', '=', caller.county)

/** The caller's plans, newest first; past ones stay in the list. */
export async function listPlans(access: Access): Promise<PlanEntry[]> {
  const rows = await entriesOf(access).orderBy('plan.plan', 'desc').execute()
  return rows.map((row) => PlanEntry.parse(row))
}

export async function getPlan(access: Access, plan: string): Promise<PlanEntry> {
  const row = await entriesOf(access).where('plan.plan', '=', plan).executeTakeFirst()
  if (!row) throw refused('store-not-found', { what: plan })
  return PlanEntry.parse(row)
}

const versionOf = ({ db, caller }: Access, plan: string, version: number) =>
  db
    .selectFrom('plan_version')
    .select(['plan', 'version', 'hash', 'note', 'made_by as madeBy', 'made_at as madeAt'])
    .where('county', '=', caller.county)
    .where('plan', '=', plan)
    .where('version', '=', version)

/** A saved state of a plan: the newest, or the one of a version. */
export async function readPlanVersion(
  access: Access,
  plan: string,
  version?: number,
): Promise<SavedPlan> {
  const wanted = version ?? (await getPlan(access, plan)).documentVersion
  const row = await versionOf(access, plan, wanted)
    .select(['document', 'findings'])
    .executeTakeFirst()
  if (!row) throw refused('store-not-found', { what: plan })
  const { document, findings } = row
  return { ...PlanVersion.parse(row), document, findings: JSON.parse(findings) as Finding[] }
}

/** The same without its document and findings. */
export async function findPlanVersion(
  access: Access,
  plan: string,
  version: number,
): Promise<PlanVersion> {
  const row = await versionOf(access, plan, version).executeTakeFirst()
  if (!row) throw refused('store-not-found', { what: plan })
  return PlanVersion.parse(row)
}

/** The saves of a plan without their documents, oldest first. */
export const listPlanVersions = ({ db, caller }: Access, plan: string) =>
  db
    .selectFrom('plan_version')
    .select(['version', 'hash', 'note', 'made_by as madeBy', 'made_at as madeAt'])
    .where('county', '=', caller.county)
    .where('plan', '=', plan)
    .orderBy('version')
    .execute()
