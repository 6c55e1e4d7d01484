import { canonicalJson, sha256 } from '../database/canonical-json.ts'

/** A line of the log with everything that its hash covers. */
export interface LoggedEntry {
  county: string
  entry: string
  at: string
  account: string | null
  role: string
  area: string
  purpose: string
  action: string
  subject_table: string
  subject: string
  why: string
  facts: unknown
}

/** What the first seal of a county follows. */
export const beginning = '0'.repeat(64)

export const hashOfEntry = (entry: LoggedEntry): string => sha256(canonicalJson(entry))

export const hashOfEntries = (hashes: readonly string[]): string => sha256(hashes.join('\n'))

/** A seal hangs on the one before it, so that no seal can be changed or left out without changing all that follow. */
export const hashOfSeal = (seal: {
  county: string
  seal: number
  entries: number
  entries_hash: string
  previous_hash: string
}): string =>
  sha256(
    canonicalJson([seal.county, seal.seal, seal.entries, seal.entries_hash, seal.previous_hash]),
  )
