import type { Access } from '../database/with-caller.ts'
import { beginning, hashOfEntries, hashOfEntry, hashOfSeal } from './chain.ts'
import { entryColumns } from './seal.ts'

/** What does not fit, by seal. `entry` where one entry is known to be the culprit. */
export interface BrokenSeal {
  seal: number
  problem: 'entry-changed' | 'entries-changed' | 'seal-changed' | 'seal-missing' | 'chain-cut'
  entry?: string
}

const sealsOf = ({ db, caller }: Access) =>
  db
    .selectFrom('audit_seal')
    .select(['county', 'seal', 'entries', 'entries_hash', 'previous_hash', 'hash'])
    .where('county', '=', caller.county)
    .orderBy('seal')
    .execute()

type Seal = Awaited<ReturnType<typeof sealsOf>>[number]

async function brokenEntries({ db, caller }: Access, seal: Seal): Promise<BrokenSeal[]> {
  const entries = await db
    .selectFrom('audit_sealed_entry as sealed')
    .innerJoin('audit_entry', (join) =>
      join
        .onRef('sealed.county', '=', 'audit_entry.county')
        .onRef('sealed.entry', '=', 'audit_entry.entry'),
    )
    .select(['sealed.hash', 'sealed.position'])
    .select(entryColumns)
    .where('sealed.county', '=', caller.county)
    .where('sealed.seal', '=', seal.seal)
    .orderBy('sealed.position')
    .execute()
  const hashes = entries.map(({ hash: _, position: __, ...entry }) => hashOfEntry(entry))
  const broken: BrokenSeal[] = entries
    .filter((entry, k) => entry.hash !== hashes[k])
    .map(({ entry }) => ({ seal: seal.seal, problem: 'entry-changed', entry }))
  if (entries.length !== seal.entries || hashOfEntries(hashes) !== seal.entries_hash)
    broken.push({ seal: seal.seal, problem: 'entries-changed' })
  return broken
}

/**
 * Recomputes the whole chain of the caller's county; nothing found means that no sealed entry has been changed, added,
 * reordered or removed. `anchor` is a seal known from outside: without it the newest seals could be cut off unseen.
 */
export async function verifyAudit(
  access: Access,
  anchor?: { seal: number; hash: string },
): Promise<BrokenSeal[]> {
  const broken: BrokenSeal[] = []
  let previous = beginning
  let wanted = 1
  let anchored = anchor === undefined
  for (const seal of await sealsOf(access)) {
    if (seal.seal !== wanted) broken.push({ seal: wanted, problem: 'seal-missing' })
    if (seal.previous_hash !== previous || seal.hash !== hashOfSeal(seal))
      broken.push({ seal: seal.seal, problem: 'seal-changed' })
    broken.push(...(await brokenEntries(access, seal)))
    if (seal.seal === anchor?.seal && seal.hash === anchor.hash) anchored = true
    previous = seal.hash
    wanted = seal.seal + 1
  }
  if (!anchored) broken.push({ seal: anchor!.seal, problem: 'chain-cut' })
  return broken
}
