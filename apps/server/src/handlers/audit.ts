import type { AuditLine } from '@kuashan/contract/audit.ts'
import { listAccounts } from '@kuashan/store/accounts/accounts.ts'
import { listUnreviewed, reviewBreakGlass } from '@kuashan/store/accounts/break-glass.ts'
import { type AuditQuestion, readAudit, sealedAmong } from '@kuashan/store/audit/audit-log.ts'
import { countSealed, sealAudit } from '@kuashan/store/audit/seal.ts'
import { verifyAudit } from '@kuashan/store/audit/verify.ts'
import { ownCaller } from '@kuashan/store/database/caller.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { instantsOf } from '../county/county-day.ts'
import type { TopicHandlers } from '../serve/handler.ts'

const pageLines = 100

async function namesOf(access: Access): Promise<(account: string | null, role: string) => string> {
  const names = new Map((await listAccounts(access)).map(({ account, name }) => [account, name]))
  return (account, role) => (account && names.get(account)) ?? role
}

async function readLines(access: Access, asked: AuditQuestion) {
  const entries = await readAudit(access, { ...asked, limit: pageLines + 1 })
  const page = entries.slice(0, pageLines)
  const sealed = await sealedAmong(
    access,
    page.map(({ entry }) => entry),
  )
  const nameOf = await namesOf(access)
  const lines = page.map(({ entry, county: _, subject_table, facts, ...line }) => ({
    ...line,
    id: entry,
    table: subject_table,
    facts: facts as AuditLine['facts'],
    who: nameOf(line.account, line.role),
    sealed: sealed.has(entry),
  }))
  return { lines, more: entries.length > pageLines }
}

export const auditHandlers = (): TopicHandlers<'audit'> => ({
  lines: ({ query, caller, store }) =>
    store.as(caller, async (access) => {
      const { from, to, ...rest } = query
      const asked = {
        ...rest,
        ...(from ? { from: instantsOf(from).first } : {}),
        ...(to ? { to: instantsOf(to).last } : {}),
      }
      return { data: await readLines(access, asked as AuditQuestion) }
    }),
  verify: async ({ body, caller, store }) => {
    // What has been done up to now is sealed first, so that it is verified too.
    await store.as(ownCaller(caller.county, 'sealer'), sealAudit)
    return store.as(caller, async (access) => {
      const broken = await verifyAudit(access, body.anchor ?? undefined)
      const { lines, last } = await countSealed(access)
      const said = broken.map((one) => ({ ...one, entry: one.entry ?? null }))
      return { data: { whole: broken.length === 0, broken: said, lines, last } }
    })
  },
  emergencies: ({ caller, store }) =>
    store.as(caller, async (access) => {
      const nameOf = await namesOf(access)
      const open = await listUnreviewed(access)
      return { data: open.map((one) => ({ ...one, who: nameOf(one.account, '') })) }
    }),
  review: ({ params, body, caller, store }) =>
    store.as(caller, async (access) => {
      await reviewBreakGlass(access, params.emergency, body.review)
      return {}
    }),
})
