import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownCaller } from '../database/caller.ts'
import { withClient } from '../database/connect.ts'
import {
  countyCode,
  otherCounty,
  somebody,
  type TestStore,
  testStoreWithCounties,
} from '../store.fixture.ts'
import { readAudit } from './audit-log.ts'
import { sealAudit } from './seal.ts'
import { verifyAudit } from './verify.ts'

const sealer = ownCaller(countyCode, 'sealer')
const auditor = somebody('auditor', { purpose: 'audit' })
let store: TestStore
let last: { seal: number; hash: string }

const act = (subject: string) =>
  store.as(somebody('planner', { why: `因为 ${subject}` }), async ({ record }) =>
    record({ action: 'save', table: 'plan', subject, facts: { list: [1, 'b', null], a: 1 } }),
  )

beforeAll(async () => {
  store = await testStoreWithCounties()
  for (let seal = 1; seal <= 4; seal++) {
    for (let k = 0; k < 3; k++) await act(`${seal}.${k}`)
    last = (await store.as(sealer, sealAudit))!
  }
  await withClient(store.adminUrl, (client) =>
    client.query(
      ['entry', 'seal', 'sealed_entry']
        .map((t) => `CREATE TABLE public.kept_${t} AS TABLE kuashan.audit_${t}`)
        .join(';'),
    ),
  )
})
afterAll(() => store.remove())

/** What somebody with all rights over the database could do; `$n` is replaced by a number drawn. */
const tamperings = [
  ...['account = NULL', "role = 'leader'", "area = '331199101'", "purpose = 'audit'"],
  ...["action = 'look'", "subject_table = 'x'", "subject = 'x'", "why = ''"],
  ...["facts = '{}'", "at = at - interval '1 millisecond'"],
]
  .map((set) => `UPDATE kuashan.audit_entry SET ${set} WHERE entry = (SELECT entry FROM nth)`)
  .concat(
    'DELETE FROM kuashan.audit_entry WHERE entry = (SELECT entry FROM nth)',
    'DELETE FROM kuashan.audit_sealed_entry WHERE entry = (SELECT entry FROM nth)',
    'UPDATE kuashan.audit_sealed_entry SET position = 99 - position WHERE entry = (SELECT entry FROM nth)',
    `UPDATE kuashan.audit_sealed_entry SET hash = repeat('a', 64) WHERE entry = (SELECT entry FROM nth)`,
    'DELETE FROM kuashan.audit_seal WHERE seal = 1 + $n % 4',
    'UPDATE kuashan.audit_seal SET entries = entries + 1 WHERE seal = 1 + $n % 4',
    `UPDATE kuashan.audit_seal SET entries_hash = repeat('a', 64) WHERE seal = 1 + $n % 4`,
    `UPDATE kuashan.audit_seal SET previous_hash = repeat('a', 64) WHERE seal = 1 + $n % 4`,
    `UPDATE kuashan.audit_seal SET hash = repeat('a', 64) WHERE seal = 1 + $n % 4`,
  )

const restore = ['entry', 'seal', 'sealed_entry']
  .map(
    (t) => `DELETE FROM kuashan.audit_${t}; INSERT INTO kuashan.audit_${t} TABLE public.kept_${t}`,
  )
  .join(';')

describe('the chain of seals', () => {
  test('holds while nobody touches it, and is made once', async () => {
    expect(await store.as(auditor, (a) => verifyAudit(a, last))).toEqual([])
    expect(await store.as(sealer, sealAudit)).toBeNull()
    expect(last.seal).toBe(4)
    expect(await store.as(auditor, (a) => readAudit(a, { table: 'plan' }))).toHaveLength(12)
  })

  test('A94: shows any change of a sealed entry or seal, whoever made it', async () => {
    const whatever = fc.tuple(fc.constantFrom(...tamperings), fc.nat(11))
    await fc.assert(
      fc.asyncProperty(whatever, async ([tampering, n]) => {
        const change = tampering
          .replace(
            '(SELECT entry FROM nth)',
            `(SELECT entry FROM kuashan.audit_sealed_entry WHERE county = '${countyCode}' ORDER BY entry OFFSET ${n + 1} LIMIT 1)`,
          )
          .replace('$n', String(n))
        await withClient(store.adminUrl, async (client) => {
          // As a superuser can: no foreign keys, no policies.
          await client.query('SET session_replication_role = replica')
          const { rowCount } = await client.query(change)
          const found = await store.as(auditor, (a) => verifyAudit(a, last))
          await client.query(restore)
          expect(rowCount).toBeGreaterThan(0)
          expect(found).not.toEqual([])
        })
      }),
      { numRuns: 30, examples: tamperings.map((t, k) => [[t, k % 12]]) },
    )
    expect(await store.as(auditor, (a) => verifyAudit(a, last))).toEqual([])
  })

  test('cut short is seen by who kept the last seal', async () => {
    await withClient(store.adminUrl, async (client) => {
      await client.query('SET session_replication_role = replica')
      await client.query(
        'DELETE FROM kuashan.audit_sealed_entry WHERE seal = 4; DELETE FROM kuashan.audit_seal WHERE seal = 4',
      )
      const cut = await store.as(auditor, (a) => verifyAudit(a, last))
      await client.query(restore)
      expect(cut).toEqual([{ seal: 4, problem: 'chain-cut' }])
    })
  })

  test('grows by one when two seal at once', async () => {
    await act('late')
    const ends = await Promise.allSettled([1, 2].map(() => store.as(sealer, sealAudit)))
    const made = ends.filter((end) => end.status === 'fulfilled' && end.value !== null)
    expect(made).toHaveLength(1)
    expect(await store.as(auditor, (a) => verifyAudit(a))).toEqual([])
  })

  test('is each county’s own, and planners do not read it', async () => {
    const elsewhere = { ...auditor, county: otherCounty }
    expect(await store.as(elsewhere, (a) => readAudit(a))).toMatchObject([{ action: 'create' }])
    expect(await store.as(somebody('planner'), (a) => readAudit(a))).toEqual([])
  })
})
