import type { TakenOver } from '@kuashan/core/resources/pool/resources-of-county.ts'
import { SharedResource } from '@kuashan/core/resources/pool/shared-resource.ts'
import { z } from 'zod'
import { newId } from '../database/new-id.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'

/** A resource of the register as it is kept. */
export const KeptResource = SharedResource.extend({
  id: z.string(),
  version: z.number().int(),
})
export type KeptResource = z.infer<typeof KeptResource>

const columns = [
  'shared_resource as id',
  'kind',
  'name',
  'owner',
  'place',
  'skills',
  'hours',
  'reach',
  'price_per_hour_fen as pricePerHourFen',
  'notice_days as noticeDays',
  'version',
] as const

const written = ({ hours, pricePerHourFen, noticeDays, skills, ...rest }: SharedResource) => ({
  ...rest,
  skills: [...skills],
  hours: JSON.stringify(hours),
  price_per_hour_fen: pricePerHourFen,
  notice_days: noticeDays,
})

/** By kind and name. */
export async function listResources({ db, caller }: Access): Promise<KeptResource[]> {
  const rows = await db
    .selectFrom('shared_resource')
    .select(columns)
    .where('county', '=', caller.county)
    .orderBy('kind')
    .orderBy('name')
    .orderBy('shared_resource')
    .execute()
  return rows.map((row) => KeptResource.parse(row))
}

export async function getResource({ db, caller }: Access, id: string): Promise<KeptResource> {
  const row = await db
    .selectFrom('shared_resource')
    .select(columns)
    .where('county', '=', caller.county)
    .where('shared_resource', '=', id)
    .executeTakeFirst()
  if (!row) throw refused('store-not-found', { what: id })
  return KeptResource.parse(row)
}

/** Enters a resource. Returns its id. */
export async function enterResource(
  { db, caller, record }: Access,
  resource: SharedResource,
): Promise<string> {
  const id = newId()
  const key = { county: caller.county, shared_resource: id, made_by: caller.account! }
  await db
    .insertInto('shared_resource')
    .values({ ...key, ...written(resource) })
    .execute()
  record({
    action: 'enter',
    table: 'shared_resource',
    subject: id,
    facts: { kind: resource.kind, owner: resource.owner },
  })
  return id
}

/** Enters what the county’s data have and the register does not; what was taken over before stays as it is. Returns how many. */
export async function takeOver(
  { db, caller, record }: Access,
  resources: readonly TakenOver[],
): Promise<number> {
  let added = 0
  for (let at = 0; at < resources.length; at += 500) {
    const rows = resources.slice(at, at + 500).map(({ source, ...resource }) => ({
      county: caller.county,
      shared_resource: newId(),
      made_by: caller.account!,
      source,
      ...written(resource),
    }))
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('shared_resource')
      .values(rows)
      .onConflict((key) => key.columns(['county', 'source']).doNothing())
      .executeTakeFirstOrThrow()
    added += Number(numInsertedOrUpdatedRows ?? 0n)
  }
  record({ action: 'take over', table: 'shared_resource', subject: '*', facts: { added } })
  return added
}

/** Replaces what is said of a resource, from the version its editor saw. Bookings stay as they were agreed. */
export async function saveResource(
  { db, caller, record }: Access,
  id: string,
  resource: SharedResource,
  version: number,
): Promise<KeptResource> {
  const row = await db
    .updateTable('shared_resource')
    .set({ ...written(resource), version: version + 1, changed_at: new Date().toISOString() })
    .where('county', '=', caller.county)
    .where('shared_resource', '=', id)
    .where('version', '=', version)
    .returning(columns)
    .executeTakeFirst()
  if (!row) throw refused('store-stale', { what: id, expected: version })
  record({ action: 'save', table: 'shared_resource', subject: id, facts: { version: version + 1 } })
  return KeptResource.parse(row)
}
