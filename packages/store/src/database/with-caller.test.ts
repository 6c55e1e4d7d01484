import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findCounty } from '../queries/counties.ts'
import {
  countyCode,
  otherCounty,
  somebody,
  type TestStore,
  testStoreWithCounties,
} from '../store.fixture.ts'
import type { Caller } from './caller.ts'
import { withClient } from './connect.ts'

let store: TestStore
beforeAll(async () => {
  store = await testStoreWithCounties()
})
afterAll(() => store.remove())

const refusal = (code: string) => ({ finding: { code } })

describe('a transaction has a caller', () => {
  test('who sees the county of the caller and no other, even without a WHERE', async () => {
    const counties = await store.as(somebody('planner'), ({ db }) =>
      db.selectFrom('county').select('county').execute(),
    )
    expect(counties).toEqual([{ county: countyCode }])
  })

  test('who is forgotten when it ends: the next one on the same connection begins as nobody', async () => {
    await store.as(somebody('planner'), findCounty)
    await withClient(store.appUrl, async (client) => {
      await client.query('BEGIN')
      await client.query(`SET LOCAL kuashan.county = '${countyCode}'`)
      await client.query(`SET LOCAL kuashan.role = 'planner'`)
      expect((await client.query('SELECT county FROM kuashan.county')).rowCount).toBe(1)
      await client.query('COMMIT')
      expect((await client.query('SELECT county FROM kuashan.county')).rowCount).toBe(0)
    })
  })

  test('that cannot be smuggled in: whatever is not a caller is no caller', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('county', 'role', 'area', 'purpose', 'account'),
        fc.oneof(fc.string(), fc.constant("'; SET ROLE kuashan_owner; --")),
        async (field, text) => {
          const caller = { ...somebody('planner'), [field]: `${text}'` } as Caller
          await expect(store.as(caller, findCounty)).rejects.toThrow()
        },
      ),
      { numRuns: 50 },
    )
  })

  test('writes of another county are refused', async () => {
    const made = { county: otherCounty, scenario: '01900000-0000-7000-8000-000000000001' }
    await expect(
      store.as(somebody('planner'), async ({ db, record, caller }) => {
        record({ action: 'create', table: 'scenario', subject: made.scenario })
        const revision = made.scenario
        const row = { ...made, name: 'x', revision, changes: '[]', made_by: caller.account! }
        await db.insertInto('scenario').values(row).execute()
      }),
    ).rejects.toMatchObject(refusal('store-not-allowed'))
  })

  test('the app itself can make, drop, take over and switch off nothing', () =>
    withClient(store.appUrl, async (client) => {
      for (const command of [
        'CREATE TABLE kuashan.mine (county text)',
        'DROP TABLE kuashan.plan',
        'ALTER TABLE kuashan.person DISABLE ROW LEVEL SECURITY',
        'DROP POLICY own_county ON kuashan.person',
        'SET ROLE kuashan_owner',
        'DELETE FROM kuashan.audit_entry',
        'TRUNCATE kuashan.audit_entry',
        "UPDATE kuashan.audit_entry SET why = ''",
        'SELECT * FROM kuashan_migrations.migration',
      ])
        await expect(client.query(command)).rejects.toMatchObject({ code: '42501' })
    }))
})

describe('the audit log', () => {
  const id = '01900000-0000-7000-8000-00000000000a'
  const vehicle = (plate: string) => ({
    county: countyCode,
    fleet_vehicle: id,
    plate,
    kind: 'clinicVehicle',
    owner: 'county hospital',
    made_by: somebody('planner').account!,
  })

  test('a write that is not recorded fails, and nothing of it is kept', async () => {
    await expect(
      store.as(somebody('planner'), ({ db }) =>
        db.insertInto('fleet_vehicle').values(vehicle('K1')).execute(),
      ),
    ).rejects.toThrow('not in the audit log: fleet_vehicle')
    const left = await store.as(somebody('planner'), ({ db }) =>
      db.selectFrom('fleet_vehicle').selectAll().execute(),
    )
    expect(left).toEqual([])
  })

  test('is not gone past by SQL written by hand', async () => {
    const past = store.as(somebody('crew'), ({ db }) =>
      sql`SELECT name FROM kuashan.person`.execute(db),
    )
    await expect(past).rejects.toThrow('past the audit log')
  })

  test('says who, as what, why and when', async () => {
    const why = `the "old" one's gone; 换车 \\ `
    await store.as(somebody('planner', { why }), async ({ db, record }) => {
      await db.insertInto('fleet_vehicle').values(vehicle('K2')).execute()
      record({ action: 'add', table: 'fleet_vehicle', subject: id, facts: { plate: 'K2' } })
    })
    const lines = await store.as(somebody('auditor', { purpose: 'audit' }), ({ db }) =>
      db.selectFrom('audit_entry').selectAll().where('subject', '=', id).execute(),
    )
    const { account } = somebody('planner')
    const facts = { plate: 'K2' }
    expect(lines).toMatchObject([{ account, role: 'planner', area: '', action: 'add', why, facts }])
    expect(Math.abs(Date.parse(lines[0]!.at) - Date.now())).toBeLessThan(3_600_000)
  })

  test('a look at a person without a reason, or without a record, fails', async () => {
    const nurse = somebody('crew', { purpose: 'delivery' })
    const look = (why: string, recorded: boolean) =>
      store.as({ ...nurse, why }, async ({ db, record }) => {
        if (recorded) record({ action: 'look', table: 'person', subject: '*' })
        return db.selectFrom('person').select('name').execute()
      })
    await expect(look('', true)).rejects.toMatchObject(refusal('store-why-needed'))
    await expect(look('visit', false)).rejects.toThrow('not in the audit log: person')
    expect(await look('visit', true)).toEqual([])
  })

  test('nobody writes in another’s name', async () => {
    await expect(
      store.as(somebody('crew'), async ({ db }) => {
        const { account } = somebody('auditor')
        const line = { county: countyCode, entry: id, account, role: 'auditor', area: '' }
        const rest = { purpose: 'audit', action: 'x', subject_table: 'x', subject: 'x', why: '' }
        await db
          .insertInto('audit_entry')
          .values({ ...line, ...rest, facts: '{}' })
          .execute()
      }),
    ).rejects.toMatchObject(refusal('store-not-allowed'))
  })
})

describe('trouble in the middle', () => {
  test('a connection lost in a transaction is an outage, keeps nothing, and the next call works', async () => {
    const lost = store.as(somebody('planner'), async ({ db, record }) => {
      record({ action: 'x', table: 'fleet_vehicle', subject: 'x' })
      const own = await db
        .selectNoFrom((eb) => eb.fn<number>('pg_backend_pid').as('pid'))
        .executeTakeFirstOrThrow()
      await withClient(store.adminUrl, (client) =>
        client.query('SELECT pg_terminate_backend($1)', [own.pid]),
      )
      await db.selectFrom('county').select('county').execute()
    })
    await expect(lost).rejects.toThrow('the database cannot be reached')
    expect(await store.as(somebody('planner'), findCounty)).toMatchObject({ county: countyCode })
  })

  test('a text that PostgreSQL cannot keep is a value not possible', async () => {
    await expect(
      store.as(somebody('planner', { why: 'nul \u0000' }), async ({ record }) => {
        record({ action: 'x', table: 'plan', subject: 'x' })
      }),
    ).rejects.toMatchObject(refusal('store-value-not-possible'))
  })
})
