import { type Finding, type FindingCode, finding } from '@kuashan/core/kernel/finding.ts'

/**
 * The store does not do what it was asked, for a reason that the asker can act on. Thrown, not returned: it has to
 * undo the transaction it happens in. The server answers with the finding.
 */
export class Refused extends Error {
  readonly finding: Finding
  constructor(finding: Finding, cause?: unknown) {
    super(`${finding.code} ${JSON.stringify(finding.facts)}`, { cause })
    this.name = 'Refused'
    this.finding = finding
  }
}

/** The database cannot be reached or went away; nothing of the transaction was kept. */
export class StoreOutage extends Error {
  constructor(cause: unknown) {
    super('the database cannot be reached', { cause })
    this.name = 'StoreOutage'
  }
}

/** Whether an error says that a disk is full: of this machine, or of the database’s (PostgreSQL, appendix A). */
export const isDiskFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', '53100'].includes((error as { code?: string } | null)?.code ?? '')

export const refused = (code: FindingCode, facts: Record<string, string | number> = {}): Refused =>
  new Refused(finding(code, {}, facts))
