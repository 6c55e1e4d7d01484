import { sha256 } from '../database/canonical-json.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'

/** A file that an earlier revision keeps. */
export interface KeptPart {
  part: string
  hash: string
  pieces: number
}

const pieceBytes = 4 * 1024 * 1024

/** Keeps a file of an import in pieces; one that is there already, from this import or another, is not kept again. */
export async function savePart(
  { db, caller }: Access,
  revision: string,
  { part, bytes }: { part: string; bytes: Uint8Array },
): Promise<void> {
  const { county } = caller
  const hash = sha256(bytes)
  const pieces = Math.ceil(bytes.length / pieceBytes)
  for (let piece = 0; piece < pieces; piece++) {
    const slice = Buffer.from(bytes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes))
    await db
      .insertInto('county_part')
      .values({ county, hash, piece, bytes: slice })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  await db.insertInto('revision_part').values({ county, revision, part, hash, pieces }).execute()
}

/** Takes a file over from an earlier revision as it is. */
export async function carryPart(
  { db, caller }: Access,
  revision: string,
  { part, hash, pieces }: KeptPart,
): Promise<void> {
  const { county } = caller
  await db.insertInto('revision_part').values({ county, revision, part, hash, pieces }).execute()
}

/** Names and hashes of the files of a revision, by name. */
export const listParts = ({ db, caller }: Access, revision: string) =>
  db
    .selectFrom('revision_part')
    .select(['part', 'hash', 'pieces'])
    .where('county', '=', caller.county)
    .where('revision', '=', revision)
    .orderBy('part')
    .execute()

/** A file as it came. */
export async function readPart(access: Access, revision: string, part: string): Promise<Buffer> {
  const found = (await listParts(access, revision)).find((entry) => entry.part === part)
  if (!found) throw refused('store-not-found', { what: part })
  const rows = await access.db
    .selectFrom('county_part')
    .select('bytes')
    .where('county', '=', access.caller.county)
    .where('hash', '=', found.hash)
    .orderBy('piece')
    .execute()
  const bytes = Buffer.concat(rows.map((row) => row.bytes))
  if (sha256(bytes) !== found.hash) throw new Error(`${part} of ${revision} is not what was kept`)
  return bytes
}
